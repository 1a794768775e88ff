// What is typed before the program is there is stored, and nothing that is stored is written over.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { EVENT, draft, draftKey, open } from './page.mjs';

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
});

test('The first keystroke is stored at once, and those that follow at most every 200 ms', () => {
  const page = open();
  mock.timers.tick(1000);
  page.type('one', 'a');
  assert.equal(page.stored[draftKey('one')], draft('a'));
  mock.timers.tick(150);
  page.type('one', 'ab');
  mock.timers.tick(49);
  page.type('one', 'abc');
  assert.equal(page.stored[draftKey('one')], draft('a'));
  mock.timers.tick(1);
  assert.equal(page.stored[draftKey('one')], draft('abc'));
  page.type('one', 'abcd');
  page.type('two', 'else');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('abcd'));
  assert.equal(page.stored[draftKey('two')], draft('else'));
});

test('What is typed while the page is still arriving is stored as well', () => {
  const page = open({ isArriving: true, stored: { [draftKey('two')]: draft('older') } });
  page.type('one', 'a');
  assert.equal(page.stored[draftKey('one')], draft('a'));
  page.arrive();
  assert.deepEqual([page.box('one').value, page.box('two').value], ['a', 'older']);
});

for (const name of ['pagehide', 'visibilitychange', 'blur']) {
  test(`What is typed is stored at once at “${name}”`, () => {
    const page = open();
    page.type('one', 'a');
    page.type('one', 'ab');
    assert.equal(page.stored[draftKey('one')], draft('a'));
    page.dispatch(name === 'blur' ? page.box('one') : page.window, name);
    assert.equal(page.stored[draftKey('one')], draft('ab'));
  });
}

test('What is stored is copied into IndexedDB, where the program finds it', async () => {
  const page = open();
  page.type('one', 'a');
  page.type('two', 'b');
  mock.timers.tick(200);
  const entries = { [draftKey('one')]: draft('a'), [draftKey('two')]: draft('b') };
  assert.deepEqual(await page.copies(), { [`marginalia/${EVENT}`]: { entries } });
  page.type('one', '');
  mock.timers.tick(200);
  delete entries[draftKey('one')];
  assert.deepEqual(await page.copies(), { [`marginalia/${EVENT}`]: { entries } });
});

test('Where IndexedDB is refused, drafts are stored all the same', async () => {
  const page = open({ isDatabaseRefused: true });
  page.type('one', 'a');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('a'));
  assert.deepEqual(await page.copies(), {});
});

test('What cannot be stored is not copied either', async () => {
  const page = open();
  page.storageTrouble.isFull = true;
  page.type('one', 'a');
  mock.timers.tick(200);
  assert.deepEqual(await page.copies(), { [`marginalia/${EVENT}`]: { entries: {} } });
});

test('A box that is emptied has no draft', () => {
  const page = open({ stored: { [draftKey('one')]: draft('old') } });
  page.type('one', '');
  mock.timers.tick(200);
  assert.ok(!(draftKey('one') in page.stored));
});

test('Half a surrogate pair is stored as text that can be read back', () => {
  const page = open();
  page.type('one', 'a\ud83d b\ud83d\ude00');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('a\ufffd b\ud83d\ude00'));
});

test('A stored draft stands in its box, and goes on to be one', () => {
  const page = open({ stored: { [draftKey('one')]: draft('from last time') } });
  assert.equal(page.box('one').value, 'from last time');
  assert.equal(page.box('two').value, '');
  page.type('one', 'from last time and now');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('from last time and now'));
});

test('What was typed before the script ran is stored', () => {
  const page = open({ typedBefore: { one: 'early' } });
  mock.timers.tick(200);
  assert.equal(page.box('one').value, 'early');
  assert.equal(page.stored[draftKey('one')], draft('early'));
});

test('What was typed before the script ran, and the draft that was stored, both stay', () => {
  const page = open({ typedBefore: { one: 'early' }, stored: { [draftKey('one')]: draft('older') } });
  mock.timers.tick(200);
  assert.equal(page.box('one').value, 'early');
  assert.equal(page.stored[draftKey('one')], draft('older'));
  assert.equal(page.fetched.length, 1, 'the program brings them together');
});

test('A draft of another page is not written over, nor removed', () => {
  for (const text of ['mine', '']) {
    const page = open({ stored: { [draftKey('one')]: draft('at first') } });
    page.type('one', 'begun');
    page.type('one', text);
    page.storedElsewhere(draftKey('one'), draft('theirs'));
    mock.timers.tick(200);
    assert.equal(page.stored[draftKey('one')], draft('theirs'));
    assert.equal(page.box('one').value, text);
  }
});

test('Another page’s draft on a theme on which there was none brings the program', () => {
  const page = open();
  page.stored[draftKey('one')] = draft('theirs');
  assert.equal(page.fetched.length, 0);
  page.type('one', 'mine');
  assert.equal(page.stored[draftKey('one')], draft('theirs'));
  assert.equal(page.fetched.length, 1);
});

test('A draft that another page took away is stored anew where the reader goes on typing', () => {
  const page = open({ stored: { [draftKey('one')]: draft('at first') } });
  delete page.stored[draftKey('one')];
  page.type('one', 'at first and now');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('at first and now'));
});

test('What is no draft of this version is left alone', () => {
  for (const entry of ['{"v":2,"text":"newer"}', 'no JSON', '"text"', 'null', '{"v":1}', '{"v":1,"text":1}', '']) {
    const page = open({ stored: { [draftKey('one')]: entry } });
    assert.equal(page.box('one').value, '');
    page.type('one', 'mine');
    mock.timers.tick(200);
    assert.equal(page.stored[draftKey('one')], entry);
  }
});

test('What another page stores is shown in a box that nobody typed in', () => {
  const page = open();
  page.storedElsewhere(draftKey('one'), draft('theirs'));
  assert.equal(page.box('one').value, 'theirs');
  page.storedElsewhere(draftKey('one'), draft('theirs, longer'));
  assert.equal(page.box('one').value, 'theirs, longer');
  page.storedElsewhere(draftKey('one'), null);
  assert.equal(page.box('one').value, '');
});

test('What another page stores is not shown in a box that the reader typed in', () => {
  const page = open();
  page.type('one', 'mine');
  page.type('two', '');
  for (const theme of ['one', 'two']) page.storedElsewhere(draftKey(theme), draft('theirs'));
  assert.equal(page.box('one').value, 'mine');
  assert.equal(page.box('two').value, '');
});

test('Where another page stores thousands of notes, not all are looked at for each', () => {
  const page = open({ stored: { [`marginalia/${EVENT}/note/0`]: '{}' } });
  const before = page.storageTrouble.keysRead;
  for (let note = 1; note < 100; note += 1) page.storedElsewhere(`marginalia/${EVENT}/note/${note}`, '{}');
  assert.equal(page.storageTrouble.keysRead, before);
});

test('All that is taken away at once is seen', () => {
  const page = open({ stored: { [draftKey('one')]: draft('a') } });
  delete page.stored[draftKey('one')];
  page.dispatch(page.window, 'storage', { key: null });
  assert.equal(page.box('one').value, '');
});

test('A page that comes back looks again at what is stored', () => {
  const page = open();
  page.stored[draftKey('one')] = draft('written meanwhile');
  page.dispatch(page.window, 'pageshow');
  assert.equal(page.box('one').value, 'written meanwhile');
});

test('Without storage what is typed stays in the box, the program is brought, and the browser asks before the page goes', () => {
  for (const isStorageBlocked of [true, false]) {
    const page = open({ isStorageBlocked });
    page.storageTrouble.isFull = true;
    assert.equal(page.fetched.length, 0);
    page.type('one', 'kept here alone');
    mock.timers.tick(200);
    assert.equal(page.box('one').value, 'kept here alone');
    assert.equal(page.fetched.length, 1);
    assert.equal(page.dispatch(page.window, 'beforeunload').returnValue, true);
  }
});

test('A draft that finds no room is stored as soon as there is some', () => {
  const page = open({ stored: { [draftKey('one')]: draft('short') } });
  page.storageTrouble.isFull = true;
  page.type('one', 'long');
  mock.timers.tick(200);
  assert.equal(page.stored[draftKey('one')], draft('short'));
  page.storageTrouble.isFull = false;
  page.dispatch(page.window, 'blur');
  assert.equal(page.stored[draftKey('one')], draft('long'));
  assert.notEqual(page.dispatch(page.window, 'beforeunload').returnValue, true);
});

test('The browser does not ask before a page goes that can store what was just typed', () => {
  const page = open();
  page.type('one', 'a');
  page.type('one', 'ab');
  assert.notEqual(page.dispatch(page.window, 'beforeunload').returnValue, true);
  assert.equal(page.stored[draftKey('one')], draft('ab'));
});
