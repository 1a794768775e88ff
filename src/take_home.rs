//! The second program: what leaves the page and what comes into it, with the dialogs for both.
//!
//! It holds no notes and stores none. The first program hands it every entry with each request,
//! and makes the changes that it asks for; so there is one program only that owns the notebook, and
//! whatever goes wrong here goes wrong beside it.

mod browser;
mod dialog;
mod export_dialog;
mod import_dialog;
mod request;
mod visit_dialog;

pub(crate) use browser::FileTrouble;
use dialog::show;
pub(crate) use request::Outcome;
use request::{Request, Task};

/// Registers the program with the page, for the first one to call.
pub fn answer_calls() {
    browser::answer_calls(|request, first| {
        let material = browser::event().map(|event| Request::read(&request, event));
        // Only a page whose parts do not belong together brings another request along.
        let Some(Some(Request { task, selection, material })) = material else { return };
        match task {
            Task::Export => {
                show(move |close| export_dialog::view(material, selection, first, close))
            }
            Task::Import => show(move |close| import_dialog::view(material, first, close)),
            Task::Visit => show(move |close| visit_dialog::view(material, first, close)),
            Task::Copy => export_dialog::copy(&material, &selection, move |went_well| {
                first.copied(went_well);
            }),
        }
    });
}
