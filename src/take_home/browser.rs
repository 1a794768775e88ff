//! What the dialogs need of the browser: files, clipboard, the system's share sheet, the printer,
//! and the text of the page.

use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardItem, DragEvent, Element, File, HtmlElement, HtmlInputElement,
    ShareData, Url,
};

use super::request::FirstProgram;
use crate::event::Event;
use crate::formats::PageText;
use crate::later_program;
use crate::words::notes::NO_NOTES;

/// The look of the dialogs. It comes with this program, so that the page does not load it at start.
const STYLE: &str = include_str!("../../style/take_home.css");

/// What on the page follows the reader's notes, and what the build put there: without notes.
const AS_BUILT: [(&str, &str); 4] = [
    (".notes, .my-notes > div, .notices *, .new-note__mark", ""),
    (".contents__count > [aria-hidden]", "0"),
    (".contents__count > .visually-hidden", NO_NOTES),
    (".map__link > text", "0"),
];

/// Registers this program with the page: `call` gets each request and the first program.
pub(super) fn answer_calls(call: impl Fn(String, FirstProgram) + 'static) {
    later_program::adopt_style(STYLE);
    let first = |message: String| later_program::tell_first(&message);
    let open = move |request: String| call(request, FirstProgram(Rc::new(first)));
    let open = Closure::<dyn Fn(String)>::new(open).into_js_value();
    later_program::share("open", &open);
}

/// The event as the build put it into the page.
pub(super) fn event() -> Option<Event> {
    serde_json::from_str(&crate::browser::text_of("event")?).ok()
}

/// The page's address without a fragment: the one that the host gives, or else where it is.
pub(super) fn address() -> String {
    let canonical = document().query_selector("link[rel=canonical]").ok().flatten();
    canonical.and_then(|link| link.get_attribute("href")).unwrap_or_else(|| {
        let address = window().location().href().unwrap_or_default();
        address.split('#').next().unwrap_or_default().to_owned()
    })
}

/// The fragment of the page's address, with its `#`.
pub(super) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Takes the fragment out of the page's address, so that loading the page anew does not repeat what
/// it stands for.
pub(super) fn drop_fragment() {
    let address = window().location().href().unwrap_or_default();
    let without = address.split('#').next().unwrap_or_default();
    let history = window().history();
    // Fails only for an address of another origin.
    let _ = history.and_then(|it| it.replace_state_with_url(&JsValue::NULL, "", Some(without)));
}

/// The text of the page as it was built, whatever the reader has written since, and where the themes'
/// headings stand in it.
pub(super) fn page_text(event: &Event) -> PageText {
    let read = || -> Option<PageText> {
        let app = document().get_element_by_id("app")?.clone_node_with_deep(true).ok()?;
        let app: Element = app.dyn_into().ok()?;
        for (selector, text) in AS_BUILT {
            let places = app.query_selector_all(selector).ok()?;
            for place in (0..places.length()).filter_map(|index| places.item(index)) {
                place.set_text_content(Some(text));
            }
        }
        let text = app.text_content()?;
        let heading = |theme: &crate::event::Theme| {
            let selector = format!("[id='{}-title']", theme.anchor());
            let heading = app.query_selector(&selector).ok()??;
            let before = document().create_range().ok()?;
            before.set_start(&app, 0).ok()?;
            before.set_end_before(&heading).ok()?;
            Some((theme.id.clone(), String::from(before.to_string()).chars().count()))
        };
        let headings = event.themes.iter().filter_map(heading).collect();
        Some(PageText { text, headings })
    };
    read().unwrap_or_default()
}

/// Hands the reader a text as a file.
pub(super) fn download(name: &str, media_type: &str, text: &str) -> bool {
    let save = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlElement = document().create_element("a")?.unchecked_into();
        link.set_attribute("href", &address)?;
        link.set_attribute("download", name)?;
        link.click();
        Url::revoke_object_url(&address)
    };
    save().is_ok()
}

/// Puts a text on the clipboard in both forms that programs ask for, and calls back with whether
/// that went well.
pub(super) fn copy_rich(html: &str, plain: &str, answer: impl Fn(bool) + 'static) {
    let write = || -> Result<Promise, JsValue> {
        let typed = |media_type: &str, text: &str| -> Result<JsValue, JsValue> {
            let options = BlobPropertyBag::new();
            options.set_type(media_type);
            let parts = Array::of1(&text.into());
            Ok(Blob::new_with_str_sequence_and_options(&parts, &options)?.into())
        };
        let forms = Object::new();
        Reflect::set(&forms, &"text/html".into(), &typed("text/html", html)?)?;
        Reflect::set(&forms, &"text/plain".into(), &typed("text/plain", plain)?)?;
        // Missing in older browsers, where the constructor would throw past all care.
        if Reflect::get(&window(), &"ClipboardItem".into())?.is_undefined()
            || Reflect::get(&window().navigator(), &"clipboard".into())?.is_undefined()
        {
            return Err(JsValue::UNDEFINED);
        }
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms)?;
        Ok(window().navigator().clipboard().write(&Array::of1(&item)).unchecked_into())
    };
    match write() {
        Ok(promise) => spawn_local(async move { answer(JsFuture::from(promise).await.is_ok()) }),
        Err(_) => answer(false),
    }
}

/// Whether the system has a share sheet for the page to open.
pub(super) fn has_share_sheet() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|it| it.is_function())
}

/// Opens the system's share sheet for an address.
pub(super) fn share(title: &str, address: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let sharing = window().navigator().share_with_data(&data);
    // That the reader thinks better of it is no failure.
    spawn_local(async move { drop(JsFuture::from(sharing).await) });
}

/// Opens the printer's dialog for the brief.
pub(super) fn print(only_noted: bool) {
    let Some(root) = document().document_element() else { return };
    let _ = if only_noted {
        root.set_attribute("data-print", "noted")
    } else {
        root.remove_attribute("data-print")
    };
    // Not every browser waits until the reader is done with its dialog.
    let done = Closure::once_into_js(move || root.remove_attribute("data-print"));
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        done.unchecked_ref(),
        &options,
    );
    let _ = window().print();
}

/// The file that a file input holds.
pub(super) fn chosen_file(event: &web_sys::Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    // So that the same file can be chosen again.
    input.set_value("");
    file
}

/// The file that was dropped.
pub(super) fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file of at most `limit` bytes, and calls back with what it holds: `None` where the
/// browser could not read it, an empty error where it is larger.
pub(super) fn read_file(
    file: File,
    limit: usize,
    answer: impl FnOnce(Result<Vec<u8>, FileTrouble>) + 'static,
) {
    if file.size() > limit as f64 {
        return answer(Err(FileTrouble::TooLarge));
    }
    spawn_local(async move {
        let read = JsFuture::from(file.array_buffer()).await;
        answer(match read {
            Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
            Err(_) => Err(FileTrouble::Unreadable),
        });
    });
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileTrouble {
    /// Larger than any file that is taken.
    TooLarge,
    /// The browser could not read it: it was moved or changed, or it is a folder.
    Unreadable,
}
