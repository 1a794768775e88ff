// Reads the files that `tests/formats.rs` writes, by the readers of `formats.mjs`, and compares them
// with what was to be in them: `cargo test --features formats --test formats samples`, then
// `npm run readers` in `end2end/`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import {
  expandAnnotations,
  readAnnotationSet,
  readHypothesis,
  readMarkdown,
  readTable,
  readWebAnnotations,
} from './formats.mjs';

const target = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, '../../target');
const sample = (name) => readFileSync(join(target, 'tmp/samples', name), 'utf8');
const expected = JSON.parse(sample('expected.json'));
const byId = new Map(expected.notes.map((note) => [note.id, note]));

/** Every note is there once, with its text and times. */
function assertAll(notes) {
  assert.equal(notes.length, expected.notes.length);
  for (const note of notes) {
    const { text, created, changed } = byId.get(note.id);
    assert.deepEqual([note.text, note.created, note.changed], [text, created, changed]);
  }
  assert.equal(new Set(notes.map(({ id }) => id)).size, notes.length);
}

/** Notes that quote words of the event are among those looked at, one without a text as well. */
function assertQuoting(ids) {
  const quoting = ids.map((id) => byId.get(id)).filter(({ quote }) => quote);
  assert.equal(quoting.length, 4);
  assert.equal(quoting.filter(({ text }) => text === '').length, 1);
}

/** What a selector of either kind points at, in code points. */
function assertPlaces({ id, selectors }) {
  const letters = [...expected.page];
  const [quotation, position] = selectors;
  const { quote, title, theme } = byId.get(id);
  if (quote) {
    const { exact, prefix, suffix } = quotation;
    assert.deepEqual({ exact, prefix, suffix }, quote);
    // Where the words are not on the page, programs that insist on a place get that of the heading.
    if (theme === 'early') return;
  }
  const words = letters.slice(position.start, position.end).join('');
  assert.equal(quotation.exact, words);
  assert.equal(words, quote?.exact ?? title ?? expected.title);
  if (quote) assert.ok(position.start > expected.page.indexOf(title), 'on its own theme');
  const before = letters.slice(Math.max(0, position.start - 32), position.start).join('');
  const after = letters.slice(position.end, position.end + 32).join('');
  assert.deepEqual([quotation.prefix, quotation.suffix], [before, after]);
}

test('a reading system reads the backup', () => {
  const { set, notes } = readAnnotationSet(sample('notes.ann'));
  assertAll(notes);
  assert.equal(set.about['dc:title'], expected.title);
  const placed = notes.filter(({ selectors }) => selectors.length > 0);
  assert.ok(placed.length > 0);
  placed.forEach(assertPlaces);
  assertQuoting(placed.map(({ id }) => id));
});

test('Recogito reads the web annotations', () => {
  const notes = readWebAnnotations(sample('notes.jsonld'));
  assertAll(notes);
  const onPage = notes.filter(({ id }) => ['early', 'late'].includes(byId.get(id).theme));
  onPage.forEach(assertPlaces);
  assertQuoting(onPage.map(({ id }) => id));
});

test('a JSON-LD processor understands both kinds of annotations', async () => {
  const lists = [JSON.parse(sample('notes.ann')).items, JSON.parse(sample('notes.jsonld'))];
  for (const annotations of lists) {
    const notes = await expandAnnotations(annotations);
    const texts = notes.map((note) => byId.get(note.id.replace(/^urn:(uuid|marginalia:note):/, '')).text);
    assert.deepEqual(notes.map((note) => note.text), texts);
    assert.equal(notes.length, expected.notes.length);
    for (const { selectors } of notes.filter((note) => note.selectors.length > 0)) {
      const [first, second = 'TextPositionSelector'] = selectors;
      assert.deepEqual([first, second], ['TextQuoteSelector', 'TextPositionSelector']);
    }
    // Only words that are not on the page lack a position.
    assert.ok(notes.filter(({ selectors }) => selectors.length === 1).length <= 1);
  }
});

test('the import of Hypothesis finds what it touches', () => {
  const notes = readHypothesis(sample('notes.hypothesis.json'));
  assertAll(notes);
  for (const { id, uri, header, quotation } of notes) {
    const { theme, title, created, quote } = byId.get(id);
    assert.equal(uri, expected.address);
    assert.ok(header.endsWith(created.replace('T', ' ').replace('Z', ' UTC')), header);
    if (quote) {
      assert.deepEqual(quotation, quote);
    } else {
      assert.equal(quotation?.exact, ['early', 'late'].includes(theme) ? title : undefined);
    }
  }
  assertQuoting(notes.map(({ id }) => id));
});

test('a CSV parser reads the tables', () => {
  for (const rows of [readTable(sample('notes.csv')), readTable(sample('notes.excel.csv'), ';')]) {
    // A text that looks like a formula has an apostrophe before it.
    const notes = rows.map((row) => {
      const { text } = byId.get(row.id);
      return { ...row, text: row.text === `'${text}` ? text : row.text };
    });
    assertAll(notes);
    for (const { id, quote } of rows) {
      const exact = byId.get(id).quote?.exact ?? '';
      assert.equal(quote, exact.startsWith('=') ? `'${exact}` : exact);
    }
  }
});

test('parsers of YAML and Markdown read the Markdown', () => {
  for (const file of [sample('notes.md'), sample('notes.md').replaceAll('\n', '\r\n')]) {
    const { front, headings, quotations, quotedWords } = readMarkdown(file);
    const { title, event, place, address } = expected;
    assert.deepEqual({ ...front, title, event, place, address }, front);
    assert.equal(quotations, expected.notes.length + expected.drafts);
    // As plain words, none of whose signs is Markdown's.
    for (const { quote } of expected.notes.filter((note) => note.quote)) {
      assert.ok(quotedWords.includes(quote.exact), quote.exact);
    }
    const themes = new Set(expected.notes.map((note) => note.title ?? note.theme));
    const titles = headings.filter(({ level }) => level === 3).map((it) => it.title);
    assert.deepEqual(new Set(titles), themes);
    assert.deepEqual(headings.filter(({ level }) => level === 1).map((it) => it.title), [title]);
  }
});
