// A page with the places that the early script looks for, in a DOM without a browser: what the script
// asks of the browser is answered here, so that a test can let anything fail.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

import { Window } from 'happy-dom';

const sourceOf = (name) => readFileSync(new URL(`../../src/early/${name}.js`, import.meta.url), 'utf8');
// Here a function of the test imports: without a browser nothing else could let that fail.
const EARLY = sourceOf('early').replace(/\bimport\(/, 'importModule(');
const COPYING = sourceOf('copying');
const SETTINGS = sourceOf('settings');

export const EVENT = 'made-up';
export const draftKey = (theme) => `marginalia/${EVENT}/draft/${theme}`;
export const draft = (text) => JSON.stringify({ v: 1, text });

/** In how many steps the program is started here. */
export const STEPS = 4;

const themeHtml = (theme) => `
  <section id="theme-${theme}"><div id="notes-${theme}"><div class="new-note">
    <textarea id="new-note-${theme}" data-theme="${theme}"></textarea>
    <button type="button" id="add-note-${theme}" data-theme="${theme}">Add note</button>
    <p id="draft-mark-${theme}"></p>
  </div></div></section>`;

const HTML = `<html><head><style media="print" id="later-style"></style></head><body>
  <button type="button" id="hint-seen" data-program>Got it</button>
  ${themeHtml('one')}${themeHtml('two')}
  <input id="elsewhere"><p id="text">Text</p>
  <div id="notices"></div>
  <template id="early-trouble"><span role="alert">Not added</span> <button data-copy="" data-copied="Copied">Copy</button></template>
  <template id="early-unsaved"><span role="alert">Not saved</span> <button data-copy="" data-copied="Copied">Copy</button></template>
  <template id="early-missing"><p role="alert">Missing</p></template>
  <meta name="markdown" content="./markdown-1.js">
  <script type="text/plain" id="early" data-event="${EVENT}" data-program="./marginalia-1.js"></script>
</body></html>`;

/** Local storage whose calls fail where a test says so. */
function storage(entries) {
  const trouble = { isFull: false, keysRead: 0 };
  const methods = {
    getItem(key) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(key, value) {
      if (trouble.isFull) throw new Error('QuotaExceededError');
      this[key] = value;
    },
    removeItem(key) {
      delete this[key];
    },
    key(place) {
      trouble.keysRead += 1;
      return Object.keys(this)[place] ?? null;
    },
  };
  Object.defineProperty(methods, 'length', {
    get() {
      return Object.keys(this).length;
    },
  });
  return { trouble, entries: Object.assign(Object.create(methods), entries) };
}

/** IndexedDB, as far as the early script asks for it. */
function database(isRefused) {
  const databases = {};
  const objectStore = (entries) => ({
    put: (text, key) => (entries[key] = text),
    delete: (key) => delete entries[key],
  });
  return {
    databases,
    open(name, version) {
      if (isRefused) throw new Error('SecurityError');
      assert.equal(version, 1);
      const stores = (databases[name] ??= {});
      const request = {
        result: {
          createObjectStore: (store) => (stores[store] = {}),
          transaction: () => ({ objectStore: (store) => objectStore(stores[store]) }),
        },
      };
      queueMicrotask(() => {
        if (Object.keys(stores).length === 0) request.onupgradeneeded();
        request.onsuccess();
      });
      return request;
    },
  };
}

/** Opens a page, and runs the scripts that stand in it. */
export function open({
  stored = {},
  isStorageBlocked = false,
  isDatabaseRefused = false,
  typedBefore = {},
  hash = '',
  saveData = false,
  isArriving = false,
  programsInThisFile,
  clipboard,
  choices = {},
  canYield = true,
} = {}) {
  // An error in the script fails the test.
  const settings = { errorCapture: 'disabled' };
  const window = new Window({ url: `https://host.example/event/${hash}`, settings });
  const { document } = window;
  document.write(HTML);
  Object.assign(document.documentElement.dataset, choices);
  for (const [theme, text] of Object.entries(typedBefore)) document.getElementById(`new-note-${theme}`).value = text;
  const local = storage(stored);
  const indexedDB = database(isDatabaseRefused);
  const errors = [];
  const idle = [];
  const fetched = [];
  const imported = [];
  const started = [];
  let onError = () => {};
  const network = { isDown: false };
  let start = (options) => started.push(options);
  const words = { asked: 0, isMissing: false };
  const pauses = [];
  const program = { startStep: (step) => step < STEPS - 1 };

  const sandbox = {
    document,
    indexedDB,
    location: window.location,
    navigator: { connection: { saveData }, clipboard },
    console: {
      error(error) {
        errors.push(error);
        onError();
      },
    },
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    getSelection: window.getSelection.bind(window),
    requestIdleCallback: (call, { timeout }) => idle.push({ call, timeout }),
    scheduler: canYield ? { yield: () => new Promise((goOn) => pauses.push(goOn)) } : undefined,
    setTimeout: (...timer) => setTimeout(...timer),
    clearTimeout: (timer) => clearTimeout(timer),
    performance: { now: () => Date.now() },
    fetch: async (address) => {
      fetched.push(address);
      if (network.isDown) throw new TypeError('Failed to fetch');
      return `response of ${address}`;
    },
    importModule: async (address) => {
      imported.push(address);
      return { ...program, default: async (options) => start(options) };
    },
    marginaliaWords: async () => {
      words.asked += 1;
      if (words.isMissing) throw new Error('no words');
    },
    ...(programsInThisFile && { marginaliaPrograms: programsInThisFile }),
  };
  Object.defineProperty(sandbox, 'localStorage', {
    get() {
      if (isStorageBlocked) throw new Error('SecurityError');
      return local.entries;
    },
  });
  const context = vm.createContext(sandbox);
  new vm.Script(COPYING, { filename: 'copying.js' }).runInContext(context);
  new vm.Script(EARLY, { filename: 'early.js' }).runInContext(context);

  const element = (name) => document.getElementById(name);
  const dispatch = (target, name, properties = {}) => {
    const event = new window.Event(name, { bubbles: true, cancelable: true });
    for (const [property, value] of Object.entries(properties)) Object.defineProperty(event, property, { value });
    target.dispatchEvent(event);
    return event;
  };
  const arrive = () => dispatch(window, 'DOMContentLoaded');
  if (!isArriving) arrive();
  return {
    element,
    dispatch,
    /** The rest of the page arrives. */
    arrive,
    window,
    network,
    /** The sentences of the interface, which come with the program. */
    words,
    fetched,
    imported,
    started,
    errors,
    idle,
    stored: local.entries,
    /** What IndexedDB holds, once all is done that was asked of it. */
    async copies() {
      await new Promise((resolve) => setImmediate(resolve));
      return indexedDB.databases;
    },
    storageTrouble: local.trouble,
    marginalia: sandbox.marginalia,
    box: (theme) => element(`new-note-${theme}`),
    mark: (theme) => element(`draft-mark-${theme}`),
    /** What the reader types into a box, all of it at once. */
    type(theme, text) {
      const box = element(`new-note-${theme}`);
      box.value = text;
      dispatch(box, 'input');
    },
    press: (target, key, properties = {}) =>
      dispatch(target, 'keydown', { key, getModifierState: () => false, ...properties }),
    /** Another page of the site stores something under a key, or takes away what stood there. */
    storedElsewhere(key, value) {
      if (value === null) delete local.entries[key];
      else local.entries[key] = value;
      dispatch(window, 'storage', { key, newValue: value });
    },
    /** Lets the program begin so many steps of its start. */
    async goOn(steps) {
      for (let step = 0; step < steps; step += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        pauses.shift()?.();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
    /** The program that keeps notes, which is started in steps; a test may let one do something. */
    program,
    /** Lets a program do something else when it is loaded. */
    onStart: (act) => (start = act),
    /** Is done when the next failure was told. */
    nextError: () => new Promise((resolve) => (onError = resolve)),
  };
}

/** What the script of the settings makes of what is stored, and of a browser: the data of the page, and what
    the browser is told of its window. */
export function settle({
  stored = {},
  isStorageBlocked = false,
  navigator = {},
  lang = 'en',
  language,
  more,
  languagesInThisFile,
}) {
  const dataset = { ...(language && { language }) };
  const viewport = { content: 'width=device-width' };
  const scripts = [];
  const spoken = { times: 0 };
  const document = {
    documentElement: { dataset, lang },
    querySelector: (selector) => (selector === 'meta[name="viewport"]' ? viewport : null),
    currentScript: { dataset: { words: './words-*-1.js', languages: 'ar en es fr ru zh', more } },
    createElement: () => ({}),
    head: { append: (script) => scripts.push(script) },
  };
  const sandbox = {
    navigator,
    document,
    addEventListener: () => {},
    marginaliaSpeak: () => (spoken.times += 1),
    ...(languagesInThisFile && { marginaliaLanguages: languagesInThisFile }),
  };
  Object.defineProperty(sandbox, 'localStorage', {
    get() {
      if (isStorageBlocked) throw new Error('SecurityError');
      return storage(stored).entries;
    },
  });
  new vm.Script(SETTINGS).runInContext(vm.createContext(sandbox));
  return { choices: dataset, viewport: viewport.content, scripts, spoken, words: sandbox.marginaliaWords };
}
