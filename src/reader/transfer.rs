//! Export, import and sharing, as the reader's parts ask for them. A program of its own does that
//! (`src/transfer/program.rs`), which is loaded when it is first asked for.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::value::RawValue;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::page_text::page_text;
use super::state::{EventContext, News, Notes};
use super::{early, platform};
use crate::browser::{Forms, copy_forms};
use crate::messages::news::{Copied, Problem};
use crate::notebook::Selection;
use crate::storage::Change;
use crate::transfer::request::{Contents, ExportRequest, OpenRequest, Outcome, packed, unpacked};

#[wasm_bindgen]
extern "C" {
    type TransferProgram;

    #[wasm_bindgen(method, catch)]
    fn export_notes(
        this: &TransferProgram,
        request: &str,
        notebook: NotebookAccess,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn import_notes(
        this: &TransferProgram,
        contents: &str,
        notebook: NotebookAccess,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn open_shared_notes(
        this: &TransferProgram,
        request: &str,
        notebook: NotebookAccess,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn copy_notes(this: &TransferProgram, contents: &str) -> Result<String, JsValue>;
}

/// What the dialogs may do to the notebook.
#[wasm_bindgen]
pub struct NotebookAccess {
    notes: Notes,
}

#[wasm_bindgen]
impl NotebookAccess {
    /// Makes changes to what is stored, all of them or none; takes a list of `Change`, and gives an
    /// `Outcome`.
    pub fn exchange(&self, changes: &str) -> String {
        let outcome = match unpacked::<Vec<Change>>(changes) {
            Ok(changes) => self.notes.exchange(&changes),
            Err(_) => Outcome::Refused,
        };
        packed(&outcome)
    }

    /// Remembers that the reader just took a backup.
    pub fn took_backup(&self) {
        self.notes.took_backup(platform::now());
    }
}

/// Export, import and sharing.
#[derive(Clone, Copy)]
pub struct Transfer {
    event: EventContext,
    notes: Notes,
    news: News,
    /// Whether a dialog was asked for and is not there yet.
    is_opening: StoredValue<bool>,
}

impl Transfer {
    /// Loads nothing yet.
    pub fn new(event: EventContext, notes: Notes, news: News) -> Self {
        Self { event, notes, news, is_opening: StoredValue::new(false) }
    }

    /// Opens the dialog by which notes are taken home or shared.
    pub fn export(self, selection: Selection) {
        self.open(Box::new(move |program| {
            let request = ExportRequest { contents: self.contents(), selection };
            program.export_notes(&packed(&request), self.notebook())
        }));
    }

    /// Opens the dialog by which notes are brought in.
    pub fn import(self) {
        self.open(Box::new(move |program| {
            program.import_notes(&packed(&self.contents()), self.notebook())
        }));
    }

    /// Opens the dialog with the notes that the fragment of the page's address brings along.
    pub fn open_shared(self, fragment: String) {
        self.open(Box::new(move |program| {
            let request = OpenRequest { contents: self.contents(), fragment };
            program.open_shared_notes(&packed(&request), self.notebook())
        }));
    }

    /// Puts all notes on the clipboard: with headings and lists, or, where the program for that does
    /// not arrive, as plain text. To be called in the press itself.
    pub fn copy_all(self) {
        self.news.begin_action();
        let plain = self.notes.plain_text();
        let forms = {
            let plain = plain.clone();
            async move {
                let forms = self.forms().await.unwrap_or_else(|_| plain_forms(plain));
                js_sys::JSON::parse(&forms)
            }
        };
        copy_forms(&plain, &future_to_promise(forms), move |went_well| {
            self.news.tell_copied(went_well, Copied::Notes);
        });
    }

    fn open(self, call: Box<dyn FnOnce(TransferProgram) -> Result<(), JsValue>>) {
        self.news.begin_action();
        // A second press while the first still loads means the same dialog.
        if self.is_opening.get_value() {
            return;
        }
        self.is_opening.set_value(true);
        spawn_local(async move {
            let opened = program().await.and_then(call);
            self.is_opening.set_value(false);
            if opened.is_err() {
                self.news.tell_problem(Problem::NotLoaded);
            }
        });
    }

    async fn forms(self) -> Result<String, JsValue> {
        program().await?.copy_notes(&packed(&self.contents()))
    }

    fn notebook(self) -> NotebookAccess {
        NotebookAccess { notes: self.notes }
    }

    fn contents(self) -> Contents<Option<Box<RawValue>>> {
        Contents {
            event: platform::event_json().and_then(|json| RawValue::from_string(json).ok()),
            address: address(),
            page: page_text(&self.event.read_value()),
            entries: self.notes.entries(),
            now: platform::now(),
        }
    }
}

/// What stands for the forms where the program that makes them does not arrive.
fn plain_forms(plain: String) -> String {
    packed(&Forms { html: format!("<pre>{}</pre>", html_escape::encode_text(&plain)), plain })
}

async fn program() -> Result<TransferProgram, JsValue> {
    Ok(early::load("transfer").await?.unchecked_into())
}

/// The page's address without a fragment: the one that the host gives, or else where it is.
fn address() -> String {
    let canonical = document().query_selector("link[rel=canonical]").ok().flatten();
    canonical.and_then(|link| link.get_attribute("href")).unwrap_or_else(|| {
        let address = window().location().href().unwrap_or_default();
        address.split('#').next().unwrap_or_default().to_owned()
    })
}
