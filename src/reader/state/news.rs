//! What the reader is told of their notes, and the deletion that can be undone.

use std::time::Duration;

use leptos::prelude::*;

use super::session::SharedSession;
use crate::event::ThemeId;
use crate::messages::news::{Copied, Problem, Status};
use crate::notebook::NoteId;
use crate::reader::platform;
use crate::session::Unsaved;

/// How long a deletion can be undone with one press.
const UNDO_TIME: Duration = Duration::from_secs(10);

/// A deletion that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// The deleted note.
    pub note: NoteId,
    /// The theme it hung on.
    pub theme: ThemeId,
}

/// The news.
#[derive(Clone, Copy)]
pub struct News {
    status: RwSignal<Status>,
    /// Becomes the other with each action, not with each key: what is told of it is shown anew, be it the
    /// same.
    turn: RwSignal<bool>,
    deletion: RwSignal<Option<Deletion>>,
    undo_timer: StoredValue<Option<TimeoutHandle>>,
    /// Why the last save left something undone.
    not_saved: RwSignal<Option<Problem>>,
    /// What the last action could not do.
    not_done: RwSignal<Option<Problem>>,
    /// What the reader does not want to be told again.
    dismissed: RwSignal<Vec<Problem>>,
    problems: Memo<Vec<Problem>>,
}

impl News {
    pub(super) fn new(session: SharedSession) -> Self {
        let not_saved = RwSignal::new(None);
        let not_done = RwSignal::new(None);
        let dismissed = RwSignal::new(Vec::new());
        let problems = Memo::new(move |_| {
            session.lists.track();
            session.beside.track();
            session.texts.track();
            let mut problems: Vec<Problem> = not_saved.get().into_iter().collect();
            problems.extend(stored_problems(session));
            problems.extend(not_done.get());
            dismissed.with(|dismissed| problems.retain(|problem| !dismissed.contains(problem)));
            problems
        });
        Self {
            status: RwSignal::default(),
            turn: RwSignal::new(false),
            deletion: RwSignal::new(None),
            undo_timer: StoredValue::new(None),
            not_saved,
            not_done,
            dismissed,
            problems,
        }
    }

    /// How the last thing that the reader did went.
    pub fn status(self) -> Status {
        self.status.get()
    }

    /// Whether this is told of an even or an odd action.
    pub fn turn(self) -> bool {
        self.turn.get()
    }

    /// What endangers notes, the worst first.
    pub fn problems(self) -> Vec<Problem> {
        self.problems.get()
    }

    /// The deletion that can be undone.
    pub fn deletion(self) -> Option<Deletion> {
        self.deletion.get()
    }

    /// Tells what went well.
    pub fn tell(self, status: Status) {
        if self.status.with_untracked(|known| *known != status) {
            self.status.set(status);
        }
    }

    /// Tells what could not be done.
    pub fn tell_problem(self, problem: Problem) {
        self.not_done.set(Some(problem));
    }

    /// Puts a text on the clipboard, and tells how that went. To be called in the press itself.
    pub fn copy(self, text: &str, what: Copied) {
        platform::copy_text(text, move |went_well| self.tell_copied(went_well, what));
    }

    /// Tells whether something was copied.
    pub fn tell_copied(self, went_well: bool, what: Copied) {
        if went_well {
            // Told again, as often as the reader does it.
            self.status.set(Status::Copied);
        } else {
            self.tell_problem(Problem::NotCopied(what));
        }
    }

    pub(super) fn tell_saved(self, outcome: Result<(), Unsaved>) {
        let not_saved = match outcome {
            Err(Unsaved::Store(error)) => Some(Problem::NotSaved(error)),
            Err(Unsaved::PlaceTaken) => Some(Problem::PlaceTaken),
            Err(Unsaved::Closed) | Ok(()) => None,
        };
        if self.not_saved.with_untracked(|known| *known != not_saved) {
            self.not_saved.set(not_saved);
        }
    }

    pub(super) fn offer_undo(self, deletion: Deletion) {
        self.deletion.set(Some(deletion));
        let past = move || {
            self.forget_deletion();
            self.status.set(Status::Quiet);
        };
        let timer = set_timeout_with_handle(past, UNDO_TIME);
        self.undo_timer.set_value(timer.ok());
    }

    /// Does not tell this again, unless it becomes another.
    pub fn dismiss(self, problem: &Problem) {
        self.dismissed.update(|dismissed| dismissed.push(problem.clone()));
    }

    /// The next action has begun: what was said of the last one no longer holds.
    pub fn begin_action(self) {
        self.turn.update(|turn| *turn = !*turn);
        // Before anything else changes: what is told of this action comes before what follows from it, and
        // is told again where it is the same as of the last one.
        self.status.set(Status::Quiet);
        self.forget_deletion();
        if self.not_done.with_untracked(Option::is_some) {
            self.not_done.set(None);
        }
    }

    fn forget_deletion(self) {
        if let Some(timer) = self.undo_timer.write_value().take() {
            timer.clear();
        }
        if self.deletion.with_untracked(Option::is_some) {
            self.deletion.set(None);
        }
    }
}

/// What endangers notes, as far as the session tells.
fn stored_problems(shared: SharedSession) -> Vec<Problem> {
    let themes = shared.known_themes();
    shared.with(|session| {
        let notebook = session.notebook();
        let mut problems = Vec::new();
        problems.extend(shared.not_kept.get_value().map(Problem::NotKept));
        let vanished = session.vanished().len();
        if vanished > 0 {
            problems.push(Problem::Vanished(vanished));
        }
        let unreadable = session.attention().len();
        if unreadable > 0 {
            problems.push(Problem::Unreadable(unreadable));
        }
        let newer = notebook.count_newer();
        if newer > 0 {
            problems.push(Problem::Newer(newer));
        }
        let beyond = notebook.notes_beyond(&themes).count();
        if beyond > 0 {
            problems.push(Problem::UnknownTheme(beyond));
        }
        problems
    })
}
