//! Every sentence of the interface: what a reader sees, hears from a screen reader, or finds in what they
//! take home.
//!
//! The sentences stand in `locales/`, one folder a language, in Fluent (<https://projectfluent.org>);
//! `docs/translating.md` tells how to add a language. The build checks them and makes a constant or a function
//! of each (`build/messages.rs`): a [`Phrase`] or, where it is told something, a [`Message`], which are worded
//! in the language of the interface when they are read ([`language`]). The modules here add what chooses between sentences: a state of the program, a value
//! that may be missing. No sentence is glued of pieces, and none stands anywhere else in the program;
//! `tests/messages.rs` finds what does.
//!
//! Not here, since no reader of the page meets it: what a host reads (`event/file/`, the programs in `bin/`,
//! the errors of `publishing/`), the `Display` of errors, which is for developers, and the names of fields,
//! columns and types by which an export is known again when it is read. The words of the event itself are
//! the host's.

pub mod all_notes;
pub mod annotating;
pub mod event;
pub mod language;
mod message;
#[cfg(feature = "reader")]
pub mod news;
pub mod notes;
pub mod shortcuts;
pub mod site;
#[cfg(feature = "formats")]
pub mod transfer;

pub use self::message::{Argument, Message, Phrase, Run, Told};
pub use self::sentences::{early, events, page, programme, publishing, quotations};

/// The sentences, as the build made them of `locales/`. What a program does not say is not used in it;
/// `tests/messages.rs` finds those that none says.
#[allow(dead_code, unreachable_pub)]
mod sentences {
    use super::{Argument, Message, Phrase};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}
