// When the program is brought, what is kept for it, and what is told where it does not come.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { KEYBOARDS } from '../keyboards.mjs';
import { EVENT, STEPS, draft, draftKey, open } from './page.mjs';

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('Nothing is loaded while nobody needs it', () => {
  const page = open({ stored: { 'marginalia/another/note/1': '{}', 'marginalia/settings': '{}' }, hash: '#sources' });
  page.dispatch(page.element('text'), 'pointerdown');
  page.dispatch(page.element('text'), 'click');
  page.press(page.element('text'), 'x');
  page.element('elsewhere').focus();
  assert.deepEqual(page.fetched, []);
});

test('The program is brought at once where something of this event is stored, or the address asks for it', () => {
  for (const key of ['note/1', 'draft/one', 'draft/gone', 'backup']) {
    assert.equal(open({ stored: { [`marginalia/${EVENT}/${key}`]: '{}' } }).fetched.length, 1, key);
  }
  for (const hash of ['#notes=abc', '#theme-one']) assert.equal(open({ hash }).fetched.length, 1, hash);
  const page = open();
  page.window.location.hash = '#notes=abc';
  page.dispatch(page.window, 'hashchange');
  assert.equal(page.fetched.length, 1);
  const other = open();
  other.storedElsewhere(`marginalia/${EVENT}/note/1`, '{}');
  assert.equal(other.fetched.length, 1, 'another page stored a note');
});

test('The first touch of anything that needs it brings the program, once', () => {
  for (const name of ['pointerdown', 'focusin', 'keydown']) {
    for (const place of ['new-note-one', 'add-note-one', 'hint-seen']) {
      const page = open();
      page.dispatch(page.element(place), name, { key: 'Tab', getModifierState: () => false });
      page.dispatch(page.element(place), name, { key: 'Tab', getModifierState: () => false });
      assert.deepEqual(page.fetched, ['./marginalia-1_bg.wasm'], `${name} on ${place}`);
    }
  }
});

test('It is brought once all of the page has arrived, by what asked for it before', () => {
  const page = open({ isArriving: true });
  page.press(page.box('one'), 'a');
  assert.deepEqual(page.imported, []);
  page.arrive();
  assert.deepEqual(page.imported, ['./marginalia-1.js']);
});

test('Else it comes when the browser has nothing to do, unless the reader saves data', () => {
  const page = open();
  page.dispatch(page.window, 'load');
  assert.deepEqual(page.fetched, []);
  assert.equal(page.idle.length, 1);
  // Milliseconds, after which it comes also where the browser never has nothing to do.
  assert.equal(page.idle[0].timeout, 5000);
  page.idle[0].call({});
  assert.deepEqual(page.fetched, ['./marginalia-1_bg.wasm']);
  const saving = open({ saveData: true });
  saving.dispatch(saving.window, 'load');
  assert.deepEqual(saving.idle, []);
});

test('The program is handed its wasm, which is fetched at the same time as the script', async () => {
  const page = open();
  const started = new Promise((resolve) => page.onStart(resolve));
  page.box('one').focus();
  assert.deepEqual(page.fetched, ['./marginalia-1_bg.wasm']);
  assert.deepEqual({ ...(await started) }, { module_or_path: 'response of ./marginalia-1_bg.wasm' });
  assert.deepEqual(page.imported, ['./marginalia-1.js']);
});

test('In the page that is a single file the program is asked for nowhere else', async () => {
  const asked = [];
  const program = (name) => async () => ({ name, startStep: () => void asked.push(name) });
  const page = open({ programsInThisFile: { marginalia: program('marginalia'), markdown: program('markdown') } });
  page.box('one').focus();
  assert.equal((await page.marginalia.load('markdown')).name, 'markdown');
  await page.goOn(1);
  assert.deepEqual(asked, ['marginalia']);
  assert.deepEqual(page.fetched, []);
});

test('“Add note” and its keys are kept for the program, in their order', () => {
  const page = open();
  page.type('one', 'first');
  page.type('two', 'second');
  page.press(page.box('two'), 'Enter', { ctrlKey: true });
  page.dispatch(page.element('add-note-one'), 'click');
  page.press(page.box('two'), 'Enter', { metaKey: true });
  assert.equal(page.element('add-note-one').getAttribute('aria-busy'), 'true');
  const { adds, pressed, key } = page.marginalia.takeOver();
  assert.deepEqual([...adds], ['two', 'one']);
  assert.equal(pressed, null);
  assert.equal(key, null);
  assert.ok(!page.element('add-note-one').hasAttribute('aria-busy'));
});

test('Each of the two keys for it adds what stands in the box', () => {
  for (const properties of [{ ctrlKey: true }, { metaKey: true }]) {
    const page = open();
    page.type('one', 'text');
    assert.ok(page.press(page.box('one'), 'Enter', properties).defaultPrevented);
    assert.deepEqual([...page.marginalia.takeOver().adds], ['one']);
  }
});

test('What is typed is stored before the program takes over', () => {
  const page = open();
  page.type('one', 'text');
  page.type('one', 'text, longer');
  assert.equal(page.stored[draftKey('one')], draft('text'));
  page.marginalia.takeOver();
  assert.equal(page.stored[draftKey('one')], draft('text, longer'));
});

test('Enter adds nothing by itself, nor while an input method composes', () => {
  const page = open();
  page.type('one', 'text');
  page.press(page.box('one'), 'Enter');
  page.press(page.box('one'), 'Enter', { ctrlKey: true, isComposing: true });
  // Safari tells of the key that ends a composition when that is over, by the code for all of them.
  page.press(page.box('one'), 'Enter', { metaKey: true, keyCode: 229 });
  page.press(page.element('elsewhere'), 'Enter', { ctrlKey: true });
  assert.deepEqual([...page.marginalia.takeOver().adds], []);
});

test('An empty box adds nothing, and gets the focus', () => {
  const page = open();
  page.type('one', ' \n');
  page.dispatch(page.element('add-note-one'), 'click');
  assert.equal(page.window.document.activeElement, page.box('one'));
  assert.deepEqual([...page.marginalia.takeOver().adds], []);
});

test('A press on “Add note” leaves the focus where it is', () => {
  const page = open();
  assert.ok(page.dispatch(page.element('add-note-one'), 'mousedown').defaultPrevented);
  assert.ok(!page.dispatch(page.box('one'), 'mousedown').defaultPrevented);
});

test('Elements that a translation puts around words or boxes change nothing', () => {
  const page = open();
  const add = page.element('add-note-one');
  add.innerHTML = '<font><font>Ajouter</font></font>';
  const box = page.box('one');
  const wrapper = page.window.document.createElement('font');
  box.replaceWith(wrapper);
  wrapper.append(box);
  page.type('one', 'text');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('text'));
  page.dispatch(add.querySelector('font font'), 'click');
  assert.deepEqual([...page.marginalia.takeOver().adds], ['one']);
});

test('The last press or key that only the program can follow is kept for it', () => {
  const page = open();
  assert.ok(page.press(page.element('text'), 'n').defaultPrevented);
  assert.ok(page.dispatch(page.element('hint-seen'), 'click').defaultPrevented);
  const afterPress = page.marginalia.takeOver();
  assert.equal(afterPress.pressed, page.element('hint-seen'));
  assert.equal(afterPress.key, null);
  const other = open();
  other.dispatch(other.element('hint-seen'), 'click');
  other.press(other.element('text'), '?', { shiftKey: true });
  const afterKey = other.marginalia.takeOver();
  assert.equal(afterKey.pressed, null);
  assert.equal(afterKey.key, '?');
});

test('Each shortcut brings the program, also with caps lock, and with the key that some keyboards need for it', () => {
  const keyOf = (key, properties, choices) => {
    const page = open({ choices });
    page.press(page.element('text'), key, properties);
    return page.marginalia.takeOver().key;
  };
  for (const key of ['?', '/', 'n', 'j', 'k', 'e', 'q']) assert.equal(keyOf(key), key);
  assert.equal(keyOf('N'), 'n');
  assert.equal(keyOf('/', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' }), '/');
  // What else AltGr writes stands beside a letter, and is none.
  const altGr = { code: 'KeyE', getModifierState: (name) => name === 'AltGraph' };
  for (const properties of [altGr, { ...altGr, ctrlKey: true, altKey: true }]) assert.equal(keyOf('€', properties), null);
  for (const properties of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }]) {
    assert.equal(keyOf('n', properties), null);
  }
  assert.equal(keyOf('N', { shiftKey: true }), null);
  assert.equal(keyOf('Enter'), null);
  assert.equal(keyOf(undefined), null);
  assert.equal(keyOf('n', {}, { shortcuts: 'off' }), null);
  assert.equal(keyOf('n', {}, { shortcuts: 'on' }), 'n');
});

for (const [name, keys] of Object.entries(KEYBOARDS)) {
  test(`A ${name} keyboard has the shortcuts where they are found`, () => {
    for (const { code, key, meant, shiftKey } of keys) {
      const page = open();
      page.press(page.element('text'), key, { code, shiftKey });
      assert.equal(page.marginalia.takeOver().key, meant, `${code} with “${key}”`);
    }
  });
}

test('Where keys are text they are no shortcuts', () => {
  for (const place of ['new-note-one', 'elsewhere']) {
    const page = open();
    assert.ok(!page.press(page.element(place), 'n').defaultPrevented);
    assert.equal(page.marginalia.takeOver().key, null);
  }
});

test('After the program has taken over, the script does nothing more', () => {
  const page = open({ stored: { [draftKey('one')]: draft('a') } });
  page.marginalia.takeOver();
  page.type('one', 'b');
  mock.timers.tick(200);
  page.dispatch(page.window, 'pagehide');
  page.storedElsewhere(draftKey('two'), draft('theirs'));
  assert.equal(page.stored[draftKey('one')], draft('a'));
  assert.equal(page.box('two').value, '');
  assert.ok(!page.dispatch(page.element('hint-seen'), 'click').defaultPrevented);
  assert.equal(page.fetched.length, 1, 'what was stored had brought the program');
});

test('Where the program does not come this is told where the reader writes, and the next press tries again', async () => {
  const page = open();
  page.network.isDown = true;
  let failure = page.nextError();
  page.type('one', 'text');
  page.dispatch(page.element('add-note-one'), 'click');
  await failure;
  assert.match(page.mark('one').textContent, /^Not added Copy$/);
  assert.equal(page.mark('two').textContent, '');
  assert.ok(!page.element('add-note-one').hasAttribute('aria-busy'));
  assert.equal(page.stored[draftKey('one')] ?? draft('text'), draft('text'));

  // Not with each key, which is stored all the same. Nor is it told with each.
  const told = page.mark('one').firstElementChild;
  page.press(page.box('one'), 'x');
  page.type('one', 'text x');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('text x'));
  assert.equal(page.fetched.length, 1);
  assert.equal(page.mark('one').firstElementChild, told);

  failure = page.nextError();
  page.dispatch(page.element('add-note-one'), 'click');
  await failure;
  assert.notEqual(page.mark('one').firstElementChild, told, 'it is told anew');

  page.network.isDown = false;
  const started = new Promise((resolve) => page.onStart(resolve));
  page.dispatch(page.element('add-note-one'), 'click');
  await started;
  // A browser may remember that an import failed.
  assert.deepEqual(page.imported, ['./marginalia-1.js', './marginalia-1.js?1', './marginalia-1.js?2']);
  assert.deepEqual([...page.marginalia.takeOver().adds], ['one']);
  assert.equal(page.mark('one').textContent, '');
});

test('What was asked for is forgotten where the program does not come', async () => {
  const page = open();
  page.network.isDown = true;
  const failure = page.nextError();
  page.type('one', 'text');
  page.dispatch(page.element('add-note-one'), 'click');
  page.press(page.element('text'), 'n');
  await failure;
  assert.equal(page.element('notices').textContent, 'Missing');
  const { adds, pressed, key } = page.marginalia.takeOver();
  assert.deepEqual([[...adds], pressed, key], [[], null, null]);
  assert.equal(page.element('notices').textContent, '');
});

/** Writes down which steps of the start are taken. */
function stepsTaken(page) {
  const taken = [];
  const { startStep } = page.program;
  page.program.startStep = (step) => {
    taken.push(step);
    return startStep(step);
  };
  return taken;
}

test('The program is started in steps, between which the page stays the early script’s', async () => {
  const page = open();
  const taken = stepsTaken(page);
  page.box('one').focus();
  await page.goOn(1);
  assert.deepEqual(taken, [0]);
  page.type('one', 'between');
  page.dispatch(page.element('add-note-one'), 'click');
  await page.goOn(1);
  assert.deepEqual(taken, [0, 1]);
  assert.equal(page.stored[draftKey('one')], draft('between'));
  await page.goOn(STEPS);
  assert.deepEqual(taken, [0, 1, 2, 3], 'the last one says that it is');
  assert.deepEqual([...page.marginalia.takeOver().adds], ['one']);
  assert.deepEqual(page.errors, []);
});

test('Where the browser cannot be asked to go on with something else, all steps are done at once', async () => {
  const page = open({ canYield: false });
  const taken = stepsTaken(page);
  page.box('one').focus();
  await page.goOn(0);
  assert.deepEqual(taken, [0, 1, 2, 3]);
});

test('A program that fails while it starts has not come', async () => {
  const fail = () => {
    throw new Error('unreachable');
  };
  const page = open();
  page.onStart(fail);
  let failure = page.nextError();
  page.box('one').focus();
  await failure;
  assert.equal(page.errors[0].message, 'unreachable');
  assert.match(page.mark('one').textContent, /Not added/);
  page.onStart(() => {});
  const { startStep } = page.program;
  for (let bad = 0; bad < STEPS; bad += 1) {
    page.program.startStep = (step) => (step === bad ? fail() : startStep(step));
    failure = page.nextError();
    page.dispatch(page.box('one'), 'pointerdown');
    await page.goOn(STEPS);
    await failure;
  }
  page.dispatch(page.box('one'), 'pointerdown');
  assert.equal(page.fetched.length, 2 + STEPS);
});

test('After a program that ended while it took over, what is typed is stored as before', async () => {
  const page = open();
  page.program.startStep = () => {
    page.marginalia.takeOver();
    throw new Error('unreachable');
  };
  const failed = page.nextError();
  page.box('one').focus();
  await page.goOn(STEPS);
  await failed;
  page.type('one', 'kept');
  page.dispatch(page.window, 'pagehide');
  assert.equal(page.stored[draftKey('one')], draft('kept'));
  assert.match(page.mark('one').textContent, /Not added/);
});

test('Nothing is told where nobody waits for the program', async () => {
  const page = open();
  page.network.isDown = true;
  const failure = page.nextError();
  page.dispatch(page.window, 'load');
  page.idle.forEach(({ call }) => call({}));
  await failure;
  for (const place of [page.mark('one'), page.mark('two'), page.element('notices')]) assert.equal(place.textContent, '');
});

test('Where the browser stores nothing either, the reader is told to copy the text', async () => {
  const page = open();
  page.network.isDown = true;
  page.storageTrouble.isFull = true;
  const failure = page.nextError();
  page.type('one', 'text');
  mock.timers.tick(200);
  await failure;
  assert.match(page.mark('one').textContent, /Not saved/);
  page.storageTrouble.isFull = false;
  page.dispatch(page.window, 'blur');
  assert.match(page.mark('one').textContent, /Not added/, 'now it is kept');
});

test('The text of a box can be copied, and is selected where the browser does not let it be', async () => {
  for (const clipboard of [undefined, { writeText: () => Promise.reject(new Error('refused')) }, 'works']) {
    let copied;
    const works = { writeText: async (text) => (copied = text) };
    const page = open({ clipboard: clipboard === 'works' ? works : clipboard });
    page.network.isDown = true;
    const failure = page.nextError();
    page.type('one', 'text');
    page.dispatch(page.element('add-note-one'), 'click');
    await failure;
    const button = page.mark('one').querySelector('button');
    let isSelected = false;
    page.box('one').select = () => (isSelected = true);
    page.dispatch(button, 'click');
    // All that waits for promises alone is done by then.
    await new Promise(setImmediate);
    if (clipboard === 'works') {
      assert.equal(copied, 'text');
      assert.equal(button.textContent, 'Copied');
    } else {
      assert.ok(isSelected);
      assert.equal(page.window.document.activeElement, page.box('one'));
    }
  }
});

test('A further program is loaded once, and again only where that failed', async () => {
  const page = open();
  page.network.isDown = true;
  await assert.rejects(page.marginalia.load('markdown'), /Failed to fetch/);
  page.network.isDown = false;
  const module = await page.marginalia.load('markdown');
  assert.equal(await page.marginalia.load('markdown'), module);
  assert.deepEqual(page.imported, ['./markdown-1.js', './markdown-1.js?1']);
  assert.deepEqual(
    page.started.map((it) => it.module_or_path),
    ['response of ./markdown-1_bg.wasm'],
  );
});

test('The style of what the program shows counts on the screen from when the program is brought', () => {
  const page = open();
  const style = page.element('later-style');
  assert.equal(style.media, 'print');
  page.box('one').focus();
  assert.equal(style.media, 'all');
});
