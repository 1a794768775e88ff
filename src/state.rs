//! What the page knows at any moment, and what the reader can do: signals, actions, and when
//! things are loaded and saved. What is done with notes then is the [`Session`]'s to decide.
//!
//! Views read through methods that subscribe them to just the part they show, so that a change to
//! one note wakes the views of that note alone. Typed text is not put into the notebook key by key:
//! it waits in a buffer until [`NotebookState::flush`], which runs [`SAVE_DELAY`] after the first
//! keystroke that is not yet stored, and whenever the page may go away.

use std::cell::RefCell;
use std::ops::Range;
use std::time::Duration;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::event::places::theme_anchor;
use crate::event::{Event, ThemeId};
use crate::json::{Fields, JsonError, Object, Value};
use crate::notebook::filter::{CHANGED, Choice, Filter, Group};
use crate::notebook::quote::Quote;
use crate::notebook::tags::{Tag, tags_of};
use crate::notebook::{Deleted, Note, NoteId, Timestamp, join_texts};
pub use crate::session::{Attention, Usage};
use crate::session::{Means, Session, Unsaved};
pub use crate::storage::Entry;
use crate::storage::{Change, Changes, Keys, StoreError};

/// How long a typed text waits before it is stored, also while the reader goes on typing. With the
/// time a save takes it must stay under the 300 ms that the page promises.
pub const SAVE_DELAY: Duration = Duration::from_millis(200);

/// How long a deletion can be undone with one click.
pub const UNDO_TIME: Duration = Duration::from_secs(10);

/// How often the page looks whether its notes are still in the store, and tries again to store
/// what could not be stored.
pub const WATCH_EVERY: Duration = Duration::from_secs(3);

/// The name under which the choice of colours is kept. The script at the top of the page reads it.
const COLOURS: &str = "colours";

/// The other choices that are kept: whether there are shortcuts, and whether the hint was seen.
const CHOICES: [&str; 2] = ["shortcuts", "hint"];

/// Takes whether something went well, once that is known.
pub type Answer = Box<dyn Fn(bool)>;

/// What the reader wants of the second program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// To take notes home in a form of their choice.
    Export,
    /// To bring notes in from a file.
    Import,
    /// To put notes on the clipboard.
    Copy,
    /// To see the notes that the page's address brings along.
    Visit,
}

/// The notes that the reader means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All.
    All,
    /// Those that a search found.
    Found(Vec<NoteId>),
    /// Those on one theme.
    Theme(ThemeId),
    /// A single one.
    Note(NoteId),
}

/// What the notebook needs from around it; handed in once the page runs in a browser.
pub struct Surroundings {
    /// Keeps the second copy.
    pub copy_elsewhere: Box<dyn Fn(Changes)>,
    /// Asks the browser to keep what this page stores, and calls back with the answer.
    pub ask_to_persist: fn(Answer),
    /// Puts a text on the clipboard, and calls back with whether that went well.
    pub to_clipboard: fn(&str, Answer),
    /// Hands a request to the program that takes notes home, and calls back with whether that went
    /// well.
    pub take_home: fn(String, Answer),
    /// Hands the reader a text as a file of this name.
    pub download: fn(&str, &str),
    /// Shows the page in the colours of this name; empty for the system's.
    pub show_colours: fn(&str),
    /// Writes a time as the reader is used to.
    pub local_time: fn(&Timestamp) -> String,
    /// Focuses the element with this id where the focus was lost with what had it.
    pub recover_focus: fn(&str),
}

/// How the last thing that the reader did went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing to tell.
    #[default]
    Quiet,
    /// All is stored.
    Saved,
    /// A note was deleted and can be brought back.
    Deleted,
    /// A deleted note is back.
    Restored,
    /// So many texts came back from the second copy.
    Recovered(usize),
    /// What had gone from the store is in it again.
    WrittenBack,
    /// What the reader asked for is on the clipboard.
    Copied,
}

/// What the reader must know because it endangers notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The browser gives no storage, or could not read it: notes live in memory only.
    NotKept(StoreError),
    /// So many notes and drafts have gone from the store and are still on the page.
    Vanished(usize),
    /// What was typed is on the page but not in the store.
    NotSaved(StoreError),
    /// The draft cannot be stored, because its place holds an entry that could not be read.
    PlaceTaken,
    /// The note could not be deleted, and is still there.
    NotDeleted,
    /// The browser did not take the text for the clipboard.
    NotCopied,
    /// The program that takes notes home did not arrive.
    NotLoaded,
    /// The program for reading and writing with ease did not arrive, and the reader asked for it.
    EaseNotLoaded,
    /// So many entries could not be read, and stay as they are.
    Unreadable(usize),
    /// So many notes were stored by a later version of the app, and are only shown.
    Newer(usize),
    /// So many notes hang on themes that the event does not have.
    UnknownTheme(usize),
}

struct Core {
    event: &'static Event,
    session: Session,
    surroundings: Option<Surroundings>,
    /// How the last thing that the reader did went.
    status: SaveStatus,
    /// What endangers notes, as it was told last.
    problems: Vec<Problem>,
    /// What the reader has seen and does not want to be told again.
    dismissed: Vec<Problem>,
    /// What Undo brings back, and the theme it hung on.
    deleted: Option<(NoteId, ThemeId)>,
    /// Whether the browser has agreed to keep what is stored; `None` while that is not known.
    persistent: Option<bool>,
    /// Why there is no store, where there is none.
    not_kept: Option<StoreError>,
    /// Why the last save left something undone.
    not_saved: Option<Unsaved>,
    /// What the last action could not do.
    not_done: Option<Problem>,
    /// Brought back by Undo, and not yet shown.
    restored: Option<NoteId>,
    /// Begun with a quotation, and not yet shown.
    begun: Option<NoteId>,
    save_timer: Option<TimeoutHandle>,
    undo_timer: Option<TimeoutHandle>,
    has_asked_to_persist: bool,
    /// What the reader has chosen to see of all notes.
    filter: Filter,
    /// Wakes the views of an entry. Sorted.
    triggers: Vec<(Entry, ArcTrigger)>,
    /// Whether the notes are loaded.
    loaded: ArcTrigger,
    /// Which notes there are, and on which themes.
    structure: ArcTrigger,
    /// The text of any note.
    texts: ArcTrigger,
    /// What is kept beside notes and drafts.
    beside: ArcTrigger,
    /// What is told to the reader.
    news: ArcTrigger,
    /// What is shown of all notes.
    filtered: ArcTrigger,
}

impl Core {
    fn trigger(&mut self, entry: Entry) -> ArcTrigger {
        let place = match self.triggers.binary_search_by(|(known, _)| known.cmp(&entry)) {
            Ok(place) => place,
            Err(place) => {
                self.triggers.insert(place, (entry, ArcTrigger::new()));
                place
            }
        };
        self.triggers[place].1.clone()
    }

    fn themes(&self) -> Vec<&'static ThemeId> {
        self.event.themes.iter().map(|theme| &theme.id).collect()
    }

    /// What endangers notes now, the worst first.
    fn present_problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        problems.extend(self.not_kept.clone().map(Problem::NotKept));
        match self.session.vanished().len() {
            0 => {}
            count => problems.push(Problem::Vanished(count)),
        }
        match &self.not_saved {
            Some(Unsaved::Store(error)) => problems.push(Problem::NotSaved(error.clone())),
            Some(Unsaved::PlaceTaken) => problems.push(Problem::PlaceTaken),
            Some(Unsaved::Closed) | None => {}
        }
        problems.extend(self.not_done.clone());
        match self.session.attention().len() {
            0 => {}
            count => problems.push(Problem::Unreadable(count)),
        }
        match self.session.notebook().notes().filter(|note| note.newer).count() {
            0 => {}
            count => problems.push(Problem::Newer(count)),
        }
        match self.session.notebook().notes_beyond(&self.themes()).len() {
            0 => {}
            count => problems.push(Problem::UnknownTheme(count)),
        }
        problems.retain(|problem| !self.dismissed.contains(problem));
        problems
    }
}

/// The notebook as the page sees it. A handle: copies speak of the same notebook.
///
/// What it says is plain data, and each kind of it has a trigger that wakes who read it: a signal
/// for each would be code for each type of data.
#[derive(Clone, Copy)]
pub struct NotebookState {
    core: &'static SendWrapper<RefCell<Core>>,
}

impl NotebookState {
    /// The state at build time and before the stored notes are loaded: no notes, not ready. It
    /// lasts as long as the page.
    pub fn new(event: &'static Event) -> Self {
        let core = Core {
            event,
            session: Session::closed(Keys::of(&event.id)),
            surroundings: None,
            status: SaveStatus::Quiet,
            problems: Vec::new(),
            dismissed: Vec::new(),
            deleted: None,
            persistent: None,
            not_kept: None,
            not_saved: None,
            not_done: None,
            restored: None,
            begun: None,
            save_timer: None,
            undo_timer: None,
            has_asked_to_persist: false,
            filter: Filter::default(),
            triggers: Vec::new(),
            loaded: ArcTrigger::new(),
            structure: ArcTrigger::new(),
            texts: ArcTrigger::new(),
            beside: ArcTrigger::new(),
            news: ArcTrigger::new(),
            filtered: ArcTrigger::new(),
        };
        Self { core: Box::leak(Box::new(SendWrapper::new(RefCell::new(core)))) }
    }

    fn with<T>(self, read: impl FnOnce(&Core) -> T) -> T {
        read(&self.core.borrow())
    }

    fn update<T>(self, change: impl FnOnce(&mut Core) -> T) -> T {
        change(&mut self.core.borrow_mut())
    }

    fn of_surroundings<T>(self, pick: impl FnOnce(&Surroundings) -> T) -> Option<T> {
        self.with(|core| core.surroundings.as_ref().map(pick))
    }

    // What views read. Each subscribes its caller to what it returns.

    /// Whether the stored notes are loaded, so that the reader can work.
    pub fn ready(self) -> bool {
        self.listen(|core| &core.loaded);
        self.with(|core| core.surroundings.is_some())
    }

    /// How the last thing that the reader did went.
    pub fn status(self) -> SaveStatus {
        self.listen(|core| &core.news);
        self.with(|core| core.status.clone())
    }

    /// What endangers notes at present.
    pub fn problems(self) -> Vec<Problem> {
        self.listen(|core| &core.news);
        self.with(|core| core.problems.clone())
    }

    /// Where on the page the note was whose deletion can be undone.
    pub fn undo_place(self) -> Option<String> {
        self.listen(|core| &core.news);
        self.with(|core| core.deleted.as_ref().map(|(_, theme)| theme_anchor(theme)))
    }

    /// The notes of a list, in their order: all, or what the filter shows of them.
    pub fn find(self, group: Group<'_>, is_filtered: bool) -> Vec<NoteId> {
        self.listen(|core| &core.structure);
        if is_filtered {
            self.listen(|core| &core.filtered);
            let reads_texts =
                |core: &Core| core.filter.leaves_out() || core.filter.order == CHANGED;
            if self.with(reads_texts) {
                self.listen(|core| &core.texts);
            }
        }
        self.with(|core| {
            let filter = is_filtered.then_some(&core.filter);
            let found = core.session.notebook().find(group, &core.themes(), filter);
            found.into_iter().map(|note| note.id.clone()).collect()
        })
    }

    /// Whether the filter leaves out any note.
    pub fn is_filtered(self) -> bool {
        self.listen(|core| &core.filtered);
        self.with(|core| core.filter.leaves_out())
    }

    /// Where in a text stands what is searched for.
    pub fn hits(self, text: &str) -> Vec<Range<usize>> {
        self.listen(|core| &core.filtered);
        self.with(|core| core.filter.query.hits(text).unwrap_or_default())
    }

    /// The theme or tag by which notes are filtered, to be marked in a list that is made anew.
    pub fn chosen(self, pick: fn(&Filter) -> &String) -> String {
        self.with(|core| pick(&core.filter).clone())
    }

    /// The tags that stand in notes.
    pub fn tags(self) -> Vec<Tag> {
        self.listen(|core| &core.structure);
        self.listen(|core| &core.texts);
        self.with(|core| tags_of(core.session.notebook().notes()))
    }

    /// How many notes a theme has.
    pub fn count_on(self, theme: &ThemeId) -> usize {
        self.listen(|core| &core.structure);
        self.with(|core| {
            core.session.notebook().notes().filter(|note| &note.theme == theme).count()
        })
    }

    /// How many notes there are.
    pub fn count(self) -> usize {
        self.listen(|core| &core.structure);
        self.with(|core| core.session.notebook().len())
    }

    /// The colours that the reader has chosen; empty where the system's serve.
    pub fn colours(self) -> String {
        self.listen(|core| &core.loaded);
        self.with(|core| core.session.setting(COLOURS).unwrap_or_default().to_owned())
    }

    /// Something of one note, `None` once it is gone.
    pub fn with_note<T>(self, id: &NoteId, read: impl FnOnce(&Note) -> T) -> Option<T> {
        self.track(Entry::Note(id.clone()));
        self.with(|core| core.session.notebook().note(id).map(read))
    }

    /// Whether a note is pinned.
    pub fn is_pinned(self, id: &NoteId) -> bool {
        self.with_note(id, Note::is_pinned) == Some(true)
    }

    /// The draft on a theme, empty where there is none.
    pub fn draft(self, theme: &ThemeId) -> String {
        self.track(Entry::Draft(theme.clone()));
        self.with(|core| core.session.draft(theme).to_owned())
    }

    /// Whether a note or draft could not be stored as it stands on the page.
    pub fn is_unsaved(self, entry: Entry) -> bool {
        self.track(entry.clone());
        self.with(|core| core.session.unsaved().contains(&entry))
    }

    /// The recently deleted notes, the latest first.
    pub fn recently_deleted(self) -> Vec<Deleted> {
        self.listen(|core| &core.beside);
        self.with(|core| core.session.notebook().deleted().to_vec())
    }

    /// What could not be read.
    pub fn attention(self) -> Vec<Attention> {
        self.listen(|core| &core.beside);
        self.with(|core| core.session.attention().to_vec())
    }

    /// How much room the notebook takes.
    pub fn usage(self) -> Usage {
        self.listen(|core| &core.structure);
        self.listen(|core| &core.texts);
        self.listen(|core| &core.beside);
        self.with(|core| core.session.usage())
    }

    /// Whether the browser has agreed to keep what is stored; `None` while that is not known.
    pub fn persistent(self) -> Option<bool> {
        self.listen(|core| &core.news);
        self.with(|core| core.persistent)
    }

    /// When the last backup was taken, where notes have gone without one for long: `None` where
    /// that is not so, and a `None` inside where there never was one.
    pub fn overdue_backup(self) -> Option<Option<Timestamp>> {
        self.listen(|core| &core.texts);
        self.listen(|core| &core.structure);
        self.with(|core| core.session.overdue_backup().map(|last| last.cloned()))
    }

    /// A time as the reader is used to; at build time as it is stored.
    pub fn local_time(self, time: &Timestamp) -> String {
        match self.of_surroundings(|it| it.local_time) {
            Some(local_time) => local_time(time),
            None => time.as_str().to_owned(),
        }
    }

    fn listen(self, pick: fn(&Core) -> &ArcTrigger) {
        self.with(|core| pick(core).clone()).track();
    }

    fn wake(self, pick: fn(&Core) -> &ArcTrigger) {
        self.with(|core| pick(core).clone()).notify();
    }

    fn set_status(self, status: SaveStatus) {
        let differs =
            self.update(|core| std::mem::replace(&mut core.status, status.clone()) != status);
        if differs {
            self.wake(|core| &core.news);
        }
    }

    fn track(self, entry: Entry) {
        self.update(|core| core.trigger(entry)).track();
    }

    fn notify(self, entry: Entry) {
        self.update(|core| core.trigger(entry)).notify();
    }

    // What the reader does.

    /// Takes over what was typed into an add box before the notes were loaded, beside a draft
    /// that was stored earlier.
    pub fn adopt(self, theme: &ThemeId, typed: String) {
        let joined = self.with(|core| join_texts(core.session.notebook().draft(theme), &typed));
        self.type_draft(theme, joined);
        self.flush();
        self.notify(Entry::Draft(theme.clone()));
    }

    /// Keeps what stands in an add box, to be stored soon.
    pub fn type_draft(self, theme: &ThemeId, text: String) {
        self.type_text(Entry::Draft(theme.clone()), text);
    }

    /// Keeps what stands in the editor of a note, to be stored soon.
    pub fn type_note(self, id: &NoteId, text: String) {
        self.type_text(Entry::Note(id.clone()), text);
    }

    fn type_text(self, entry: Entry, text: String) {
        self.update(|core| {
            core.session.type_text(entry, text);
            // Not put off by the next keystroke: who types without a pause is saved as well.
            if core.save_timer.is_none() {
                core.save_timer = self.after(SAVE_DELAY, Self::flush);
            }
        });
    }

    /// Adds a note and clears the theme's draft; `false` where the text is blank.
    pub fn add(self, theme: &ThemeId, text: String) -> bool {
        self.begin_action();
        let added = self.act(|session| session.add(theme, text)).is_some();
        if added {
            self.flush();
            self.ask_to_persist();
        }
        added
    }

    /// Begins a note with words of the event, and opens it.
    fn begin_quote(self, theme: &ThemeId, quote: &Quote) {
        self.begin_action();
        let begun = self.act(|session| session.add_quote(theme, quote));
        self.update(|core| core.begun = begun);
        self.flush();
        self.ask_to_persist();
    }

    /// Opens a note for editing: from now on its text is safe from other pages.
    pub fn begin_edit(self, id: &NoteId) {
        self.begin_action();
        self.act(|session| session.begin_edit(id));
    }

    /// Closes a note's editor. A note left blank is deleted, and can be brought back.
    pub fn end_edit(self, id: &NoteId) {
        self.flush();
        self.act(|session| session.end_edit(id));
        if self.with(|core| core.session.notebook().note(id).is_some_and(Note::is_blank)) {
            self.delete(id);
        }
    }

    /// Deletes a note, until [`Self::undo_delete`] or [`Self::restore`] brings it back.
    pub fn delete(self, id: &NoteId) {
        self.flush();
        self.begin_action();
        let theme =
            self.with(|core| core.session.notebook().note(id).map(|note| note.theme.clone()));
        match (self.act(|session| session.delete(id)), theme) {
            (Ok(Some(deleted)), Some(theme)) => {
                self.update(|core| {
                    core.undo_timer = self.after(UNDO_TIME, Self::forget_deleted);
                });
                self.update(|core| core.deleted = Some((deleted, theme)));
                self.wake(|core| &core.news);
                self.save(SaveStatus::Deleted);
                self.set_status(SaveStatus::Deleted);
            }
            (Err(_), _) => self.set_not_done(Problem::NotDeleted),
            _ => {}
        }
    }

    /// Brings the note back that was deleted last.
    pub fn undo_delete(self) {
        if let Some((id, _)) = self.with(|core| core.deleted.clone()) {
            self.restore(&id);
        }
    }

    /// Brings a deleted note back.
    pub fn restore(self, id: &NoteId) {
        self.begin_action();
        let restored = self.act(|session| session.restore(id));
        if restored.is_some() {
            self.update(|core| core.restored = restored);
            self.wake(|core| &core.structure);
            self.save(SaveStatus::Restored);
            self.set_status(SaveStatus::Restored);
        }
    }

    /// Lets go of all recently deleted notes.
    pub fn empty_deleted(self) {
        self.begin_action();
        if self.act(Session::empty_deleted).is_err() {
            self.set_not_done(Problem::NotDeleted);
        }
    }

    /// Removes an entry that could not be read.
    pub fn discard(self, attention: &Attention) {
        self.begin_action();
        if self.act(|session| session.discard(attention)).is_err() {
            self.set_not_done(Problem::NotDeleted);
        }
        self.flush();
    }

    /// Hangs a note on another theme.
    pub fn move_to(self, id: &NoteId, theme: &ThemeId) {
        self.change(&|session| session.move_to(id, theme));
    }

    /// Pins a note, or takes its pin away.
    pub fn toggle_pin(self, id: &NoteId) {
        self.change(&|session| session.toggle_pin(id));
    }

    fn change(self, change: &dyn Fn(&mut Session)) {
        self.begin_action();
        self.act(change);
        self.flush();
    }

    /// Shows another part of all notes, or another order.
    pub fn choose(self, choice: Choice, value: String) {
        self.update(|core| core.filter.choose(choice, value));
        self.wake(|core| &core.filtered);
    }

    /// Puts back into the store what had gone from it.
    pub fn write_back(self) {
        self.begin_action();
        let outcome = self.act(Session::write_back);
        self.set_not_saved(outcome.clone());
        if outcome == Some(Ok(())) {
            self.set_status(SaveStatus::WrittenBack);
        }
    }

    /// Shows the page in the colours of this name, from now on; empty for the system's.
    pub fn choose_colours(self, colours: &str) {
        self.keep_choice(COLOURS, colours);
        if let Some(show_colours) = self.of_surroundings(|it| it.show_colours) {
            show_colours(colours);
        }
    }

    fn keep_choice(self, setting: &str, choice: &str) {
        self.act(|session| session.choose(setting, choice));
    }

    /// Does not tell this again, unless it becomes another.
    pub fn dismiss(self, problem: &Problem) {
        self.update(|core| core.dismissed.push(problem.clone()));
        self.tell_problems();
    }

    /// Puts every note on the clipboard: with headings and lists, or, where the second program does
    /// not arrive, as plain text.
    pub fn copy_all(self) {
        self.take_home(Task::Copy, Scope::All);
    }

    fn copy_all_as_text(self) {
        let text = self.with(|core| {
            let outline: Vec<(&ThemeId, &str)> =
                core.event.outline().map(|theme| (&theme.id, theme.title.as_str())).collect();
            core.session.notebook().plain_text(&core.event.title, &outline)
        });
        self.copy(&text);
    }

    /// Puts a text on the clipboard.
    pub fn copy(self, text: &str) {
        self.begin_action();
        let answer = Box::new(move |went_well| {
            if went_well {
                self.set_status(SaveStatus::Copied);
            } else {
                self.set_not_done(Problem::NotCopied);
            }
        });
        // Called outside of `with`: what is called may call back, or move the focus, at once.
        if let Some(to_clipboard) = self.of_surroundings(|it| it.to_clipboard) {
            to_clipboard(text, answer);
        }
    }

    /// Calls the second program, which takes notes home and brings them in.
    pub fn take_home(self, task: Task, scope: Scope) {
        self.begin_action();
        self.flush();
        let mut request = Object::default();
        let task_name = match task {
            Task::Export => "export",
            Task::Import => "import",
            Task::Copy => "copy",
            Task::Visit => "visit",
        };
        request.set("task", task_name.into());
        match scope {
            Scope::All => {}
            Scope::Found(ids) => {
                let ids = ids.iter().map(|id| id.as_str().into()).collect();
                request.set("found", Value::List(ids));
            }
            Scope::Theme(theme) => request.set("theme", theme.as_str().into()),
            Scope::Note(id) => request.set("note", id.as_str().into()),
        }
        let entries = self.with(|core| core.session.entries());
        let pair =
            |(key, text): (String, String)| Value::List(vec![Value::Text(key), Value::Text(text)]);
        request.set("entries", Value::List(entries.into_iter().map(pair).collect()));
        let answer = Box::new(move |went_well| match (went_well, task) {
            (true, _) => {}
            (false, Task::Copy) => self.copy_all_as_text(),
            (false, _) => self.set_not_done(Problem::NotLoaded),
        });
        if let Some(take_home) = self.of_surroundings(|it| it.take_home) {
            take_home(Value::Object(request).to_string(), answer);
        }
    }

    /// Tells that what the reader pressed does nothing, because the program that it is for did not
    /// arrive.
    pub fn tell_ease_not_loaded(self) {
        self.set_not_done(Problem::EaseNotLoaded);
    }

    /// Does what another program asks for, and answers in a word how that went: `done`, `changed`
    /// where nothing was done because something else stands there by now, `full` or `refused`.
    pub fn hear(self, message: &str) -> &'static str {
        let Ok(mut fields) = Fields::parse(message) else { return "refused" };
        if let Ok(at) = fields.parsed("backup", |time| Timestamp::parse(&time)) {
            self.act(|session| session.took_backup(at));
            self.wake(|core| &core.texts);
            return "done";
        }
        if let Ok(copied) = fields.text("copied") {
            match copied.as_str() {
                "" => self.copy_all_as_text(),
                _ => self.set_status(SaveStatus::Copied),
            }
            return "done";
        }
        if let (Ok(setting), Ok(choice)) = (fields.text("setting"), fields.text("choice"))
            && CHOICES.contains(&setting.as_str())
        {
            self.keep_choice(&setting, &choice);
            return "done";
        }
        let quotes = fields.objects("quotes", |quote| {
            let theme = quote.parsed("theme", ThemeId::try_from)?;
            let quote = Quote::read(&quote.rest()).ok_or(JsonError::Field("exact"))?;
            Ok((theme, quote))
        });
        if let Ok(quotes) = quotes {
            for (theme, quote) in quotes {
                self.begin_quote(&theme, &quote);
            }
            return "done";
        }
        let changes = fields.objects("changes", |change| {
            Ok(Change {
                key: change.text("key")?,
                before: change.optional_text("before")?,
                after: change.optional_text("after")?,
            })
        });
        let Ok(changes) = changes else { return "refused" };
        self.flush();
        match self.act(|session| session.exchange(&changes)) {
            Ok(()) => "done",
            Err(Unsaved::PlaceTaken) => "changed",
            Err(Unsaved::Store(StoreError::Full)) => "full",
            Err(_) => "refused",
        }
    }

    /// Hands the reader an entry that could not be read, as a file.
    pub fn download(self, attention: &Attention) {
        let name = self.with(|core| core.session.keys().rest(&attention.entry)).replace('/', "-");
        if let Some(download) = self.of_surroundings(|it| it.download) {
            download(&format!("{name}.txt"), &attention.raw);
        }
    }

    /// Leads the focus to an element by its id where it was lost with what had it.
    pub fn recover_focus(self, id: &str) {
        if let Some(recover_focus) = self.of_surroundings(|it| it.recover_focus) {
            recover_focus(id);
        }
    }

    /// Whether a note has just been brought back; says so once, to the view that then shows it.
    pub fn take_restored(self, id: &NoteId) -> bool {
        self.update(|core| core.restored.take_if(|restored| restored == id).is_some())
    }

    /// Whether a note has just been begun with a quotation; says so once, to the view that then shows
    /// it.
    pub fn take_begun(self, id: &NoteId) -> bool {
        self.update(|core| core.begun.take_if(|begun| begun == id).is_some())
    }

    /// The next action has begun: what was said of the last one no longer holds.
    fn begin_action(self) {
        self.forget_deleted();
        let was_told = self.update(|core| core.not_done.take().is_some());
        if was_told {
            self.tell_problems();
        }
    }

    /// Gives up the possibility to undo.
    fn forget_deleted(self) {
        self.update(|core| {
            if let Some(timer) = core.undo_timer.take() {
                timer.clear();
            }
        });
        if self.update(|core| core.deleted.take().is_some()) {
            self.set_status(SaveStatus::Quiet);
            self.wake(|core| &core.news);
        }
    }

    fn after(self, delay: Duration, act: fn(Self)) -> Option<TimeoutHandle> {
        set_timeout_with_handle(move || act(self), delay).ok()
    }

    // Loading and saving.

    /// Loads the stored notes and makes the page ready.
    pub fn connect(self, means: Means, surroundings: Surroundings) {
        self.update(|core| {
            core.not_kept = core.session.open(means).err();
            core.surroundings = Some(surroundings);
            let themes = core.themes();
            core.session.add_lost_drafts(&themes);
        });
        self.wake(|core| &core.structure);
        self.wake(|core| &core.loaded);
        self.tell();
        self.tell_problems();
        self.save(SaveStatus::Quiet);
        self.watch();
    }

    /// Brings back what stands in the second copy and not in the store.
    pub fn recover(self, copy: &[(String, String)]) {
        let count = self.act(|session| session.recover(copy));
        self.save(SaveStatus::Quiet);
        if count > 0 {
            self.set_status(SaveStatus::Recovered(count));
        }
    }

    /// Stores at once what is typed and not yet stored.
    pub fn flush(self) {
        self.act(|session| {
            // A script of this very page may have cleared the storage, of which no event tells.
            if session.was_cleared() {
                session.refresh_all();
            }
            session.take_typed();
        });
        self.update(|core| {
            if let Some(timer) = core.save_timer.take() {
                timer.clear();
            }
        });
        self.save(SaveStatus::Saved);
    }

    /// Writes what is in the notebook and not in the store; where all went well says `done`.
    fn save(self, done: SaveStatus) {
        let outcome = self.act(Session::save);
        self.set_not_saved(outcome.clone());
        let kept = self.with(|core| core.session.is_kept());
        match outcome {
            None => {}
            // “Saved” is a promise that memory cannot keep.
            Some(Ok(())) if kept => self.set_status(done),
            Some(_) => self.set_status(SaveStatus::Quiet),
        }
    }

    fn set_not_saved(self, outcome: Option<Result<(), Unsaved>>) {
        if let Some(outcome) = outcome {
            self.update(|core| core.not_saved = outcome.err());
            self.tell_problems();
        }
    }

    fn set_not_done(self, problem: Problem) {
        self.update(|core| core.not_done = Some(problem));
        self.tell_problems();
    }

    /// Takes over what another page changed, `None` for every key.
    pub fn reload(self, key: Option<&str>) {
        self.act(|session| session.refresh_key(key));
        self.save(SaveStatus::Saved);
    }

    /// Whether something would be lost if the page ended now.
    pub fn is_at_risk(self) -> bool {
        self.with(|core| core.session.is_at_risk())
    }

    /// Looks from time to time whether the store still holds what it held, and has room again.
    fn watch(self) {
        let look = move || {
            let needs_care =
                self.with(|core| core.session.was_cleared() || !core.session.unsaved().is_empty());
            if needs_care {
                self.flush();
            }
        };
        // Fails only where there is no window.
        let _ = set_interval_with_handle(look, WATCH_EVERY);
    }

    /// Asks the browser, once a page, to keep what is stored.
    fn ask_to_persist(self) {
        let answer = Box::new(move |agreed| {
            self.update(|core| core.persistent = Some(agreed));
            self.wake(|core| &core.news);
        });
        let has_asked = self.update(|core| std::mem::replace(&mut core.has_asked_to_persist, true));
        if let (false, Some(ask)) = (has_asked, self.of_surroundings(|it| it.ask_to_persist)) {
            ask(answer);
        }
    }

    /// Does something with the session, and tells the views what changed by it.
    fn act<T>(self, action: impl FnOnce(&mut Session) -> T) -> T {
        let result = self.update(|core| action(&mut core.session));
        self.tell();
        result
    }

    fn tell(self) {
        let (changed, reshaped, beside_changed) = self.update(|core| {
            let written = core.session.take_written();
            if let (false, Some(surroundings)) = (written.is_empty(), &core.surroundings) {
                (surroundings.copy_elsewhere)(written);
            }
            let session = &mut core.session;
            (session.take_changed(), session.take_reshaped(), session.take_beside_changed())
        });
        if reshaped {
            self.wake(|core| &core.structure);
        }
        if beside_changed {
            self.wake(|core| &core.beside);
        }
        if changed.is_empty() {
            return;
        }
        if changed.iter().any(|entry| matches!(entry, Entry::Note(_))) {
            self.wake(|core| &core.texts);
        }
        for entry in changed {
            self.notify(entry);
        }
        self.tell_problems();
    }

    fn tell_problems(self) {
        let problems = self.with(Core::present_problems);
        let differ = self.with(|core| core.problems != problems);
        if differ {
            self.update(|core| core.problems = problems);
            self.wake(|core| &core.news);
        }
    }
}
