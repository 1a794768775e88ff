//! What can be wrong with an event file. What the host reads of it is written in `messages`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::dates::TimeAdvice;
use super::invisible::Unseen;
use super::pictures;
use super::words::{Choice, Here};

/// The place of what is missing in the file as a whole.
pub(super) const TOP_OF_FILE: Range<usize> = 0..0;

/// Something wrong, and where; nothing where it is the file as a whole.
pub(super) type Found = (FaultKind, Option<Range<usize>>);

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $noun:literal;)*) => {
        /// The tables of an event file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Table {$(
            $(#[$doc])*
            $name,
        )*}

        impl Table {
            const ALL: &[Self] = &[$(Self::$name),*];

            /// The name between the brackets; empty for the event itself.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// What one such table describes, in words.
            pub fn noun(self) -> &'static str {
                match self { $(Self::$name => $noun,)* }
            }
        }
    };
}

tables! {
    /// The keys above the first `[[…]]`.
    Event = "", "event";
    /// The keys of the file of a site.
    Site = "", "site";
    /// `[[organizers]]`
    Organizer = "organizers", "organizer";
    /// `[[sponsors]]`
    Sponsor = "sponsors", "sponsor";
    /// `[[summary]]`
    Paragraph = "summary", "paragraph of the summary";
    /// `[[occasions]]`
    Occasion = "occasions", "occasion";
    /// `[[related]]`
    Related = "related", "related event";
    /// `[[places]]`
    Place = "places", "place";
    /// `[[information]]`
    Information = "information", "piece of information";
    /// `[[links]]`, of the event or of a session.
    Material = "links", "link";
    /// `[[people]]`, and who takes part in a session.
    Person = "people", "person";
    /// `[[sessions]]`
    Session = "sessions", "session";
    /// `[[quotations]]`
    Quotation = "quotations", "quotation";
    /// `[[parts]]`
    Part = "parts", "part";
    /// `[[themes]]`
    Theme = "themes", "theme";
    /// `[[remarks]]`, of the event or of a session.
    Remark = "remarks", "remark";
    /// `[[sources]]`
    Source = "sources", "source";
}

impl Table {
    /// The tables whose statements come from sources.
    pub(super) const CITING: [Self; 12] = [
        Self::Organizer,
        Self::Sponsor,
        Self::Paragraph,
        Self::Occasion,
        Self::Related,
        Self::Information,
        Self::Person,
        Self::Session,
        Self::Quotation,
        Self::Part,
        Self::Theme,
        Self::Remark,
    ];

    /// The table with this name between its brackets.
    pub(super) fn of(key: &str) -> Self {
        Self::ALL.iter().copied().find(|table| table.key() == key).unwrap_or(Self::Event)
    }
}

/// What a key has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `"…"`
    Text,
    /// `["…", "…"]`
    Texts,
    /// `"…"` or `["…", "…"]`
    TextOrTexts,
    /// `true` or `false`
    YesOrNo,
    /// `[[…]]`, once for each thing described.
    Tables,
}

/// What is wrong with a line, or with several.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields say what the sentence of each kind names")]
pub enum Broken {
    /// Something that has no kind of its own here; holds what the parser says.
    Other(String),
    /// A text whose last quotation mark is missing.
    UnclosedText,
    /// A text whose first quotation mark is missing.
    UnopenedText,
    /// A text between single marks that goes on over several lines.
    TextOverLines,
    /// A text whose three last quotation marks are missing.
    UnclosedBlock,
    /// A list whose last bracket is missing.
    UnclosedList,
    /// A list whose first bracket is missing.
    UnopenedList,
    /// Braces that are never closed.
    UnclosedBraces,
    /// A bracket that is closed by one of another kind.
    OtherBracket,
    /// A bracket that closes nothing.
    StrayBracket,
    /// Two items of a list without a comma between them.
    MissingComma { after: String },
    /// A comma in a list with no item before it.
    ExtraComma,
    /// A list between braces.
    BracesForList,
    /// Several texts without brackets around them.
    NoBrackets,
    /// Quotation marks that are not straight.
    QuotationMarks,
    /// A quotation mark within a text.
    MarkInside,
    /// A backslash that takes the last quotation mark into the text.
    BackslashAtEnd,
    /// A comma or a semicolon at the end of a line.
    MarkAtEnd,
    /// Words behind a value.
    TextBehind,
    /// Two keys on one line.
    TwoOnALine,
    /// A text without quotation marks.
    Unquoted,
    /// A key without a value.
    NoValue,
    /// A key whose value stands on a line below.
    ValueBelow,
    /// A colon where `=` has to be.
    Colon,
    /// A key and a value with nothing between them.
    NoEquals,
    /// More than one `=`.
    TwoEquals,
    /// Words that are neither a key nor a remark.
    NoKey,
    /// A remark that begins as in other languages.
    OtherRemark,
    /// A table's name whose brackets are not right.
    TableName,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields say what the sentence of each kind names")]
pub enum FaultKind {
    /// The system could not read the file.
    Unreadable(String),
    /// The file is larger than [`LARGEST_FILE`](super::LARGEST_FILE).
    TooLarge,
    /// The file is not UTF-8; holds the first byte that is not.
    NotUtf8(u8),
    /// The file is no text; holds what it is.
    NotText(&'static str),
    /// The file is text in another encoding; holds its name.
    OtherEncoding(&'static str),
    /// The stem of the file's name is not an id; holds one that is.
    FileName { stem: String, suggestion: String },
    /// The file's name does not end in `.toml`, so that a build would not find it.
    FileEnding { name: String, suggestion: String },
    /// Another file holds the same event in the same language; holds its name.
    SameLanguage(String),
    /// A file in another language has not the same themes and sessions as this one; holds its name, and the
    /// ids that only one of them has.
    OtherThemes { file: String, ids: Vec<String> },
    /// The text is not TOML; holds how the line reads once it is mended, where that can be told.
    Syntax { what: Broken, mended: Option<String> },
    /// A letter that nobody sees, where none may stand.
    Unseen(Unseen),
    /// A letter that nobody sees, in an address, an id, a date and the like.
    UnseenInValue { key: &'static str, unseen: Unseen, mended: String },
    /// A backslash that would make another letter of the next one.
    Backslash { written: String, mended: Option<String> },
    /// A control character by its number.
    ControlByNumber(u32),
    /// A place that was marked for the host to fill in, and is not; holds what belongs there.
    ToFillIn(String),
    /// A key that its table does not know.
    UnknownKey {
        table: Table,
        key: String,
        /// What it is called here.
        here: Option<Here>,
        /// Its value as it stands in the file, where it is short.
        value: Option<Box<str>>,
        nearest: Option<&'static str>,
        belongs_at_the_top: bool,
        known: Box<[&'static str]>,
    },
    /// A key below a remark that is nothing but a table's name, as a heading has it in Markdown.
    HeadingForTable { heading: String, table: Table, key: String },
    /// A number where a text has to be, and the like.
    WrongType { key: &'static str, expected: Shape, found: &'static str, mended: Option<String> },
    /// A required key is not there.
    Missing { table: Table, key: &'static str },
    /// A text of nothing but space.
    Empty { key: &'static str, optional: bool },
    /// A statement that does not tell where it comes from.
    CitesNothing(Table),
    /// The file has no theme at all.
    NoTheme,
    /// A theme without a paragraph.
    ThemeWithoutText,
    /// A paragraph of nothing but space.
    BlankParagraph,
    /// A part that no theme names.
    PartWithoutThemes(String),
    /// A text that cannot be an id.
    NotAnId(String),
    /// An id that stands at `first` already.
    IdUsedTwice { table: Table, id: String, first: Range<usize> },
    /// An id that nothing in the file has.
    NamesNothing { table: Table, id: String, meant: Option<String> },
    /// A date that is not written `YYYY-MM-DD`.
    NotADate { text: String, advice: Box<TimeAdvice> },
    /// A date that the calendar does not have.
    NoSuchDay(String),
    /// A time that is not written `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`.
    NotATime { text: String, advice: Box<TimeAdvice> },
    /// A date or a time without quotation marks.
    UnquotedTime { text: String, advice: Box<TimeAdvice> },
    /// A time that no day has.
    NoSuchTime(String),
    /// A time of day in a file that does not tell its time zone.
    TimeWithoutZone { zone: Option<String> },
    /// A time at the start and only a day at the end, or the other way round; holds how the other one
    /// could read.
    TimeAtOneEnd { table: Table, at_start: bool, example: String },
    /// A time that the clocks of the zone skip; holds the first one behind it.
    SkippedTime { time: String, zone: String, next: String },
    /// A time that the clocks of the zone show twice.
    TimeShownTwice { time: String, zone: String },
    /// A name that the database of time zones does not have.
    NotATimeZone { text: String, zones: Vec<String> },
    /// A text that is no tag of a language.
    NotALanguage(String),
    /// A text that is no colour as colours are written here.
    NotAColour { key: &'static str, text: String },
    /// A colour in which words could not be read; holds its contrast with a colour of the page, and the
    /// nearest colour in which they can.
    FaintColour {
        key: &'static str,
        text: String,
        contrast: String,
        with: &'static str,
        nearest: String,
    },
    /// Something comes to its end before it begins.
    EndsBeforeStart(Table),
    /// A session that takes notes has no id; holds one that it could have.
    SessionWithoutId(String),
    /// An address whose scheme is not `http`, `https` or `mailto`, or that leads nowhere.
    NotALink(String),
    /// An address of the page that no browser could open, or that names a place within the page.
    NotAPageAddress(String),
    /// A text that is none of those that a key may hold.
    NotOneOf { key: &'static str, text: String, choices: Vec<&'static str>, meant: Choice },
    /// A picture's path that does not stay below `public/`; holds the path that is meant.
    NotAPicture { path: String, meant: Option<String> },
    /// A picture whose file does not exist; holds the path of the one that is meant.
    PictureIsNotThere { path: String, meant: Option<String> },
    /// A source that nothing cites.
    UncitedSource(String),
    /// A tag of HTML in a text; holds the tag.
    Html(String),
    /// Marks of Markdown where a text is shown as it stands; holds the marks.
    Markdown(String),
    /// A role that is nearly one of those that are known.
    RoleNearlyKnown { role: String, meant: String },
    /// A session on a day on which the event is not held.
    SessionOutsideEvent { day: String },
    /// A picture whose file holds none that the page can show.
    Picture(pictures::Trouble),
    /// A picture that the page would have to show larger than it is.
    SmallPicture(pictures::Small),
    /// A picture that does not say what it shows; holds the key that is missing.
    PictureWithoutAlt(&'static str),
}

impl FaultKind {
    /// Whether the page can be published as the file is, and the host only has to know.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::TimeShownTwice { .. }
                | Self::TimeAtOneEnd { .. }
                | Self::UncitedSource(_)
                | Self::SmallPicture(_)
                | Self::PictureWithoutAlt(_)
                | Self::Html(_)
                | Self::Markdown(_)
                | Self::RoleNearlyKnown { .. }
                | Self::SessionOutsideEvent { .. }
                | Self::OtherThemes { .. }
        )
    }

    /// Whether the fault is only that a table is missing which stands in the file under another name.
    pub(super) fn may_follow_from_a_table_under_another_name(
        &self,
        tables: &BTreeSet<&'static str>,
    ) -> bool {
        match self {
            Self::NoTheme => tables.contains("themes") || tables.contains("sessions"),
            Self::PartWithoutThemes(_) => tables.contains("themes"),
            Self::NamesNothing { table, .. } => tables.contains(table.key()),
            _ => false,
        }
    }

    /// Whether the fault may be only what the parser's guess at a broken line looks like.
    pub(super) fn may_follow_from_a_syntax_error(&self) -> bool {
        matches!(
            self,
            Self::WrongType { .. }
                | Self::Missing { .. }
                | Self::CitesNothing(_)
                | Self::NoTheme
                | Self::ThemeWithoutText
                | Self::PartWithoutThemes(_)
                | Self::SessionWithoutId(_)
                | Self::TimeWithoutZone { .. }
                | Self::TimeAtOneEnd { .. }
                | Self::UncitedSource(_)
                | Self::SessionOutsideEvent { .. }
                | Self::OtherThemes { .. }
                | Self::NamesNothing { .. }
        )
    }
}
