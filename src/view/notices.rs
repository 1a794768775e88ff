//! News about notes: quiet when all went well, loud when it did not, and the way back after a
//! deletion.

use super::controls::button;
use super::element::{Element, Handle, element, watch};
use super::in_browser::in_browser;
use crate::state::{NotebookState, Problem};
use crate::words::news::{self, Remedy};
use crate::words::notes;

/// The page's one `status`, its one `alert`, and Undo.
pub fn notices(notebook: NotebookState) -> Element {
    in_browser(element("div").class("notices"), notebook, move || told(notebook).into())
}

fn told(notebook: NotebookState) -> [Element; 2] {
    let undo_button = Handle::default();
    let mut before: Option<String> = None;
    watch(move || {
        let place = notebook.undo_place();
        match (&place, &before) {
            // The button that had the focus is gone with the note: who works by keyboard goes on
            // at Undo.
            (Some(_), _) => undo_button.focus(),
            // When Undo goes in its turn, and the focus with it, they go on at the theme.
            (None, Some(before)) => notebook.recover_focus(before),
            (None, None) => {}
        }
        before = place;
    });
    let undo = move || {
        let undo = move || notebook.undo_delete();
        let button = || button(notes::UNDO, "button", undo).handle(undo_button).into();
        notebook.undo_place().map(|_| button()).into_iter().collect()
    };
    let problems =
        move || notebook.problems().iter().map(|it| notice(notebook, it).into()).collect();
    [
        element("div").class("notices__problems").attribute("role", "alert").live(problems),
        element("div")
            .class("notices__news")
            .child(
                element("p")
                    .class("notices__status")
                    .attribute("role", "status")
                    .live_text(move || news::status(&notebook.status())),
            )
            .child(element("div").live(undo)),
    ]
}

fn notice(notebook: NotebookState, problem: &Problem) -> Element {
    let remedy = news::remedy(problem).map(|remedy| {
        let problem = problem.clone();
        button(remedy.label(), "button button--small", move || match remedy {
            Remedy::CopyAll => notebook.copy_all(),
            Remedy::WriteBack => notebook.write_back(),
            Remedy::Dismiss => notebook.dismiss(&problem),
        })
    });
    element("div")
        .class("notices__problem")
        .child(element("p").child(news::problem(problem)))
        .children(remedy)
}
