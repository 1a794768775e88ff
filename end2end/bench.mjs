// How fast the built page is, as a reader feels it: `cargo xtask bench`, or
//
//   node bench.mjs [--rounds 7] [--notes 2000] [--write]
//
// Only figures of one run may be compared: everything is measured in rounds, each thing once a
// round, and what is compared takes turns at going first. A round that nobody counts comes before.
// `--write` puts the tables into ../docs/performance.md, between its two bench marks.
//
// - Every load is a new browser context: empty cache, empty storage. A blank page of the same
//   origin is opened first, so that process and connection are up, and storage can be filled.
// - The server sends brotli. “Slow” is a processor four times slower and a line of 1.6 Mbit/s down,
//   0.75 up, 150 ms latency.
// - Interactions are measured on a page that was loaded at full speed and is then slowed down.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { args, executablePath } from './browser.mjs';
import { RARE_WORD, manyNotes } from './records.mjs';
import { requirePage, startSite } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    notes: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: false },
  },
});
const ROUNDS = positive('rounds');
const NOTES = positive('notes');
const PAINTS = 3;
const REPORT = join(dirname(fileURLToPath(import.meta.url)), '../docs/performance.md');
const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->'];

const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SPEEDS = {
  full: { label: 'full speed', processor: 1, line: null },
  slow: { label: 'slow', processor: 4, line: SLOW_LINE },
};

function positive(name) {
  const number = Number(options[name]);
  if (!Number.isInteger(number) || number < 1) fail(`\`--${name}\` takes a whole number from 1`);
  return number;
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

// ---------------------------------------------------------------------------------- the two pages

/** The page without anything that runs or is loaded to run: what plain HTML and CSS would cost. */
function withoutScripts(html) {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<link\b[^>]*\brel\s*=\s*["']?(?:modulepreload|preload)\b[^>]*>/gi, '');
}

// ------------------------------------------------------------------------------ inside the page
// These functions are sent to the browser, so they use nothing from outside themselves.

function observePaint() {
  window.firstPaint = null;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') window.firstPaint = entry.startTime;
    }
  }).observe({ type: 'paint', buffered: true });
}

/** Adds a note as soon as the page lets it, and notes when it is in storage. */
function addAsSoonAsPossible({ theme, text }) {
  window.storedAt = null;
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    setItem.call(this, key, value);
    if (window.storedAt === null && key.includes('/note/') && value.includes(text)) window.storedAt = performance.now();
  };
  const attempt = () => {
    if (window.storedAt !== null) return;
    const section = document.getElementById(theme);
    const box = section?.querySelector('textarea');
    const button = [...(section?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === 'Add note');
    if (box && button && !button.disabled) {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // One task later, as a reader's click would come.
      setTimeout(() => button.click(), 0);
    }
    setTimeout(attempt, 4);
  };
  setTimeout(attempt, 0);
}

/** Puts stop-watches into the page that run from an event to the frame that shows its effect. */
function installWatches() {
  const afterFrame = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  };
  const shown = (element) => element.isConnected && element.checkVisibility();
  const watch = (window.watch = { keys: null, took: null });
  addEventListener(
    'keydown',
    (event) => {
      if (watch.keys) requestAnimationFrame(() => afterFrame((now) => watch.keys?.push(now - event.timeStamp)));
    },
    { capture: true },
  );
  const until = (type, holds) => {
    watch.took = null;
    addEventListener(
      type,
      (event) => {
        const look = () =>
          holds() ? afterFrame((now) => (watch.took = now - event.timeStamp)) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  };
  watch.untilAdded = (theme, text) => {
    let added = false;
    const observer = new MutationObserver((changes) => {
      for (const change of changes) {
        for (const node of change.addedNodes) {
          if (node.nodeType === 1 && node.textContent.includes(text)) added = true;
        }
      }
    });
    observer.observe(document.getElementById(theme), { childList: true, subtree: true });
    until('click', () => added && (observer.disconnect(), true));
  };
  watch.untilFiltered = (rare) => {
    const panel = document.querySelector('input[type="search"]').closest('section, aside, [role="region"]');
    const other = [...panel.querySelectorAll('li')].find(
      (item) => /Memo \d+:/.test(item.textContent) && !item.querySelector('li') && !item.textContent.includes(rare) && shown(item),
    );
    const before = other.textContent;
    until('keydown', () => !shown(other) || other.textContent !== before);
  };
}

// ------------------------------------------------------------------------------------ measuring

const samples = new Map();
let counting = false;
function put(name, value) {
  if (!counting) return;
  if (!samples.has(name)) samples.set(name, []);
  samples.get(name).push(value);
}

const complaints = new Set();

/** One visit in a new browser context. */
async function visit({ path = '', speed = SPEEDS.full, notes = 0, script, argument }, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('console', (message) => complaints.add(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.add(`uncaught: ${error.message}`));
    await page.goto(`${site.url}blank.html`);
    if (notes > 0) {
      const entries = manyNotes(event.id, themes, notes);
      await page.evaluate((entries) => entries.forEach(({ name, value }) => localStorage.setItem(name, value)), entries);
    }
    if (script) await page.addInitScript(script, argument);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    if (speed.line) await session.send('Network.emulateNetworkConditions', speed.line);
    if (speed.processor > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: speed.processor });
    await page.goto(`${site.url}${path}`, { waitUntil: 'commit' });
    return await work(page, session);
  } finally {
    await context.close();
  }
}

/** Waits for a value inside the page, seldom enough not to disturb what is measured. */
async function valueOf(page, expression) {
  for (const giveUp = Date.now() + 120_000; Date.now() < giveUp; ) {
    const value = await page.evaluate(expression);
    if (value !== null && value !== undefined && value !== false) return value;
    await pause(50);
  }
  throw new Error(`nothing came of \`${expression}\``);
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function firstPaint(path, speed) {
  return visit({ path, speed, script: observePaint }, async (page) => {
    await page.waitForLoadState('networkidle');
    return valueOf(page, 'window.firstPaint');
  });
}

async function paintRatio(key, turn) {
  const took = {};
  const turns = ['', 'without-scripts.html'];
  if (turn % 2 === 1) turns.reverse();
  for (const path of turns) took[path] = await firstPaint(path, SPEEDS[key]);
  put(`paint ${key}`, took['']);
  put(`paint without scripts ${key}`, took['without-scripts.html']);
  put(`paint ratio ${key}`, took[''] / took['without-scripts.html']);
}

async function untilStored(key, notes) {
  const argument = { theme: `theme-${themes[0]}`, text: `as soon as possible ${Math.random()}` };
  const took = await visit({ speed: SPEEDS[key], notes, script: addAsSoonAsPossible, argument }, (page) =>
    valueOf(page, 'window.storedAt'),
  );
  put(`stored ${key} ${notes}`, took);
}

/** Typing, adding and searching with many notes in storage. */
async function interact(key) {
  await visit({ notes: NOTES }, async (page, session) => {
    const middle = Math.floor(themes.length / 2);
    const section = page.locator(`#theme-${themes[middle]}`);
    const number = middle + themes.length * Math.floor(NOTES / themes.length / 2);
    const note = section.locator('li').filter({ hasText: `Memo ${number}:` });
    await note.waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(installWatches);
    const settle = async () => {
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => resolve()), 0))),
      );
      await pause(400);
    };
    const took = () => valueOf(page, 'window.watch.took');

    await note.getByRole('button', { name: 'Edit note' }).click();
    await section.getByRole('textbox', { name: 'Note text' }).press('End');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SPEEDS[key].processor });
    await settle();
    await page.evaluate('void (window.watch.keys = [])');
    const typed = 'abcdefghij'.repeat(3);
    // Ten keys a second is a fast typist.
    for (const letter of typed) await Promise.all([page.keyboard.press(letter), pause(100)]);
    await settle();
    const keys = await page.evaluate('{ const keys = window.watch.keys; window.watch.keys = null; keys }');
    for (const one of keys) put(`key ${key}`, one);
    await valueOf(page, `Object.values(localStorage).some((value) => value.includes(${JSON.stringify(typed)}))`);
    await section.getByRole('button', { name: 'Done' }).click();

    const text = `added among many ${Math.random()}`;
    const box = section.getByRole('textbox', { name: /^New note on / });
    await box.fill(text);
    const button = section.getByRole('button', { name: 'Add note' });
    await button.scrollIntoViewIfNeeded();
    await settle();
    const { x, y, width, height } = await button.boundingBox();
    await page.evaluate(([theme, text]) => window.watch.untilAdded(theme, text), [`theme-${themes[middle]}`, text]);
    await page.mouse.click(x + width / 2, y + height / 2);
    put(`add ${key}`, await took());

    const search = page.getByRole('searchbox', { name: 'Search notes' });
    await search.click();
    await settle();
    await page.evaluate((rare) => window.watch.untilFiltered(rare), RARE_WORD);
    await page.keyboard.press(RARE_WORD[0]);
    put(`search ${key}`, await took());
  });
}

async function runRound(round) {
  for (const key of Object.keys(SPEEDS)) {
    // A load is short and its time uneven: more of them make the ratio steady.
    for (let pair = 0; pair < PAINTS; pair += 1) await paintRatio(key, round * PAINTS + pair);
    await untilStored(key, 0);
    await untilStored(key, NOTES);
    await interact(key);
  }
}

// ------------------------------------------------------------------------------------ reporting

function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** “median (lowest to highest)”, in milliseconds or as a ratio. */
function figures(name, digits = 0) {
  const values = samples.get(name);
  const show = (value) => value.toFixed(digits);
  return `${show(quantile(values, 0.5))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}

function table(head, rows) {
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function report() {
  const notes = NOTES.toLocaleString('en-GB');
  const row = (what, names, digits) => [what, ...names.map((name) => figures(name, digits))];
  const both = (name) => Object.keys(SPEEDS).map((key) => name.replace('*', key));
  const keys95 = Object.keys(SPEEDS).map((key) => quantile(samples.get(`key ${key}`), 0.95).toFixed(1));
  return [
    table(
      ['first contentful paint', 'full speed', 'slow processor and line'],
      [
        row('the page, ms', both('paint *')),
        row('the page without its scripts, ms', both('paint without scripts *')),
        row('**ratio**, of each pair loaded in turn', both('paint ratio *'), 2),
      ],
    ),
    table(
      ['from the start of loading until a note is added and stored', 'full speed', 'slow processor and line'],
      [row('no notes before, ms', both('stored * 0')), row(`${notes} notes before, ms`, both(`stored * ${NOTES}`))],
    ),
    table(
      [`with ${notes} notes, from the event to the next paint that shows it`, 'full speed', 'slow processor'],
      [
        row('a key while a note in the middle is edited, ms', both('key *'), 1),
        ['the same, 95 of 100 keys within, ms', ...keys95],
        row('“Add note”, ms', both('add *'), 1),
        row('the first key of a search, ms', both('search *'), 1),
      ],
    ),
    `Median (lowest to highest) of ${ROUNDS === 1 ? 'one round' : `${ROUNDS} rounds`}, with ${PAINTS} pairs of first paints in each; ${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, brotli. ` +
      '“Slow” is a processor four times slower and, for loading, 1.6 Mbit/s down, 0.75 up, 150 ms latency. ' +
      `Made by \`cargo xtask bench --rounds ${ROUNDS}${NOTES === 2000 ? '' : ` --notes ${NOTES}`} --write\`.`,
  ].join('\n\n');
}

function writeReport(text) {
  const old = readFileSync(REPORT, 'utf8');
  const [start, end] = [old.indexOf(START), old.indexOf(END)];
  writeFileSync(REPORT, `${old.slice(0, start + START.length)}\n\n${text}\n\n${old.slice(end)}`);
}

/** Before minutes are spent, not after. */
function requireMarks() {
  let old = '';
  try {
    old = readFileSync(REPORT, 'utf8');
  } catch {
    fail('there is no `docs/performance.md` to write to');
  }
  const [start, end] = [old.indexOf(START), old.indexOf(END)];
  if (start < 0 || end < start) fail(`\`docs/performance.md\` needs a line \`${START}\` and, below it, \`${END}\``);
}

// ----------------------------------------------------------------------------------------- main

if (options.write) requireMarks();
let html;
try {
  html = requirePage();
} catch (error) {
  fail(error.message);
}
const event = JSON.parse(/<script\b[^>]*\bid="?event"?[^>]*>([\s\S]*?)<\/script>/.exec(html)[1]);
const themes = event.parts.flatMap((part) => event.themes.filter((theme) => theme.part === part.id)).map((theme) => theme.id);
const htmlType = 'text/html; charset=utf-8';
const site = await startSite({
  compress: true,
  extra: {
    'blank.html': { type: htmlType, body: '<!doctype html><title>.</title><link rel="icon" href="data:,">' },
    'without-scripts.html': { type: htmlType, body: withoutScripts(html) },
  },
});
const browser = await chromium.launch({ executablePath, args });
try {
  for (let round = 0; round <= ROUNDS; round += 1) {
    counting = round > 0;
    const began = Date.now();
    await runRound(round);
    const seconds = ((Date.now() - began) / 1_000).toFixed(0);
    console.error(counting ? `round ${round} of ${ROUNDS}: ${seconds} s` : `warming up: ${seconds} s`);
  }
  if (complaints.size > 0) throw new Error(`the page complained:\n${[...complaints].join('\n')}`);
  const text = report();
  console.log(text);
  if (options.write) writeReport(text);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
