// The tables of what was measured, and how they get into docs/performance.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPORT = join(dirname(fileURLToPath(import.meta.url)), '../../docs/performance.md');
const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->'];

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

/** The tables, in Markdown. */
export function tables(samples, { rounds, paints, texts, textsWithNotes, notes, many, version, command }) {
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
    `Medians of ${rounds === 1 ? 'one round' : `${rounds} rounds`}, each with ${paints} pairs of first paints, ${texts} first texts without notes and ${textsWithNotes} with them; ` +
      `${new Date().toISOString().slice(0, 10)}, Chromium ${version}, brotli. Made by \`${command}\`.`,
  ].join('\n\n');
}

/** Fails where the report has no place for the tables: before minutes are spent, not after. */
export function requireMarks() {
  const old = readFileSync(REPORT, 'utf8');
  const [start, end] = [old.indexOf(START), old.indexOf(END)];
  if (start < 0 || end < start) {
    throw new Error(`docs/performance.md needs a line \`${START}\` and, below it, \`${END}\``);
  }
  return { before: old.slice(0, start + START.length), after: old.slice(end) };
}

/** Puts the tables into docs/performance.md, between its two bench marks. */
export function writeReport(text) {
  const { before, after } = requireMarks();
  writeFileSync(REPORT, `${before}\n\n${text}\n\n${after}`);
}
