// What the reader chose is known to the style before anything is painted.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settle } from './page.mjs';

const choicesOf = (stored, isStorageBlocked = false) => settle({ stored, isStorageBlocked }).choices;

test('Choices become data of the page, and nothing else does', () => {
  const settings = JSON.stringify({ colours: 'dark', shortcuts: 'off', hint: 'seen', other: 'x', 'not-a-name': 'x' });
  assert.deepEqual(choicesOf({ 'marginalia/settings': settings }), { colours: 'dark', shortcuts: 'off', hint: 'seen' });
  assert.deepEqual(choicesOf({ 'marginalia/settings': '{"colours":1}' }), {});
});

test('Whoever has notes is shown no hint, whether or not there are choices', () => {
  assert.deepEqual(choicesOf({ 'marginalia/an-event/note/1': '{}' }), { hint: '' });
  assert.deepEqual(choicesOf({ 'marginalia/an-event/draft/note': '{}' }), {});
  const both = { 'marginalia/an-event/note/1': '{}', 'marginalia/settings': '{"colours":"light"}' };
  assert.deepEqual(choicesOf(both), { hint: '', colours: 'light' });
});

test('What is no settings, and storage that cannot be read, leave the page as it is', () => {
  for (const stored of ['no JSON', 'null', '"text"', '[]', '']) {
    assert.deepEqual(choicesOf({ 'marginalia/settings': stored }), {});
  }
  assert.deepEqual(choicesOf({}), {});
  assert.deepEqual(choicesOf({}, true), {});
});

test('A keyboard on the screen makes the page lower where the browser knows how, whatever is stored', () => {
  const lower = 'width=device-width, interactive-widget=resizes-content';
  assert.equal(settle({ navigator: { virtualKeyboard: {} } }).viewport, lower);
  assert.equal(settle({ navigator: { virtualKeyboard: {} }, isStorageBlocked: true }).viewport, lower);
  assert.equal(settle({}).viewport, 'width=device-width', 'others complain of a word that they do not know');
});

// The language of the interface: as the reader chose, else as their browser asks for, else as the page was
// built.

const brought = (options) => settle(options).scripts.map((script) => script.src);

test('A page that was built in the reader’s language brings no other, and nothing in it is hidden', () => {
  for (const languages of [['en-GB', 'fr'], ['de', 'en'], ['de'], [], undefined]) {
    const { scripts, choices } = settle({ navigator: { languages } });
    assert.deepEqual([scripts, choices], [[], {}], `${languages}`);
  }
});

test('The browser’s first language that there is comes, and the page’s own words wait for it', () => {
  const { scripts, choices } = settle({ navigator: { languages: ['de', 'FR-ca', 'ar'] } });
  assert.deepEqual(scripts.map((script) => script.src), ['./words-fr-1.js', './page-fr-1.js']);
  assert.deepEqual(choices, { waiting: '' });
  assert.deepEqual(brought({ lang: 'ar', navigator: { languages: ['en-US'] } }), ['./words-en-1.js', './page-en-1.js']);
  // An event in German, whose page speaks English.
  assert.deepEqual(brought({ lang: 'de', language: 'en', navigator: { languages: ['de'] } }), []);
});

test('What the reader chose comes before what the browser asks for', () => {
  const chosen = (language) => ({ 'marginalia/settings': JSON.stringify({ language }) });
  const navigator = { languages: ['fr'] };
  assert.deepEqual(brought({ stored: chosen('zh'), navigator }), ['./words-zh-1.js', './page-zh-1.js']);
  assert.deepEqual(brought({ stored: chosen('en'), navigator }), []);
  for (const none of ['', 'xx', null, 3]) {
    assert.deepEqual(brought({ stored: chosen(none), navigator }), ['./words-fr-1.js', './page-fr-1.js']);
  }
});

test('Sentences are brought once, and again where they did not come', async () => {
  const { scripts, words, spoken } = settle({});
  const first = [words(), words()];
  assert.deepEqual(scripts.map((script) => script.src), ['./words-en-1.js']);
  scripts[0].onerror(new Error('offline'));
  for (const call of first) await assert.rejects(call);
  const second = words();
  scripts[1].onload();
  await second;
  await words();
  assert.equal(scripts.length, 2);
  assert.equal(spoken.times, 1, 'the page is not worded again and again');
});

test('What only some programs say comes with these, and on pages that are none of an event at once', async () => {
  const names = ({ scripts }) => scripts.map((script) => script.src);
  const event = settle({});
  event.words();
  assert.deepEqual(names(event), ['./words-en-1.js']);
  event.words('transfer');
  assert.deepEqual(names(event), ['./words-en-1.js', './page-en-1.js', './more-en-1.js']);
  const start = settle({ more: '' });
  start.words();
  assert.deepEqual(names(start), ['./words-en-1.js', './page-en-1.js', './more-en-1.js']);
});

test('Where the reader’s language does not come, the page is read as it was built', async () => {
  const { scripts, choices } = settle({ navigator: { languages: ['fr'] } });
  scripts[0].onerror(new Error('offline'));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(choices, {});
});

test('In a single file all languages are there, and nothing is loaded', async () => {
  const spoken = [];
  const languagesInThisFile = { en: () => spoken.push('en'), fr: () => spoken.push('fr') };
  const { scripts, words } = settle({ languagesInThisFile });
  await words();
  assert.deepEqual([spoken, scripts], [['en'], []]);
});
