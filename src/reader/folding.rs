//! How the search folds letters: by a program of its own (`src/bin/search.rs`), which is loaded with the first
//! search, or with the first tag.

use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

use super::early;
use super::state::Filter;
use crate::effect::effect;
use crate::notebook::search;

#[wasm_bindgen]
extern "C" {
    type SearchProgram;

    #[wasm_bindgen(method)]
    fn folding(this: &SearchProgram) -> String;
}

/// Brings it once it is needed, and has the filter search again then. If it does not arrive, the next search
/// tries again, and until then finds what is written the same.
pub(super) fn bring_when(is_needed: impl Fn() -> bool + 'static, filter: Filter) {
    effect(move || {
        if !is_needed() || search::is_learned() {
            return;
        }
        spawn_local(async move {
            if let Ok(program) = early::load("search").await {
                search::learn(program.unchecked_into::<SearchProgram>().folding());
                filter.search_again();
            }
        });
    });
}
