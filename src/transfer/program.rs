//! The functions of the program for transfer, and the dialogs that they open.

mod browser;
pub mod dialog;
pub mod export_dialog;
pub mod import_dialog;
pub mod shared_dialog;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::request::{Contents, ExportRequest, OpenRequest, Outcome, packed, unpacked};
use crate::browser::Forms;
use crate::formats::{Change, Selection, Snapshot, notebook_of, plain_text, rich_text};
use crate::storage::Keys;
use dialog::show;
use export_dialog::ExportDialog;
use import_dialog::ImportDialog;
use shared_dialog::SharedDialog;

#[wasm_bindgen]
extern "C" {
    /// The notebook, which the reader's parts hold (`src/reader/transfer.rs`).
    pub type NotebookAccess;

    #[wasm_bindgen(method)]
    fn exchange(this: &NotebookAccess, changes: &str) -> String;

    #[wasm_bindgen(method)]
    fn took_backup(this: &NotebookAccess);
}

impl NotebookAccess {
    /// Makes changes to what is stored, all of them or none.
    fn make(&self, changes: &[Change]) -> Outcome {
        unpacked(&self.exchange(&packed(&changes))).unwrap_or(Outcome::Refused)
    }
}

/// Opens the dialog by which notes are taken home or shared.
pub fn export_notes(request: ExportRequest, notebook: NotebookAccess) {
    let ExportRequest { contents, selection } = request;
    let snapshot = snapshot(contents);
    show(move |close| {
        view! {
            <ExportDialog
                snapshot=snapshot
                selection=selection
                notebook=notebook
                on_close=close
            />
        }
    });
}

/// Opens the dialog by which notes are brought in.
pub fn import_notes(contents: Contents, notebook: NotebookAccess) {
    let snapshot = snapshot(contents);
    show(move |close| {
        view! { <ImportDialog snapshot=snapshot notebook=notebook on_close=close/> }
    });
}

/// Opens the dialog with the notes that the page's address brought along.
pub fn open_shared_notes(request: OpenRequest, notebook: NotebookAccess) {
    let OpenRequest { contents, fragment } = request;
    // Once they are seen, loading the page anew shows the page.
    browser::drop_fragment();
    let snapshot = snapshot(contents);
    show(move |close| {
        view! {
            <SharedDialog fragment=fragment snapshot=snapshot notebook=notebook on_close=close/>
        }
    });
}

/// All notes for the clipboard, with headings and lists where these are understood.
pub fn copy_notes(contents: Contents) -> Forms {
    forms(&snapshot(contents), &Selection::All)
}

fn forms(snapshot: &Snapshot, selection: &Selection) -> Forms {
    Forms { html: rich_text(snapshot, selection), plain: plain_text(snapshot, selection) }
}

fn snapshot(contents: Contents) -> Snapshot {
    let Contents { event, address, page, entries, now } = contents;
    let notebook = notebook_of(&Keys::of(&event.id), &entries);
    Snapshot { event, address, page, notebook, entries, now }
}
