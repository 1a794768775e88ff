//! The early script (`src/early/early.js`), which served the page until the program was there, and
//! by which the other programs are loaded.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What the reader asked for before the program was there.
    pub type Requests;

    /// The themes on which “Add note” was pressed, by id.
    #[wasm_bindgen(method, getter)]
    pub fn adds(this: &Requests) -> Vec<String>;

    /// The element that was pressed and needs the program.
    #[wasm_bindgen(method, getter)]
    pub fn pressed(this: &Requests) -> Option<Element>;

    /// The shortcut that was pressed.
    #[wasm_bindgen(method, getter)]
    pub fn key(this: &Requests) -> Option<String>;

    /// Ends the work of the early script: from now on the boxes are the program's.
    #[wasm_bindgen(js_namespace = marginalia, js_name = takeOver)]
    pub fn take_over() -> Requests;

    /// Loads a program that is not needed at the start, once, and hands out its functions.
    ///
    /// # Errors
    /// Where it did not arrive. The next call tries again.
    #[wasm_bindgen(js_namespace = marginalia, catch)]
    pub async fn load(program: &str) -> Result<JsValue, JsValue>;
}
