// What is done inside the pages that are measured. These functions are sent to the browser, so they
// use nothing from outside themselves.

/** Remembers the memory of every wasm program: it is not part of the JavaScript heap. */
export function keepMemories() {
  const memories = (window.wasmMemories = new Set());
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      for (const one of Object.values((made.instance ?? made).exports)) {
        if (one instanceof WebAssembly.Memory) memories.add(one);
      }
      return made;
    };
  }
}

/**
 * Types a text as soon as there is a box for it, presses the button that adds it, and notes when the
 * text is in local storage, by whatever name: what a page stores before the button counts as well.
 */
export function typeAtOnce({ input, add, text }) {
  window.storedAt = null;
  const isStored = () => (window.storedAt ??= performance.now());
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, value) {
    setItem.call(this, name, value);
    if (String(value).includes(text)) isStored();
  };
  // A page that was only rendered so far must not be left by its form.
  addEventListener('submit', (event) => event.preventDefault());
  // React hears only of what did not come through its own property.
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
  let count = localStorage.length;
  const attempt = () => {
    // An entry can also be written as a property of the storage.
    if (localStorage.length !== count) {
      count = localStorage.length;
      if (Object.values(localStorage).some((value) => value.includes(text))) isStored();
    }
    if (window.storedAt !== null) return;
    const box = document.querySelector(input);
    if (box && box.value !== text) {
      setValue.call(box, text);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    // One task later, as a reader's click would come.
    setTimeout(() => {
      if (box && window.storedAt === null) document.querySelector(add)?.click();
      setTimeout(attempt, 4);
    }, 0);
  };
  setTimeout(attempt, 0);
}

/** Puts stop-watches into the page that run from an event to the frame that shows its effect. */
export function installWatches({ item, hit, rareWord }) {
  const afterFrame = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  };
  // Some pages show each note in a text box.
  const textOf = (element) =>
    [...element.querySelectorAll('textarea')].map((box) => box.value).join(' ') + element.textContent;
  const hits = () => [...document.querySelectorAll(hit)];
  const isNote = (element) => /Memo \d+:/.test(textOf(element));
  const isFound = (element) => textOf(element).includes(rareWord);
  const watch = (window.watch = { keys: null, took: null });
  addEventListener(
    'keydown',
    (event) => {
      if (watch.keys) requestAnimationFrame(() => afterFrame((now) => watch.keys?.push(now - event.timeStamp)));
    },
    { capture: true },
  );
  const until = (type, holds) => {
    watch.took = null;
    addEventListener(
      type,
      (event) => {
        const look = () =>
          holds() ? afterFrame((now) => (watch.took = now - event.timeStamp)) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  };
  watch.untilAdded = (text) => {
    let added = false;
    const observer = new MutationObserver((changes) => {
      for (const change of changes) {
        for (const node of change.addedNodes) {
          const items = node.nodeType !== 1 ? [] : node.matches(item) ? [node] : [...node.querySelectorAll(item)];
          if (items.some((one) => textOf(one).includes(text))) added = true;
        }
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    // A page may also show it in an element that was there before. To look for that takes time, so it is
    // done only where nothing new has come.
    let frames = 0;
    const isThere = () => {
      frames += 1;
      return added || (frames > 2 && [...document.querySelectorAll(item)].some((one) => textOf(one).includes(text)));
    };
    until('click', () => isThere() && (observer.disconnect(), true));
  };
  let other, otherText;
  watch.untilFound = () => {
    other = hits().find((one) => isNote(one) && !isFound(one) && one.checkVisibility());
    otherText = textOf(other);
    const isGone = () => !other.isConnected || !other.checkVisibility() || textOf(other) !== otherText;
    until('keydown', () => isGone() && hits().some((one) => isFound(one) && one.checkVisibility()));
  };
  watch.untilCleared = () =>
    until('keydown', () => hits().some((one) => textOf(one) === otherText && one.checkVisibility()));
  watch.shown = () => {
    const notes = hits().filter((one) => isNote(one) && one.checkVisibility());
    return { notes: notes.length, found: notes.filter(isFound).length };
  };
}
