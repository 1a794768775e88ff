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
