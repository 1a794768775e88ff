// The tables of what was measured, and how they get into docs/performance.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPORT = join(dirname(fileURLToPath(import.meta.url)), '../../docs/performance.md');

/** What is measured without notes, and its goal: at most `ratio` of the best peer, or at most `most`. */
const WITHOUT_NOTES = [
  { name: 'paint ratio', what: 'first paint on a slow line, as a ratio to the same text as bare HTML', most: 1.05 },
  { name: 'stored', what: 'first text typed is stored, slow line, no notes before, ms', ratio: 1.1 },
];

/** The same with many notes. */
const WITH_NOTES = [
  { name: 'stored', what: 'first text typed is stored, slow line, ms', ratio: 0.5 },
  { name: 'add', what: '“Add note” to the paint that shows it, ms', ratio: 0.7 },
  { name: 'key', what: 'a key while editing, to the next paint, ms', ratio: 0.5 },
  { name: 'key work', what: 'a key while editing, work of the main thread, ms', ratio: 0.5 },
  { name: 'search', what: 'first key of a search to the paint of its hits, ms', ratio: 0.7 },
  { name: 'clear', what: 'clearing the search to the paint of all notes, ms', ratio: 0.5 },
  { name: 'memory', what: 'memory, JavaScript heap and wasm, MB', most: 8 },
];

/** What was measured, by page, number of notes and name. */
export class Samples {
  #values = new Map();

  put(page, notes, name, value) {
    const key = [page, notes, name].join(' ');
    if (!this.#values.has(key)) this.#values.set(key, []);
    this.#values.get(key).push(value);
  }

  median(page, notes, name) {
    const sorted = this.#values.get([page, notes, name].join(' ')).toSorted((one, other) => one - other);
    const middle = (sorted.length - 1) / 2;
    return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  }

  toJSON() {
    return Object.fromEntries(this.#values);
  }
}

/** A number with three digits that say something. */
function shown(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(head, rows) {
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function rowBesidePeers(samples, notes, { name, what, ratio, most }) {
  const [best, react, own] = ['vanilla-cv', 'react', 'own'].map((page) => samples.median(page, notes, name));
  const isKept = ratio ? own / best <= ratio : own <= most;
  const goal = ratio ? `≤ ${ratio}` : `this page ≤ ${most}`;
  const besideBest = ratio ? shown(own / best) : '–';
  return [what, shown(best), shown(react), shown(own), besideBest, `${goal}, ${isKept ? 'kept' : '**missed**'}`];
}

/** What stands below a table: of what it is made, and how to make it again. */
function howMade({ rounds, paints, texts, textsWithNotes, version, command }) {
  return (
    `Medians of ${rounds === 1 ? 'one round' : `${rounds} rounds`}, each with ${paints} pairs of first paints, ${texts} first texts without notes and ${textsWithNotes} with them; ` +
    `${new Date().toISOString().slice(0, 10)}, Chromium ${version}, brotli. Made by \`${command}\`.`
  );
}

/** The tables of this page beside its peers, in Markdown. */
export function tables(samples, { notes, many, ...made }) {
  const [some, more] = [notes, many].map((count) => count.toLocaleString('en-GB'));
  const besidePeers = [
    ...WITHOUT_NOTES.map((row) => rowBesidePeers(samples, 0, row)),
    ...WITH_NOTES.map((row) => rowBesidePeers(samples, notes, { ...row, what: `${row.what}; ${some} notes` })),
  ];
  const withMore = WITH_NOTES.map(({ name, what }) => {
    const [before, after] = [notes, many].map((count) => samples.median('own', count, name));
    return [what, shown(before), shown(after), shown(after / before)];
  });
  return [
    table(['what', 'best peer (vanilla-cv)', 'React 19', 'this page', 'ratio to the best peer', 'goal'], besidePeers),
    table(['this page with', `${some} notes`, `${more} notes`, 'ratio'], withMore),
    howMade(made),
  ].join('\n\n');
}

/** The table of this page in its languages, in Markdown. */
export function languageTable(samples, { tags, notes, ...made }) {
  const some = notes.toLocaleString('en-GB');
  const row = (count, { name, what }) => {
    const medians = tags.map((tag) => samples.median(tag, count, name));
    const others = medians.filter((_, place) => tags[place] !== 'en');
    return [what, ...medians.map(shown), shown(Math.max(...others) / samples.median('en', count, name))];
  };
  const rows = [
    ...WITHOUT_NOTES.map((measure) => row(0, measure)),
    ...WITH_NOTES.map((measure) => row(notes, { ...measure, what: `${measure.what}; ${some} notes` })),
  ];
  const head = ['this page in', ...tags.map((tag) => `\`${tag}\``), 'the slowest, to English'];
  return [table(head, rows), howMade(made)].join('\n\n');
}

/** Where the tables of one kind of run stand in docs/performance.md, between two marks. Fails where they have no
    place: before minutes are spent, not after. */
export function placeOf(kind) {
  const [first, last] = [`<!-- ${kind}:start -->`, `<!-- ${kind}:end -->`];
  const old = readFileSync(REPORT, 'utf8');
  const [start, end] = [old.indexOf(first), old.indexOf(last)];
  if (start < 0 || end < start) {
    throw new Error(`docs/performance.md needs a line \`${first}\` and, below it, \`${last}\``);
  }
  return { before: old.slice(0, start + first.length), after: old.slice(end) };
}

/** Puts the tables of one kind of run into docs/performance.md. */
export function writeReport(kind, text) {
  const { before, after } = placeOf(kind);
  writeFileSync(REPORT, `${before}\n\n${text}\n\n${after}`);
}
