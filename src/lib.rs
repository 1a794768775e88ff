//! Marginalia: an event published as one web page that people read, annotate and take home.
//!
//! Two halves share the [`event`] and the [`messages`]. The build reads and checks an event file and
//! renders it, once, into a static page ([`page`], [`publishing`]). In the browser the [`reader`]'s
//! parts are mounted into places that the page keeps for them; notes live in a [`notebook`], which
//! knows neither browser nor clock, and are kept by a [`storage::Store`]. `ARCHITECTURE.md` has the
//! whole picture; a test (`tests/layers.rs`) holds the layers to it.

#[cfg(feature = "formats")]
pub mod all_notes;
#[cfg(any(
    feature = "reader",
    feature = "transfer",
    feature = "all_notes",
    feature = "programme",
    feature = "events"
))]
pub mod browser;
#[cfg(any(feature = "reader", feature = "all_notes", feature = "programme", feature = "events"))]
pub mod choices;
#[cfg(any(feature = "reader", feature = "all_notes", feature = "programme", feature = "events"))]
mod effect;
pub mod event;
pub mod events;
#[cfg(feature = "formats")]
pub mod formats;
#[cfg(any(feature = "formats", feature = "markdown", feature = "ssr"))]
pub mod markdown;
pub mod messages;
pub mod notebook;
#[cfg(feature = "ssr")]
pub mod page;
pub mod programme;
#[cfg(feature = "publishing")]
pub mod publishing;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "views")]
pub mod said;
pub mod session;
pub mod storage;
#[cfg(any(feature = "reader", feature = "formats"))]
pub mod transfer;
