// What Lighthouse says of the built page, on its mobile profile: `cargo xtask lighthouse`, or
//
//   node lighthouse.mjs [--runs 3] [--out FOLDER] [--no-limit]
//
// Prints the scores and, by name, what did not pass; the whole reports go into FOLDER. Fails where a
// score is below its limit; with `--no-limit` it only reports. The server sends brotli, as for the
// benchmark. Performance is timed, and so another each time: of its runs the median counts, of the
// other scores the lowest.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { args, executablePath } from './browser.mjs';
import { requirePage, startSite } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** What each score must at least be. */
const LIMITS = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    out: { type: 'string', default: join(here, '../target/lighthouse') },
    'no-limit': { type: 'boolean', default: false },
  },
});

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

/** One visit by a browser of its own. */
async function visit(url) {
  const browser = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless=new', ...args],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(url, { port: browser.port, output: 'html', logLevel: 'error', onlyCategories: Object.keys(LIMITS) });
    if (result === undefined) throw new Error('Lighthouse has no result');
    const { lhr, report } = result;
    if (lhr.runtimeError) throw new Error(`Lighthouse gave up: ${lhr.runtimeError.message}`);
    return { lhr, report };
  } finally {
    browser.kill();
  }
}

const score = ({ lhr }, category) => Math.round(lhr.categories[category].score * 100);
const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** What did not pass and counts for the score of a category, in one line each. */
function failing({ lhr }, category) {
  return lhr.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => {
      const { title, displayValue, score, details } = lhr.audits[id];
      const places = (details?.items ?? []).map((item) => item.node?.selector ?? item.description ?? item.source ?? '').filter(Boolean);
      const value = [displayValue, `score ${Math.round(score * 100)}`].filter(Boolean).join(', ');
      return `${category}: ${title} (${id}: ${value})${places.slice(0, 5).map((place) => `\n    ${place}`).join('')}`;
    });
}

// ------------------------------------------------------------------------------------------ main

const RUNS = Number(options.runs);
if (!Number.isInteger(RUNS) || RUNS < 1) fail('`--runs` takes a whole number from 1');
try {
  requirePage();
} catch (error) {
  fail(error.message);
}
const folder = resolve(options.out);
mkdirSync(folder, { recursive: true });

const site = await startSite({ compress: true });
try {
  const visits = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const one = await visit(site.url);
    visits.push(one);
    writeFileSync(join(folder, `run-${run}.html`), one.report);
    console.error(`run ${run} of ${RUNS}: ${Object.keys(LIMITS).map((category) => score(one, category)).join(', ')}`);
  }
  const width = Math.max(...Object.keys(LIMITS).map((category) => category.length));
  console.log(`${''.padEnd(width)}  score  at least  runs`);
  let kept = true;
  const complaints = new Set();
  for (const [category, limit] of Object.entries(LIMITS)) {
    const scores = visits.map((one) => score(one, category));
    const counts = category === 'performance' ? median(scores) : Math.min(...scores);
    if (counts < limit) kept = false;
    console.log(`${category.padEnd(width)}  ${String(counts).padStart(5)}  ${String(limit).padStart(8)}  ${scores.join(', ')}`);
    // Timed audits fail a little in every run: those of the run that counts are told.
    const told = category === 'performance' ? visits.filter((one) => score(one, category) === counts).slice(0, 1) : visits;
    for (const one of told) for (const line of failing(one, category)) complaints.add(line);
  }
  const { lighthouseVersion, environment } = visits[0].lhr;
  console.log(complaints.size === 0 ? 'no audit failed' : `did not pass in full:\n  ${[...complaints].join('\n  ')}`);
  console.log(`Lighthouse ${lighthouseVersion}, mobile, ${/Chrome\/[\d.]+/.exec(environment.hostUserAgent)?.[0] ?? 'Chromium'}; the reports are in \`${folder}\``);
  if (!kept && !options['no-limit']) fail('a score is below its limit');
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  await site.close();
}
