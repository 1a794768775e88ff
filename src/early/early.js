// What the page does before its program is there: keeps what the reader types and remembers what they
// press, until the program takes both over. The build puts it into the page, after the event's header and
// before all that can be written in or pressed: on a slow line the first boxes can be written in while
// the rest is still arriving.
//
// Boxes and buttons are found by their ids and data alone, and events are heard at the window: a
// translation or an extension may put elements between ours. Sentences stand in templates of the page.
(() => {
  const { event: eventId, program } = document.getElementById('early').dataset;
  const eventKeys = `marginalia/${eventId}/`;
  const draftKey = (theme) => `${eventKeys}draft/${theme}`;
  const element = (name, theme) => document.getElementById(`${name}-${theme}`);
  const around = (event, selector) => event.target.closest?.(selector);

  const BOX = 'textarea[data-theme]';
  const ADD = 'button[data-theme]';
  const allBoxes = () => [...document.querySelectorAll(BOX)];

  // By theme: what the place of its draft held when it was last seen, and what the box shows of it.
  const seen = {};
  const shown = {};
  // The themes in whose box the reader has typed, and those of them whose text is not stored.
  const touched = new Set();
  const unstored = new Set();
  let timer;
  // When the next draft may be stored, in milliseconds since the page was opened.
  let mayStoreAt = 0;

  // IndexedDB, of which a browser that is killed loses less than of local storage: each draft is copied
  // there, for the program to find. Opened before anybody types, since to make it takes longest.
  const copies = new Promise((resolve) => {
    const request = indexedDB.open(`marginalia/${eventId}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('entries');
    request.onsuccess = () => resolve(request.result);
    // It may be refused, in a frame without an origin for instance. Drafts are stored all the same.
  }).catch(() => {});

  // What the reader asked for and only the program can do.
  const adds = new Set();
  let pressed = null;
  let key = null;

  // The page: whether all of it has arrived.
  let isWhole;
  // The program: needed, on its way, there, or failed at the last try. And what of that was told beside
  // boxes.
  let isNeeded;
  let coming;
  let isThere;
  let hasFailed;
  const told = {};

  // Programs that are loaded later, and how often the loading of each was begun.
  const loading = {};
  const tries = {};

  /** The text of a stored draft; `undefined` where something else is stored. */
  function textOf(stored) {
    if (stored === null) return '';
    try {
      const { v, text } = JSON.parse(stored);
      if (v === 1 && typeof text === 'string') return text;
    } catch {
      // It is no draft.
    }
  }

  /** Shows the stored draft in a box, unless somebody has typed in that. */
  function show(box) {
    const { theme } = box.dataset;
    if (touched.has(theme)) return;
    const stored = localStorage.getItem(draftKey(theme));
    const text = textOf(stored);
    if (!['', shown[theme], text].includes(box.value)) {
      // Put back by the browser.
      typed(theme);
    } else if (text !== undefined) {
      seen[theme] = stored;
      shown[theme] = text;
      if (box.value !== text) box.value = text;
    }
  }

  /** Looks at all that is stored of this event. */
  function look() {
    try {
      if (isAnyStored()) bring();
      allBoxes().forEach(show);
    } catch {
      // No storage: there is nothing to show, and whoever types will hear of it.
    }
  }

  function isAnyStored() {
    // Mostly the first key tells, of thousands.
    for (let place = 0; place < localStorage.length; place += 1) {
      if (localStorage.key(place).startsWith(eventKeys)) return true;
    }
  }

  function typed(theme) {
    touched.add(theme);
    unstored.add(theme);
    const wait = mayStoreAt - performance.now();
    // The first keystroke at once, even before the browser lays out what has arrived since; further ones
    // are not put off by those that follow.
    if (wait > 0) timer ??= setTimeout(store, wait);
    else store();
  }

  /** Stores every draft that is not stored yet. */
  function store() {
    clearTimeout(timer);
    timer = undefined;
    mayStoreAt = performance.now() + 200;
    for (const theme of unstored) {
      try {
        storeDraft(theme);
      } catch {
        // No storage, or no room in it.
      }
    }
    if (hasFailed) tellBesideBoxes();
    // The program knows what to do about the others.
    else if (unstored.size) bring();
  }

  /** Stores what stands in a box, unless its place holds what this page has not seen. */
  function storeDraft(theme) {
    const place = draftKey(theme);
    const found = localStorage.getItem(place);
    if (found !== null && found !== seen[theme]) return;
    // Half of a surrogate pair is no text, and could not be read back.
    const text = element('new-note', theme).value.replace(/\p{Surrogate}/gu, '\ufffd');
    const draft = text ? JSON.stringify({ v: 1, text }) : null;
    if (draft) localStorage.setItem(place, draft);
    else localStorage.removeItem(place);
    seen[theme] = draft;
    unstored.delete(theme);
    copyDraft(place, draft);
  }

  function copyDraft(place, draft) {
    copies.then((database) => {
      const entries = database?.transaction('entries', 'readwrite').objectStore('entries');
      if (draft) entries?.put(draft, place);
      else entries?.delete(place);
    });
  }

  /** Loads a program, up to the point where its functions can be called. */
  async function start(name, script) {
    // In the page that is a single file all programs are there already.
    const inThisFile = globalThis.marginaliaPrograms;
    if (inThisFile) return inThisFile[name]();
    // Some browsers remember an import that failed, so each further try has an address of its own.
    const tried = tries[name] ?? 0;
    tries[name] = tried + 1;
    const again = tried ? `?${tried}` : '';
    const [module, , response] = await Promise.all([
      import(script + again),
      marginaliaWords(name),
      fetch(script.replace('.js', '_bg.wasm')),
    ]);
    await module.default({ module_or_path: response });
    return module;
  }

  /** Brings the program that keeps notes, unless it is there or on its way; it wants the page whole. */
  function bring() {
    isNeeded = true;
    if (isWhole && !isThere) coming ??= begin().catch(failed);
  }

  /** Starts it step by step: between these a browser that can be asked to paints, and hears the reader. */
  async function begin() {
    // The style of what the program shows was for paper alone so far, so that no reader waited for it.
    element('later', 'style')?.setAttribute('media', 'all');
    const { startStep } = await start('marginalia', program);
    let step = 0;
    do {
      await globalThis.scheduler?.yield?.();
    } while (startStep(step++));
  }

  /** Tells the reader that the program did not come, and forgets what they wait for: the next press
      tries again. */
  function failed(reason) {
    console.error(reason);
    coming = undefined;
    // It may have ended after it took over.
    isThere = false;
    hasFailed = true;
    // Told once more where “Add note” was pressed once more.
    for (const theme of adds) told[theme] = undefined;
    // Stored first, since what is told depends on that.
    store();
    if (pressed || key) tell('missing', document.getElementById('notices'));
    forgetAdds();
    pressed = key = null;
  }

  function tellBesideBoxes() {
    for (const box of allBoxes()) {
      const { theme } = box.dataset;
      const trouble = unstored.has(theme) ? 'unsaved' : 'trouble';
      const isConcerned = box.value || adds.has(theme) || box === document.activeElement;
      if (isConcerned && told[theme] !== trouble) {
        told[theme] = trouble;
        const place = element('draft-mark', theme);
        tell(trouble, place);
        place.querySelector('[data-copy]').dataset.copy = box.id;
      }
    }
  }

  function tell(trouble, place) {
    place.replaceChildren(element('early', trouble).content.cloneNode(true));
  }

  /** Remembers that what stands in a box is to be added. */
  function add(theme) {
    const box = element('new-note', theme);
    box.focus();
    if (!box.value.trim()) return;
    adds.add(theme);
    element('add-note', theme).setAttribute('aria-busy', 'true');
    bring();
  }

  function forgetAdds() {
    for (const theme of adds) element('add-note', theme).removeAttribute('aria-busy');
    adds.clear();
  }

  /** The key of a shortcut, where it is one: not where keys are text, and not where the reader has
      switched shortcuts off. */
  function shortcut(event) {
    // No Latin letter stands there; `;` stands at Q on the Greek keyboard.
    const isForeign = event.key === ';' || event.key > 'ɏ';
    // AltGr, by which some keyboards write a slash, is told as Ctrl and Alt on some systems. What else it
    // writes is no letter of a keyboard: `€` stands at E.
    const isAltGr = event.getModifierState('AltGraph');
    const isCommand = isAltGr ? isForeign : event.ctrlKey || event.metaKey || event.altKey;
    const isText = around(event, 'input, textarea, select, [contenteditable]');
    const areOff = document.documentElement.dataset.shortcuts === 'off';
    // By its place (`KeyN`), as on a keyboard with Latin letters.
    const letter = !isForeign ? event.key : event.code !== 'Slash' ? event.code.slice(3) : event.shiftKey ? '?' : '/';
    // Caps lock makes capitals as well, and means nothing here.
    const pressedKey = event.shiftKey ? letter : letter?.toLowerCase();
    if (!isCommand && !isText && !areOff && /^[?/njkeq]$/.test(pressedKey)) return pressedKey;
  }

  /** The program opens the theme that an address names, and takes notes that it brings along. */
  function followAddress() {
    // Mail programs may write the `=` as `%3D`.
    if (/^#(notes[=%]|theme-)/.test(location.hash)) bring();
  }

  /** Hears of events until the program does. */
  function hear(names, act) {
    for (const name of names.split(' ')) addEventListener(name, (event) => isThere || act(event), true);
  }

  hear('pointerdown focusin keydown', (event) => {
    // After a failure not each key tries again.
    const mayTry = !hasFailed || event.type !== 'keydown';
    if (mayTry && around(event, '[data-theme], [data-program]')) bring();
  });
  hear('input', (event) => {
    const box = around(event, BOX);
    if (box) typed(box.dataset.theme);
  });
  hear('mousedown', (event) => {
    // The focus stays in the box: else a keyboard on the screen would go, and the button move away.
    if (around(event, ADD)) event.preventDefault();
  });
  hear('click', (event) => {
    const button = around(event, `${ADD}, [data-program]`);
    if (!button) return;
    const { theme } = button.dataset;
    if (theme) add(theme);
    else {
      event.preventDefault();
      pressed = button;
      key = null;
      bring();
    }
  });
  hear('keydown', (event) => {
    // Also the key that ends a composition, which some browsers tell of too late.
    if (event.isComposing || event.keyCode === 229) return;
    const box = around(event, BOX);
    const shortcutKey = shortcut(event);
    if (box && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add(box.dataset.theme);
    } else if (shortcutKey) {
      event.preventDefault();
      pressed = null;
      key = shortcutKey;
      bring();
    }
  });
  hear('beforeunload', (event) => {
    store();
    // All browsers ask where this is set; older ones not where the default is prevented.
    if (unstored.size) event.returnValue = true;
  });
  hear('blur visibilitychange pagehide', store);
  // Back from another page, or with what the browser has put back into the boxes.
  hear('pageshow', look);
  // Some browsers never say that they are idle, in a frame of another origin for instance.
  hear('load', () => {
    if (!navigator.connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(bring, { timeout: 5000 });
  });
  hear('hashchange', followAddress);
  // Another page of this event stored something, or did so while this one was away. It may store
  // thousands of notes, one by one: at each this looks at no more than has changed.
  hear('storage', ({ key: changed, newValue }) => {
    if (changed === null) look();
    else if (changed.startsWith(eventKeys)) {
      const box = element('new-note', changed.slice(draftKey('').length));
      if (box) show(box);
      if (newValue) bring();
    }
  });

  globalThis.marginalia = {
    /** Called by the program as soon as it can do all this itself; hands over what the reader asked for. */
    takeOver() {
      isThere = true;
      store();
      const asked = { adds: [...adds], pressed, key };
      forgetAdds();
      for (const theme in told) element('draft-mark', theme).replaceChildren();
      document.getElementById('notices').replaceChildren();
      return asked;
    },
    /** A further program, loaded and started once. One that failed is tried again at the next call. */
    load(name) {
      const script = document.querySelector(`meta[name="${name}"]`)?.content;
      loading[name] ??= start(name, script).catch((error) => {
        loading[name] = undefined;
        throw error;
      });
      return loading[name];
    },
  };

  hear('DOMContentLoaded', () => {
    isWhole = true;
    look();
    followAddress();
    if (isNeeded || document.activeElement?.dataset.theme) bring();
  });
})();
