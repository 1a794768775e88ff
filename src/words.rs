//! What readers see in words.

pub mod study;
