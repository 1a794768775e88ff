//! Marginalia: an event published as one web page that people read, annotate and take home.
//!
//! The way of the data: a content file is read and checked at build time ([`event`]), rendered to
//! HTML by the same components that later run in the browser, and hydrated there from JSON that
//! the build put into the page. Notes live in a [`notebook`], which knows neither browser nor
//! clock, and are kept by a [`storage::Store`]. `ARCHITECTURE.md` has the whole picture; a test
//! (`tests/layers.rs`) holds the layers to it.

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod document;
pub mod event;
#[cfg(feature = "formats")]
pub mod formats;
pub mod json;
#[cfg(any(feature = "study", feature = "take-home"))]
pub mod later_program;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod messages;
pub mod notebook;
#[cfg(feature = "ssr")]
pub mod programs;
#[cfg(feature = "published")]
pub mod published;
#[cfg(any(feature = "formats", feature = "study"))]
pub mod rendered;
pub mod session;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod state;
pub mod storage;
#[cfg(feature = "study")]
pub mod study;
#[cfg(feature = "take-home")]
pub mod take_home;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod view;
pub mod words;
