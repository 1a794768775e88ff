//! What the programs share that are loaded later: how they bring their style along, and how they
//! speak to the first one.

use js_sys::{Array, Function, Reflect, global};
use wasm_bindgen::{JsCast as _, JsValue};

/// Adds a style sheet to the page. One that is made by a program is not held against the security
/// policy, where one in the page would be. Browsers without such sheets show plain what it is for.
pub fn adopt_style(style: &str) {
    let adopt = || -> Result<(), JsValue> {
        let constructor: Function = get(&global(), "CSSStyleSheet")?.dyn_into()?;
        let sheet = Reflect::construct(&constructor, &Array::new())?;
        let replace: Function = get(&sheet, "replaceSync")?.dyn_into()?;
        replace.call1(&sheet, &style.into())?;
        let document = get(&global(), "document")?;
        let sheets: Array = Array::from(&get(&document, "adoptedStyleSheets")?);
        sheets.push(&sheet);
        Reflect::set(&document, &"adoptedStyleSheets".into(), &sheets)?;
        Ok(())
    };
    let _ = adopt();
}

/// Tells the first program something, in JSON, and hears its answer; empty where it has none.
pub fn tell_first(message: &str) -> String {
    let tell = || -> Result<JsValue, JsValue> {
        let programs = get(&global(), "marginalia")?;
        let hear: Function = get(&programs, "hear")?.dyn_into()?;
        hear.call1(&programs, &message.into())
    };
    tell().ok().and_then(|answer| answer.as_string()).unwrap_or_default()
}

/// Something of the object by which the programs of the page know one another (`src/programs.rs`).
pub fn shared(name: &str) -> Result<JsValue, JsValue> {
    get(&get(&global(), "marginalia")?, name)
}

/// Puts a function of ours there, for the first program to call.
pub fn share(name: &str, function: &JsValue) {
    if let Ok(programs) = get(&global(), "marginalia") {
        // The object is the page's own and plain: setting a property cannot fail.
        let _ = Reflect::set(&programs, &name.into(), function);
    }
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}
