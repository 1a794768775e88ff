// Without a network: after the first visit all of the site is there. A new publication takes the place of
// the old one as a whole or not at all, and never under a page that is open.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type BrowserContext, type Page } from '@playwright/test';

import { eventIn } from '../event';
import { expect, test as base } from '../fixtures';
import { EventPage } from '../pages/event-page';
import { TakeHome } from '../pages/transfer';
import { Host, ONE_EVENT, SEVERAL_EVENTS, listOf } from '../publication';

const test = base.extend<{ host: Host }>({
  // Here alone.
  serviceWorkers: 'allow',
  host: async ({}, use, testInfo) => {
    const host = new Host(testInfo.outputPath('site'), testInfo.project.name === 'phone' ? '/any/sub/path/' : '/');
    host.publish(ONE_EVENT);
    await host.start();
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

const NEWER = 'A newer version of this page has arrived: you see it when you load the page again. Your notes stay.';
const newer = (page: Page) => page.getByRole('status').filter({ hasText: NEWER });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Waits until the browser has all of the site. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** The caches of a browser, without the one that tells which page is of which publication. */
const caches = (page: Page) =>
  page.evaluate(async () => (await window.caches.keys()).filter((name) => !name.endsWith(' pages')).sort());

/** Loads the page as the reader does who comes again: a browser looks for a new worker then. */
async function visitAgain(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Needs the program for Markdown. */
async function writesMarkdown(eventPage: EventPage, word: string): Promise<void> {
  await eventPage.theme(0).add(`a **${word}** word`);
  await expect(eventPage.theme(0).note(word).item.locator('strong')).toHaveText(word);
}

/** Needs the program for taking home and bringing in. */
async function takesHome(page: Page): Promise<void> {
  const home = await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  await home.close();
}

test('After the first visit the page and its later programs are there without a server', async ({ page, host, event, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  await host.stop();
  // What the open page loads later.
  await writesMarkdown(eventPage, 'strong');
  await takesHome(page);
  // And what it is made of.
  await page.goto(`${host.url}?from=a-mail#my-notes`);
  await eventPage.takenOver();
  await expect(title(page)).toHaveText(event.title);
  await expect(eventPage.theme(0).note('strong').item.locator('strong')).toHaveText('strong');
  await takesHome(page);
});

test('The event’s files can be downloaded without a server', async ({ page, host, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  await host.stop();
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: /iCalendar/ }).click();
  const download = await arriving;
  expect(await readFile(await download.path(), 'utf8')).toBe(host.read('event.ics').toString());
});

test('After a visit to one page of a site all others are there without a server', async ({ page, host }) => {
  host.publish(SEVERAL_EVENTS);
  await page.goto(host.url);
  await isKept(page);
  await host.stop();
  const pages = host.files().filter((path) => path.endsWith('/index.html') && path !== 'notes/index.html');
  expect(pages.length).toBeGreaterThanOrEqual(6);
  for (const path of pages) {
    const folder = path.slice(0, -'/index.html'.length);
    const event = eventIn(join(SEVERAL_EVENTS, folder));
    // As a link leads there, as one types it, and by the name of the file.
    for (const address of [`${folder}/`, `${folder}?x=1`, path]) {
      await page.goto(host.url + address);
      await expect(title(page)).toHaveText(event.title);
    }
    const eventPage = new EventPage(page, event, `${host.url}${folder}/`);
    await eventPage.takenOver();
    const loaded = await page.evaluate(
      async (names) => Promise.all(names.map(async (name) => (await fetch(name)).text())),
      ['event.ics', 'event.json', '../manifest.webmanifest?2'],
    );
    expect(loaded).toEqual(
      [`${folder}/event.ics`, `${folder}/event.json`, 'manifest.webmanifest'].map((file) => host.read(file).toString()),
    );
    // Pictures and style are there as well.
    const isWhole = () => [...document.images].every((image) => image.complete && image.naturalWidth > 0) && document.styleSheets.length === 3;
    expect(await page.evaluate(isWhole)).toBe(true);
    if (event.themes.length > 0) {
      await writesMarkdown(eventPage, 'strong');
      await takesHome(page);
    }
  }
  // The notes on all of them, with the titles of the events.
  await page.goto(`${host.url}notes/`);
  await expect(title(page)).toHaveText('My notes on all events');
  await expect(page.getByText(/^\d+ notes? on \d+ events?\.$/).first()).toBeVisible();
  await expect(page.getByText('The titles of the events could not be loaded')).toHaveCount(0);
});

test('After a visit to the start page its events are found without a server', async ({ page, host }) => {
  host.publish(SEVERAL_EVENTS);
  await page.goto(host.url);
  await isKept(page);
  await host.stop();
  await page.goto(`${host.url}?q=reproducible`);
  await expect(page.getByText('Theme: Reproducible builds without tears')).toBeVisible();
});

test('What is not of the publication comes from the network, and so do parts of files', async ({ page, host, eventPage, consoleOutput }) => {
  consoleOutput.expect(/404/);
  await eventPage.open();
  await isKept(page);
  host.write('later.txt', 'later');
  host.asked = [];
  const answers = await page.evaluate(async () => {
    const text = async (path: string, options?: RequestInit) => (await fetch(path, options)).text();
    return [await text('later.txt'), await text('constructor'), await text('event.ics', { headers: { range: 'bytes=0-3' } })];
  });
  expect(answers.slice(0, 2)).toEqual(['later', '404\n']);
  expect(host.asked).toEqual(expect.arrayContaining(['later.txt', 'constructor', 'event.ics']));
});

test('A new publication shows at the next load, and an open page stays whole until then', async ({ context, page, host, event, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  const before = listOf(host.read('sw.js').toString());
  host.publishAnew('The second publication', '2');
  const after = listOf(host.read('sw.js').toString());
  host.asked = [];

  const second = await visitAgain(context, host.url);
  // It was on its way when that was loaded, so both pages are of the first one, and both are told.
  for (const open of [page, second]) {
    await expect(newer(open)).toBeVisible();
    await expect(title(open)).toHaveText(event.title);
  }
  const changed = Object.keys(after.files).filter((path) => after.files[path] !== before.files[path]);
  // The icon is asked for by the browser.
  const asked = host.asked.filter((path) => !['sw.js', 'favicon.svg'].includes(path));
  expect([...new Set(asked)].map((path) => path || 'index.html').sort(), 'what is unchanged is not asked for').toEqual(changed.sort());

  // No server has the programs of the first publication any more, and now there is none at all.
  await host.stop();
  await writesMarkdown(eventPage, 'old');
  await takesHome(page);
  expect(await caches(page)).toHaveLength(2);

  await second.reload();
  await expect(title(second)).toHaveText('The second publication');
  await expect(newer(second)).toBeHidden();
  const anew = new EventPage(second, event, host.url);
  await anew.takenOver();
  await expect(anew.theme(0).note('old').item).toHaveCount(1);
  await writesMarkdown(anew, 'new');
  expect(await caches(page), 'the first page still needs its publication').toHaveLength(2);

  await page.reload();
  await expect(title(page)).toHaveText('The second publication');
  await eventPage.takenOver();
  await takesHome(page);
  await expect.poll(() => caches(page)).toEqual([`marginalia ${host.url} ${after.id}`]);
});

test('A plain load of the only tab brings the new publication', async ({ page, host, event, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  host.publishAnew('The second publication', '2');
  await eventPage.reload();
  await expect(title(page)).toHaveText(event.title);
  await expect(newer(page)).toBeVisible();
  await eventPage.reload();
  await expect(title(page)).toHaveText('The second publication');
  await expect(newer(page)).toBeHidden();
});

test('An open editor and its text, drafts and notes stay as they are', async ({ context, page, host, event, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  await eventPage.theme(0).add('a note');
  await eventPage.theme(1).newNote.fill('a draft');
  await eventPage.theme(0).onlyNote.edit();
  await eventPage.theme(0).editor.fill('a note that is being');
  const stored = () => page.evaluate(() => ({ ...localStorage }));
  await expect.poll(async () => Object.values(await stored()).join()).toContain('a note that is being');
  const before = await stored();
  host.publishAnew('The second publication', '2');
  const second = await visitAgain(context, host.url);
  await expect(newer(page)).toBeVisible();
  await second.reload();
  await expect(title(second)).toHaveText('The second publication');
  await second.close();
  await expect(eventPage.theme(0).editor).toBeFocused();
  await expect(eventPage.theme(0).editor).toHaveValue('a note that is being');
  await expect(eventPage.theme(1).newNote).toHaveValue('a draft');
  await expect(title(page)).toHaveText(event.title);
  expect(await stored()).toEqual(before);
  await page.keyboard.press('End');
  await page.keyboard.type(' written');
  await eventPage.theme(0).done.click();
  await expect(eventPage.theme(0).onlyNote.item).toContainText('a note that is being written');
});

test('A publication of which a file is broken does not count until it is mended', async ({ page, host, event, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  const first = await caches(page);
  host.publishAnew('The second publication', '2');
  const broken = host.files().find((path) => /^transfer-.*\.wasm$/.test(path))!;
  const whole = host.read(broken);
  host.write(broken, whole.subarray(0, whole.length / 2));
  const hasFailed = () =>
    page.evaluate(async () => {
      const { installing, waiting } = (await navigator.serviceWorker.getRegistration())!;
      return !installing && !waiting;
    });
  for (const _ of ['once', 'again']) {
    host.asked = [];
    await eventPage.reload();
    // Asked for twice: what is between server and browser may be to blame.
    await expect.poll(() => host.asked.filter((path) => path === broken)).toHaveLength(2);
    await expect.poll(hasFailed).toBe(true);
    await expect(title(page)).toHaveText(event.title);
    await expect(newer(page)).toBeHidden();
  }
  expect(await caches(page)).toEqual(expect.arrayContaining(first));
  await host.stop();
  await eventPage.reload();
  await writesMarkdown(eventPage, 'strong');
  await takesHome(page);
  await host.start();
  host.write(broken, whole);
  host.asked = [];
  await eventPage.reload();
  await expect(newer(page)).toBeVisible();
  // What came at the first tries was good.
  expect(host.asked.filter((path) => path !== 'favicon.svg').sort()).toEqual([...new Set(['sw.js', broken, ...host.asked])].filter((path) => path !== 'favicon.svg').sort());
  await eventPage.reload();
  await expect(title(page)).toHaveText('The second publication');
});

test('Turned off, the worker and all it has kept are gone after the next load', async ({ page, host, eventPage }) => {
  await eventPage.open();
  await isKept(page);
  await eventPage.theme(0).add('a note');
  host.publishAnew('The second publication', '2');
  host.turnOff();
  await eventPage.reload();
  await expect(newer(page)).toBeVisible();
  // It is still a page of the publication that the browser had, whose programs no server has any more.
  await takesHome(page);
  await eventPage.reload();
  await expect(title(page)).toHaveText('The second publication');
  const isLeft = () =>
    page.evaluate(async () => [...(await window.caches.keys()), ...(await navigator.serviceWorker.getRegistrations()).map((it) => it.scope)]);
  await expect.poll(isLeft).toEqual([]);
  await expect(eventPage.theme(0).onlyNote.item).toContainText('a note');
  host.asked = [];
  await eventPage.reload();
  expect(host.asked).toContain('');
  await expect.poll(isLeft).toEqual([]);
});

test('Sites on one origin know nothing of each other', async ({ context, page, host, event }) => {
  for (const folder of ['one', 'two']) host.publish(ONE_EVENT, folder);
  const one = new EventPage(page, event, `${host.url}one/`);
  await page.goto(one.url);
  await isKept(page);
  const other = await visitAgain(context, `${host.url}two/`);
  await isKept(other);
  expect(await caches(page)).toHaveLength(2);
  host.publishAnew('The second publication', '2', 'one');
  host.turnOff('two');
  for (const open of [page, other]) {
    await open.reload();
    await expect(newer(open)).toBeVisible();
    await open.reload();
  }
  const { id } = listOf(host.read('one/sw.js').toString());
  await one.takenOver();
  await expect.poll(() => caches(page)).toEqual([`marginalia ${host.url}one/ ${id}`]);
  await host.stop();
  await page.reload();
  await expect(title(page)).toHaveText('The second publication');
});

test('Who saves data gets what was visited, and no more', async ({ page, host }) => {
  host.publish(SEVERAL_EVENTS);
  const saving = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });';
  const save = () => host.write('sw.js', host.read('sw.js').toString().replace('\n', `${saving}\n`));
  save();
  const [first, second] = host.files().filter((path) => path.endsWith('/index.html')).map((path) => path.slice(0, -'index.html'.length));
  await page.goto(host.url);
  await isKept(page);
  expect(host.asked.filter((path) => path.startsWith(first))).toEqual([]);
  await page.goto(host.url + first);
  await new EventPage(page, eventIn(join(SEVERAL_EVENTS, first)), host.url + first).takenOver();
  host.publishAnew('The second publication', '2');
  save();
  host.asked = [];
  await page.reload();
  await expect(newer(page)).toBeVisible();
  expect(host.asked).toContain(first);
  expect(host.asked.filter((path) => path.startsWith(second))).toEqual([]);
  await host.stop();
  await page.reload();
  await expect(title(page)).toHaveText('The second publication');
  await new EventPage(page, eventIn(join(SEVERAL_EVENTS, first)), host.url + first).takenOver();
});
