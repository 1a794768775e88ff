//! Parts that stand elsewhere than at the end of an element, which is where `leptos::mount` puts them.

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use web_sys::{Element, Node};

/// A part of the page. It goes when this is dropped.
pub struct Mounted {
    view: Box<dyn Mountable>,
    /// What the part listens to lives as long as this.
    _owner: Owner,
}

impl Mounted {
    /// Mounts a part within an element, before a node of it or else at the end.
    pub fn within<View>(
        element: &Element,
        before: Option<&Node>,
        part: impl FnOnce() -> View,
    ) -> Self
    where
        View: IntoView + 'static,
    {
        let owner = Owner::new();
        let mut view = owner.with(|| part().into_view().build());
        view.mount(element, before);
        Self { view: Box::new(view), _owner: owner }
    }

    /// Leaves the part on the page for as long as that lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.view.unmount();
    }
}
