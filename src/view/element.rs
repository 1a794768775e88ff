//! The one type of which everything that lives in the browser is made.
//!
//! Leptos gives each view a type of its own and writes out its code anew for each: for a page like
//! this one that came to more than all the rest of the program together (`ARCHITECTURE.md` has the
//! figures). An [`Element`] is plain data instead, in the manner of Leptos' builder syntax, and
//! the code that renders, hydrates and updates elements is there once. Signals, effects and owners
//! are Leptos' own, and [`Root`] is a Leptos view like any other.
//!
//! Three rules keep it small. What changes is an attribute, or the whole content of an element:
//! there are no loose text nodes to keep track of. Hydration walks elements and leaves text alone.
//! Live content is made in the browser only, so that there is nothing of it to hydrate.
//!
//! This is the only file of the views that touches the DOM.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{
    Element as DomElement, Event, HtmlElement, HtmlTextAreaElement, KeyboardEvent, Node,
};

use crate::notebook::NoteId;

type Live<T> = Box<dyn Fn() -> T + Send>;
type Listener = Box<dyn FnMut(Event) + Send>;

/// An element of the page: what it is, and what it does.
pub struct Element(Box<Parts>);

/// In a box, so that handing an element on from one method to the next moves a pointer.
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Attribute)>,
    listeners: Vec<(&'static str, Listener)>,
    handle: Option<Handle>,
    content: Content,
}

enum Attribute {
    Fixed(String),
    /// `None` where the element does not have it.
    Live(Live<Option<String>>),
}

/// What stands in an element.
enum Content {
    Fixed(Vec<Child>),
    /// HTML that the build made, and that stays as it is.
    Built(String),
    LiveText(Live<String>),
    Live(Live<Vec<Child>>),
    Notes(Live<Vec<NoteId>>, Box<dyn Fn(NoteId) -> Element + Send>),
}

/// A part of an element's content.
pub enum Child {
    /// Text, shown as text.
    Text(String),
    /// An element.
    Element(Element),
}

impl From<&str> for Child {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Child {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Element> for Child {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Begins an element.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        listeners: Vec::new(),
        handle: None,
        content: Content::Fixed(Vec::new()),
    }))
}

// The methods that take closures only box them; what is done with the box is there once.
impl Element {
    /// Gives it classes.
    #[inline(never)]
    pub fn class(self, classes: &str) -> Self {
        self.attribute("class", classes)
    }

    /// Gives it an attribute.
    #[inline(never)]
    pub fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, Attribute::Fixed(value.to_owned())));
        self
    }

    /// Gives it an attribute that stays as the build made it, like what is [`built`](super::built):
    /// the browser neither knows nor needs it.
    pub fn built_attribute<V: AsRef<str>>(
        self,
        name: &'static str,
        value: impl FnOnce() -> V,
    ) -> Self {
        if cfg!(feature = "ssr") { self.attribute(name, value().as_ref()) } else { self }
    }

    /// Gives it an attribute that follows signals; `None` where it is not there.
    pub fn live_attribute(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.with_live_attribute(name, Box::new(value))
    }

    #[inline(never)]
    fn with_live_attribute(mut self, name: &'static str, value: Live<Option<String>>) -> Self {
        self.0.attributes.push((name, Attribute::Live(value)));
        self
    }

    /// Hides it while something holds.
    pub fn hidden(self, is_hidden: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_presence("hidden", Box::new(is_hidden))
    }

    /// Disables it while something holds.
    pub fn disabled(self, is_disabled: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_presence("disabled", Box::new(is_disabled))
    }

    #[inline(never)]
    fn with_presence(self, name: &'static str, is_there: Live<bool>) -> Self {
        self.live_attribute(name, move || is_there().then(String::new))
    }

    /// Lets it act on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Self {
        self.with_listener(event, Box::new(act))
    }

    #[inline(never)]
    fn with_listener(mut self, event: &'static str, act: Listener) -> Self {
        self.0.listeners.push((event, act));
        self
    }

    /// Makes it known to a handle.
    #[inline(never)]
    pub fn handle(mut self, handle: Handle) -> Self {
        self.0.handle = Some(handle);
        self
    }

    /// Puts a text or an element after what stands in it.
    pub fn child(self, child: impl Into<Child>) -> Self {
        self.with_child(child.into())
    }

    #[inline(never)]
    fn with_child(mut self, child: Child) -> Self {
        if let Content::Fixed(children) = &mut self.0.content {
            children.push(child);
        }
        self
    }

    /// Puts elements after what stands in it.
    pub fn children(mut self, elements: impl IntoIterator<Item = Element>) -> Self {
        for element in elements {
            self = self.with_child(Child::Element(element));
        }
        self
    }

    /// Fills it with HTML that the build made (see [`built`](super::built)).
    pub fn built(self, html: impl Into<String>) -> Self {
        self.with_content(Content::Built(html.into()))
    }

    /// Fills it with a text that follows signals.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.with_content(Content::LiveText(Box::new(text)))
    }

    /// Fills it, in the browser, with what is made anew whenever a signal changes.
    pub fn live(self, children: impl Fn() -> Vec<Child> + Send + 'static) -> Self {
        self.with_content(Content::Live(Box::new(children)))
    }

    /// Fills it, in the browser, with an element for each note. Those of notes that stay are kept.
    pub fn notes(
        self,
        notes: impl Fn() -> Vec<NoteId> + Send + 'static,
        view: impl Fn(NoteId) -> Self + Send + 'static,
    ) -> Self {
        self.with_content(Content::Notes(Box::new(notes), Box::new(view)))
    }

    #[inline(never)]
    fn with_content(mut self, content: Content) -> Self {
        self.0.content = content;
        self
    }
}

/// Leads to an element once it is on the page.
#[derive(Clone, Copy)]
pub struct Handle(StoredValue<Option<HtmlElement>, LocalStorage>);

impl Default for Handle {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

impl Handle {
    /// An element that leaves the page may still be told that it loses the focus; by then what it
    /// belonged to is gone.
    fn element(self) -> Option<HtmlElement> {
        self.0.try_get_value().flatten()
    }

    /// Gives the element the focus.
    pub fn focus(self) {
        if let Some(element) = self.element() {
            let _ = element.focus();
        }
    }

    /// What stands in a text box or is chosen from a list; `None` while it is not on the page.
    pub fn value(self) -> Option<String> {
        self.element().map(|element| as_box(&element).value())
    }

    /// Puts a text into a text box, unless it is there: to set it would move the caret.
    pub fn set_value(self, text: &str) {
        if let Some(element) = self.element()
            && as_box(&element).value() != text
        {
            as_box(&element).set_value(text);
        }
    }
}

/// Every element that takes input has a `value`; to JavaScript they are all alike.
fn as_box(element: &HtmlElement) -> &HtmlTextAreaElement {
    element.unchecked_ref()
}

/// The value of the element that an event came from.
pub fn value_of_target(event: &Event) -> String {
    let element = event.target().map(|target| target.unchecked_into::<HtmlElement>());
    element.map(|element| as_box(&element).value()).unwrap_or_default()
}

/// Whether the element that an event came from is open, as a `<details>` may be.
pub fn is_open(event: &Event) -> bool {
    let element = event.target().map(|target| target.unchecked_into::<HtmlElement>());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// What was pressed, of a `keydown`: the name of the key as UI Events gives it, and whether Ctrl, or
/// Cmd on Apple's keyboards, was held.
pub fn pressed(event: &Event) -> (String, bool) {
    let event: &KeyboardEvent = event.unchecked_ref();
    (event.key(), event.ctrl_key() || event.meta_key())
}

/// Runs once the page is taken over, and whenever a signal that it reads changes; in the browser
/// alone.
pub fn watch(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

// In the browser.

/// What keeps elements alive: the effects that update them, and their listeners.
#[derive(Default)]
struct Kept {
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<Closure<dyn FnMut(Event)>>,
    life: Life,
}

/// Whether elements are still on the page. An effect that was woken runs once more even when it is
/// dropped before its turn comes, and what it would read may be gone by then.
#[derive(Clone, Default)]
struct Life {
    is_over: Rc<Cell<bool>>,
    of_surroundings: Option<Rc<Life>>,
}

impl Life {
    fn goes_on(&self) -> bool {
        !self.is_over.get() && self.of_surroundings.as_ref().is_none_or(|it| it.goes_on())
    }
}

impl Kept {
    /// For elements within those that this keeps.
    fn inside(life: &Life) -> Self {
        let life = Life { of_surroundings: Some(Rc::new(life.clone())), ..Life::default() };
        Self { effects: Vec::new(), listeners: Vec::new(), life }
    }

    fn effect(&mut self, run: Box<dyn Fn()>) {
        let life = self.life.clone();
        self.effects.push(RenderEffect::new(move |_| {
            if life.goes_on() {
                run();
            }
        }));
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.life.is_over.set(true);
    }
}

impl Element {
    /// Makes the element anew.
    fn build(self, kept: &mut Kept) -> DomElement {
        // Fails only for what is no name of an element.
        let place = document().create_element(self.0.tag).expect("a tag is a name");
        for (name, value) in &self.0.attributes {
            if let Attribute::Fixed(value) = value {
                let _ = place.set_attribute(name, value);
            }
        }
        self.enliven(place.clone(), kept, false);
        place
    }

    /// Makes an element do what it should: one just made, or one that the build made.
    fn enliven(self, place: DomElement, kept: &mut Kept, is_prerendered: bool) {
        let Parts { attributes, listeners, handle, content, .. } = *self.0;
        for (name, value) in attributes {
            if let Attribute::Live(value) = value {
                let place = place.clone();
                kept.effect(Box::new(move || {
                    let _ = match value() {
                        Some(value) => place.set_attribute(name, &value),
                        None => place.remove_attribute(name),
                    };
                }));
            }
        }
        for (event, act) in listeners {
            let act = Closure::wrap(act as Box<dyn FnMut(Event)>);
            let _ = place.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
            kept.listeners.push(act);
        }
        if let Some(handle) = handle {
            handle.0.set_value(place.clone().dyn_into().ok());
        }
        match content {
            Content::Fixed(children) if is_prerendered => {
                let mut next = place.first_element_child();
                for child in children {
                    let Child::Element(child) = child else { continue };
                    let Some(place) = next else { break };
                    next = place.next_element_sibling();
                    child.enliven(place, kept, true);
                }
            }
            Content::Fixed(children) => append(&place, children, kept),
            Content::Built(html) if !is_prerendered => place.set_inner_html(&html),
            Content::Built(_) => {}
            Content::LiveText(text) => kept.effect(Box::new(move || {
                let text = text();
                // Else a reader's selection would be lost with the old text.
                if place.text_content().as_deref() != Some(&text) {
                    place.set_text_content(Some(&text));
                }
            })),
            Content::Live(children) => {
                let life = kept.life.clone();
                let inside = RefCell::new(Kept::default());
                kept.effect(Box::new(move || {
                    // An element that leaves the page may still be told so by an event: what
                    // listens goes last.
                    inside.borrow().life.is_over.set(true);
                    place.set_text_content(None);
                    inside.take();
                    let mut fresh = Kept::inside(&life);
                    let children = children();
                    append(&place, children, &mut fresh);
                    inside.replace(fresh);
                }));
            }
            Content::Notes(notes, view) => {
                kept.effect(list(place, notes, view, kept.life.clone()));
            }
        }
    }
}

fn append(place: &Node, children: Vec<Child>, kept: &mut Kept) {
    for child in children {
        let node: Node = match child {
            Child::Text(text) => document().create_text_node(&text).into(),
            Child::Element(element) => element.build(kept).into(),
        };
        let _ = place.append_child(&node);
    }
}

/// A note on the page.
struct Item {
    id: NoteId,
    node: DomElement,
    owner: Owner,
    kept: Kept,
}

/// Keeps the elements of a list in step with its notes.
fn list(
    place: DomElement,
    notes: Live<Vec<NoteId>>,
    view: Box<dyn Fn(NoteId) -> Element + Send>,
    life: Life,
) -> Box<dyn Fn()> {
    let items = RefCell::new(Vec::<Item>::new());
    // An item outlives the run of the effect that made it.
    let list_owner = Owner::current().unwrap_or_default();
    Box::new(move || {
        let ids = notes();
        let mut old: Vec<Option<Item>> = items.take().into_iter().map(Some).collect();
        let mut next = 0;
        let mut fresh = Vec::with_capacity(ids.len());
        for id in ids {
            let is_it = |item: &Option<Item>| item.as_ref().is_some_and(|item| item.id == id);
            // Mostly the order is as before, so the next one is looked at first.
            let known = old[next.min(old.len())..].iter().position(is_it).map(|at| next + at);
            let known = known.or_else(|| old.iter().position(is_it));
            fresh.push(match known.and_then(|at| Some((at, old[at].take()?))) {
                Some((at, item)) => {
                    next = at + 1;
                    item
                }
                None => {
                    let owner = list_owner.child();
                    let mut kept = Kept::inside(&life);
                    let node = untrack(|| owner.with(|| view(id.clone()).build(&mut kept)));
                    Item { id, node, owner, kept }
                }
            });
        }
        for Item { node, owner, kept, .. } in old.into_iter().flatten() {
            node.remove();
            // What follows its signals goes before they do.
            drop(kept);
            owner.cleanup();
        }
        let mut stands = place.first_element_child();
        for item in &fresh {
            if stands.as_ref() == Some(&item.node) {
                stands = item.node.next_element_sibling();
            } else {
                let before = stands.as_ref().map(|it| it.as_ref());
                let _ = place.insert_before(&item.node, before);
            }
        }
        items.replace(fresh);
    })
}

// At build time.

/// Elements that HTML writes without an end.
const WITHOUT_END: [&str; 3] = ["br", "img", "input"];

impl Element {
    fn write(self, html: &mut String) {
        let Parts { tag, attributes, content, .. } = *self.0;
        html.push('<');
        html.push_str(tag);
        for (name, value) in attributes {
            let value = match value {
                Attribute::Fixed(value) => Some(value),
                Attribute::Live(value) => value(),
            };
            if let Some(value) = value {
                html.push(' ');
                html.push_str(name);
                html.push_str("=\"");
                write_escaped(&value, html);
                html.push('"');
            }
        }
        html.push('>');
        if WITHOUT_END.contains(&tag) {
            return;
        }
        match content {
            Content::Fixed(children) => {
                for child in children {
                    match child {
                        Child::Text(text) => write_escaped(&text, html),
                        Child::Element(element) => element.write(html),
                    }
                }
            }
            Content::Built(built) => html.push_str(&built),
            Content::LiveText(text) => write_escaped(&text(), html),
            Content::Live(_) | Content::Notes(..) => {}
        }
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

fn write_escaped(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

/// Elements as a Leptos view: the whole content of the element that is hydrated.
pub struct Root(pub Vec<Element>);

/// A [`Root`] on the page.
pub struct RootState {
    nodes: Vec<DomElement>,
    _kept: Kept,
}

leptos::tachys::no_attrs!(Root);

impl Render for Root {
    type State = RootState;

    fn build(self) -> Self::State {
        let mut kept = Kept::default();
        let nodes = self.0.into_iter().map(|element| element.build(&mut kept)).collect();
        RootState { nodes, _kept: kept }
    }

    fn rebuild(self, state: &mut Self::State) {
        // A root follows signals by itself and is never given anew.
        let _ = state;
    }
}

impl RenderHtml for Root {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        for element in self.0 {
            element.write(html);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        _position: &PositionState,
    ) -> Self::State {
        let mut kept = Kept::default();
        let mut nodes = Vec::new();
        // The cursor stands on the element whose content this is.
        let mut next = cursor.current().unchecked_into::<DomElement>().first_element_child();
        for element in self.0 {
            let Some(place) = next else { break };
            next = place.next_element_sibling();
            element.enliven(place.clone(), &mut kept, true);
            nodes.push(place);
        }
        RootState { nodes, _kept: kept }
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}

impl Mountable for RootState {
    fn unmount(&mut self) {
        for node in &self.nodes {
            node.remove();
        }
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&Node>) {
        for node in &self.nodes {
            let _ = parent.insert_before(node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = self.nodes.first() else { return false };
        let Some(parent) = first.parent_element() else { return false };
        child.mount(&parent, Some(first));
        true
    }

    fn elements(&self) -> Vec<DomElement> {
        self.nodes.clone()
    }
}
