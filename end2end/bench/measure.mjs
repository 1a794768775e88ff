// Measures one thing on one page: each of these functions makes a visit of its own, or a few, and
// hands what it measured to `put`. Which pages, and how often, is for `bench.mjs`.
//
// - Every visit is a new browser context: empty cache, empty storage. A blank page of the same origin
//   is opened first, so that process and connection are up, and storage can be filled.
// - The servers send brotli. A slow processor is one four times slower, a slow line has 1.6 Mbit/s
//   down, 0.75 up and 150 ms latency.
// - What is done with a page is measured once it was loaded at full speed and then slowed down.

import { RARE_WORD } from '../records.mjs';
import { installWatches, keepMemories, typeAtOnce } from './in-page.mjs';
import { ENGLISH } from './pages.mjs';

const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOW_PROCESSOR = 4;
/** A fast typist. */
const BETWEEN_KEYS = 100;
const TYPED = 'abcdefghij'.repeat(3);
const ADDED = 3;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One visit in a new browser context. `locale` is the language that the browser asks for, `seeded` are the
    entries that local storage holds before. */
async function visit(browser, url, { locale = ENGLISH, slow = false, seeded = [], script, argument }, work) {
  const complaints = new Set();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('console', (message) => complaints.add(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.add(`uncaught: ${error.message}`));
    await page.goto(`${url}blank.html`);
    await page.evaluate((seeded) => seeded.forEach(({ name, value }) => localStorage.setItem(name, value)), seeded);
    if (script) await page.addInitScript(script, argument);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Performance.enable');
    if (slow) {
      await session.send('Network.emulateNetworkConditions', SLOW_LINE);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PROCESSOR });
    }
    await page.goto(url, { waitUntil: 'commit' });
    const result = await work(page, session).catch((error) => complaints.add(`failed: ${error.message}`));
    if (complaints.size > 0) throw new Error(`the page complained:\n${[...complaints].join('\n')}`);
    return result;
  } finally {
    await context.close();
  }
}

/** Waits for a value inside the page, seldom enough not to disturb what is measured. */
async function valueOf(page, expression) {
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp; ) {
    const value = await page.evaluate(expression);
    if (value !== null && value !== undefined && value !== false) return value;
    await pause(50);
  }
  throw new Error(`nothing came of \`${expression}\``);
}

async function settle(page) {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()), 0))),
  );
  await pause(400);
}

/** What the main thread has worked since the start, in milliseconds. */
async function workOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration').value * 1_000;
}

/** The first contentful paint of a page, and of the same text as bare HTML, one after the other. */
export async function firstPaint(browser, page, turn, put) {
  const took = {};
  const urls = turn % 2 === 0 ? [page.url, page.bareUrl] : [page.bareUrl, page.url];
  for (const url of urls) {
    took[url] = await visit(browser, url, { locale: page.locale, slow: true }, async (tab) => {
      await tab.waitForLoadState('networkidle');
      return valueOf(tab, 'performance.getEntriesByName("first-contentful-paint")[0]?.startTime');
    });
  }
  put('paint', took[page.url]);
  put('bare paint', took[page.bareUrl]);
  put('paint ratio', took[page.url] / took[page.bareUrl]);
}

/** From the start of loading until the first text typed is stored. */
export async function firstText(browser, page, notes, put) {
  const text = `as soon as possible ${Math.random()}`;
  const theme = page.themes[0];
  const argument = { input: page.input(theme), add: page.add(theme), text };
  const how = { locale: page.locale, slow: true, seeded: page.entries(notes), script: typeAtOnce, argument };
  put('stored', await visit(browser, page.url, how, (tab) => valueOf(tab, 'window.storedAt')));
}

/** The memory of JavaScript and wasm once the notes are there, in megabytes. */
export async function memory(browser, page, notes, put) {
  const how = { locale: page.locale, seeded: page.entries(notes), script: keepMemories };
  await visit(browser, page.url, how, async (tab, session) => {
    await tab.locator(page.item).first().waitFor({ state: 'attached' });
    await tab.waitForLoadState('networkidle');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const wasm = await tab.evaluate('[...window.wasmMemories].reduce((sum, one) => sum + one.buffer.byteLength, 0)');
    put('JavaScript heap', usedSize / 1e6);
    put('wasm memory', wasm / 1e6);
    put('memory', (usedSize + wasm) / 1e6);
  });
}

/** Adding, editing and searching with many notes in storage. */
export async function use(browser, page, notes, put) {
  await visit(browser, page.url, { locale: page.locale, seeded: page.entries(notes) }, async (tab, session) => {
    await tab.locator(page.item).first().waitFor({ state: 'attached' });
    await tab.waitForLoadState('networkidle');
    // A page of many themes shows them closed, and what is closed can be neither pressed nor seen.
    await tab.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await tab.evaluate(installWatches, { item: page.item, hit: page.hit, rareWord: RARE_WORD });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PROCESSOR });
    await addNotes(page, tab, put);
    await editNote(page, tab, session, put);
    await search(page, tab, notes, put);
  });
}

const took = (tab) => valueOf(tab, 'window.watch.took');

async function addNotes(page, tab, put) {
  const theme = page.themes[0];
  for (let number = 0; number < ADDED; number += 1) {
    const text = `added among many ${Math.random()}`;
    await tab.locator(page.input(theme)).focus();
    await tab.keyboard.insertText(text);
    const button = tab.locator(page.add(theme));
    await button.scrollIntoViewIfNeeded();
    await settle(tab);
    const { x, y, width, height } = await button.boundingBox();
    await tab.evaluate((text) => window.watch.untilAdded(text), text);
    await tab.mouse.click(x + width / 2, y + height / 2);
    put('add', await took(tab));
  }
}

async function editNote(page, tab, session, put) {
  const box = await page.openEditor(tab);
  await box.scrollIntoViewIfNeeded();
  await box.press('Control+End');
  await settle(tab);
  await tab.evaluate('void (window.watch.keys = [])');
  const before = await workOf(session);
  for (const letter of TYPED) await Promise.all([tab.keyboard.press(letter), pause(BETWEEN_KEYS)]);
  await settle(tab);
  put('key work', ((await workOf(session)) - before) / TYPED.length);
  const keys = await tab.evaluate('{ const keys = window.watch.keys; window.watch.keys = null; keys }');
  for (const one of keys) put('key', one);
  await valueOf(tab, `Object.values(localStorage).some((value) => value.includes(${JSON.stringify(TYPED)}))`);
}

async function search(page, tab, notes, put) {
  const box = tab.locator(page.search);
  await box.scrollIntoViewIfNeeded();
  await box.click();
  await settle(tab);
  await tab.evaluate('window.watch.untilFound()');
  await tab.keyboard.press(RARE_WORD[0]);
  put('search', await took(tab));
  for (const letter of RARE_WORD.slice(1)) await Promise.all([tab.keyboard.press(letter), pause(BETWEEN_KEYS)]);
  await settle(tab);
  const shown = await tab.evaluate('window.watch.shown()');
  const expected = page.shows(Math.ceil(notes / 20));
  if (shown.notes !== shown.found || shown.found < expected) {
    throw new Error(`the search shows ${shown.notes} notes and ${shown.found} hits, of ${expected} at least`);
  }
  await tab.keyboard.press('Control+a');
  await settle(tab);
  await tab.evaluate('window.watch.untilCleared()');
  await tab.keyboard.press('Backspace');
  put('clear', await took(tab));
}
