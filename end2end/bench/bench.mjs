// How fast the built page is, as a reader feels it, beside pages that do the same job and were built
// otherwise: `cargo xtask bench`, or
//
//   node bench/bench.mjs [--rounds 5] [--notes 2000] [--many 20000] [--out ../target/bench] [--write]
//   node bench/bench.mjs --languages [--rounds 5] [--notes 2000] [--write]
//
// Only figures of one run may be compared: everything is measured in rounds, each thing on each page
// once a round, and the pages take turns at going first. A round that nobody counts comes before.
// `--many` is how many notes this page is also measured with, as far as they fit into local storage.
// `--languages` measures this page alone, in each of its languages. `--write` puts the tables into
// ../../docs/performance.md, between the two marks of their kind.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { args, executablePath } from '../browser.mjs';
import { NO_WORKER, requirePage, startSite } from '../server.mjs';
import { firstPaint, firstText, memory, use } from './measure.mjs';
import { inEachLanguage, ownPage, peersIn, thatFit } from './pages.mjs';
import { buildPeers } from './peers/build.mjs';
import { Samples, languageTable, placeOf, tables, writeReport } from './report.mjs';

/** How often a round measures what takes little time and scatters much. */
const PAINTS = 3;
const TEXTS = 6;
const TEXTS_WITH_NOTES = 3;
/** The kinds of runs: the names of their marks in the report. */
const BESIDE_PEERS = 'bench';
const LANGUAGES = 'bench-languages';
const BLANK = {
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>.</title><link rel="icon" href="data:,">',
};

function wholeNumber(name, given) {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new Error(`\`--${name}\` takes a whole number from 1`);
  return number;
}

async function measure(browser, page, round, put) {
  for (let pair = 0; pair < PAINTS; pair += 1) {
    await firstPaint(browser, page, round * PAINTS + pair, (...sample) => put(0, ...sample));
  }
  for (let visit = 0; visit < TEXTS; visit += 1) await firstText(browser, page, 0, (...sample) => put(0, ...sample));
  for (const notes of round % 2 === 0 ? page.counts : page.counts.toReversed()) {
    for (let visit = 0; visit < TEXTS_WITH_NOTES; visit += 1) {
      await firstText(browser, page, notes, (...sample) => put(notes, ...sample));
    }
    for (const one of [use, memory]) await one(browser, page, notes, (...sample) => put(notes, ...sample));
  }
}

/** The pages of a run, and how its samples become a report of its kind. */
async function besidePeers({ notes, wanted, folder }) {
  const own = ownPage(requirePage());
  await buildPeers(join(folder, 'peers'));
  const peers = peersIn(join(folder, 'peers'));
  const many = thatFit(own, wanted);
  own.counts = [notes, many];
  for (const peer of peers) peer.counts = [notes];
  return { pages: [...peers, own], report: (samples, made) => tables(samples, { notes, many, ...made }) };
}

function inLanguages({ notes }) {
  const pages = inEachLanguage({ ...ownPage(requirePage()), counts: [notes] });
  const tags = pages.map(({ name }) => name);
  return { pages, report: (samples, made) => languageTable(samples, { tags, notes, ...made }) };
}

async function run({ kind, rounds, notes, wanted, folder, write }) {
  if (write) placeOf(kind);
  const { pages, report } = await (kind === LANGUAGES ? inLanguages({ notes }) : besidePeers({ notes, wanted, folder }));
  const sites = [];
  const serve = async ({ dir, extra }) => {
    sites.push(await startSite({ dir, compress: true, extra: { ...extra, ...NO_WORKER, 'blank.html': BLANK } }));
    return sites.at(-1).url;
  };
  const browser = await chromium.launch({ executablePath, args });
  const samples = new Samples();
  try {
    for (const page of pages) {
      page.url = await serve(page.site);
      page.bareUrl = await serve(page.bare);
    }
    for (let round = 0; round <= rounds; round += 1) {
      const began = Date.now();
      for (let turn = 0; turn < pages.length; turn += 1) {
        const page = pages[(round + turn) % pages.length];
        const put = (count, name, value) => round > 0 && samples.put(page.name, count, name, value);
        await measure(browser, page, round, put).catch((error) => {
          throw new Error(`${page.name}: ${error.message}`);
        });
      }
      const seconds = ((Date.now() - began) / 1_000).toFixed(0);
      console.error(round > 0 ? `round ${round} of ${rounds}: ${seconds} s` : `warming up: ${seconds} s`);
    }
  } finally {
    await browser.close();
    for (const site of sites) await site.close();
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${kind}.json`), JSON.stringify(samples));
  const options = `${kind === LANGUAGES ? ' --languages' : ''} --rounds ${rounds}${notes === 2_000 ? '' : ` --notes ${notes}`}`;
  const visits = { paints: PAINTS, texts: TEXTS, textsWithNotes: TEXTS_WITH_NOTES };
  const command = `cargo xtask bench${options} --write`;
  const text = report(samples, { rounds, ...visits, version: browser.version(), command });
  console.log(text);
  if (write) writeReport(kind, text);
}

try {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      notes: { type: 'string', default: '2000' },
      many: { type: 'string', default: '20000' },
      out: { type: 'string', default: '../target/bench' },
      languages: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  await run({
    kind: values.languages ? LANGUAGES : BESIDE_PEERS,
    rounds: wholeNumber('rounds', values.rounds),
    notes: wholeNumber('notes', values.notes),
    wanted: wholeNumber('many', values.many),
    folder: resolve(values.out),
    write: values.write,
  });
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
