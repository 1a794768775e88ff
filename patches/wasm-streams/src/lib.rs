//! Stands in for the crate `wasm-streams`, which Leptos brings along for server functions.
//!
//! Marginalia has no server, so none of it is ever called; but the original exports its stream
//! types to JavaScript, and what is exported stays in the wasm. This crate has the few names that
//! `server_fn` mentions and nothing behind them. `ARCHITECTURE.md` tells what that saves.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A browser's stream, which here is always empty.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Would make a browser's stream of a Rust one.
    ///
    /// # Panics
    /// Always: there are no server functions whose body could be streamed.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("there are no server functions")
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would read a browser's stream.
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// A stream of nothing.
#[derive(Debug)]
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
