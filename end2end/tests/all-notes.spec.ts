// The page of a site of several events with the notes on all of them: lists, search, export, and that it
// writes nothing.

import { expect, test as base, watch } from '../fixtures';
import { expectNoViolation } from '../axe';
import { AllNotes, EventInSite, type Known, SITE } from '../pages/all-notes';
import { openNeighbour, putInStorage } from '../pages/event-page';
import { BringIn } from '../pages/transfer';
import { readMarkdown, readTable } from '../readers/formats.mjs';
import { draftEntry, manyNotes, noteEntry, noteId } from '../records.mjs';
import { ScreenReader } from '../screen-reader';

const CONFERENCE: Known = {
  id: 'conference-day-fr',
  title: 'Journée du Logiciel partagé 2022',
  theme: { id: '', title: 'Reproducible builds without tears' },
};
const SIDE_EVENT: Known = {
  id: 'side-event-2018',
  title: '',
  theme: { id: 'keynote', title: 'Keynote: The first hundred hours' },
};

const GONE = 'a-panel-that-was-taken-down';
const UNKNOWN = 'This event is not on this site (any more). Your notes are still in this browser.';

const test = base.extend<{ allNotes: AllNotes; conference: EventInSite; sideEvent: EventInSite }>({
  allNotes: async ({ page }, use) => use(new AllNotes(page)),
  conference: async ({ page, request }, use) => use(new EventInSite(page, await known(CONFERENCE, request))),
  sideEvent: async ({ page, request }, use) => use(new EventInSite(page, await known(SIDE_EVENT, request))),
});

type Requests = { get(address: string): Promise<{ json(): Promise<unknown> }> };
type Listed = { id: string; title: string; themes: { id: string; title: string }[] };

/** The event as the site lists it, so that no test repeats words of the content. */
async function known(event: Known, request: Requests): Promise<Known> {
  const all = (await (await request.get(`${SITE}events.json`)).json()) as Listed[];
  const { id, title, themes } = all.find((it) => it.id === event.id)!;
  return { id, title, theme: themes.find((it) => it.title === event.theme.title)! };
}

/** A note in the browser on an event, and what can stand beside it. */
function entries(event: Known) {
  const theme = event.theme.id;
  const quote = { exact: 'the first hundred hours', prefix: 'What happens in ', suffix: ' decides' };
  // Lately, or an event's page would let it go.
  const deleted = noteEntry(event.id, { theme, text: 'Deleted again', number: 8, deleted: new Date().toISOString() });
  return [
    noteEntry(event.id, { theme, text: 'Two lines,\nand a #Follow-up on the Résumé', number: 1 }),
    noteEntry(event.id, { theme, text: 'Pinned and **strong**', number: 2, revision: 3, pinned: true, changed: '2026-01-06T10:00:00.000Z' }),
    noteEntry(event.id, { theme, text: '', number: 3, quote }),
    noteEntry(event.id, { theme: 'no-such-theme', text: 'On a theme that is gone', number: 4 }),
    draftEntry(event.id, theme, 'Half a thought'),
    { ...deleted, name: deleted.name.replace('/note/', '/deleted/') },
  ];
}

const damaged = (event: string) => ({ name: `marginalia/${event}/note/${noteId(1_767_605_400_000, 99)}`, value: '{"v":1,"text":"dam' });
const settings = { name: 'marginalia/settings', value: '{"colours":"light"}' };
const foreign = { name: 'another-program', value: '{"v":1}' };

test('Notes on two events stand together, and each leads to where it was written', async ({ page, allNotes, conference, sideEvent }) => {
  await conference.open();
  await conference.add('From the conference');
  await page.getByRole('link', { name: 'My notes on all events', exact: true }).click();
  await expect(allNotes.heading).toBeVisible();
  await allNotes.says('1 note on 1 event.');
  await page.getByRole('banner').getByRole('link').click();
  await sideEvent.open();
  await sideEvent.add('From the side event\nin two lines');
  await sideEvent.newNote.fill('Half a thought');
  await expect.poll(async () => Object.keys(await sideEvent.stored()).length).toBe(2);
  await page.goto(SITE);
  await page.getByRole('link', { name: 'My notes on all events', exact: true }).click();
  await allNotes.says('2 notes and 1 draft on 2 events.');
  // The latest event first.
  await expect(allNotes.events).toHaveText([conference.event.title, sideEvent.event.title]);
  const text = allNotes.note('From the side event');
  expect(await text.getByText('From the side event').innerText()).toBe('From the side event\nin two lines');
  await expect(allNotes.of(sideEvent.event.title)).toContainText('Half a thought');
  await expect(allNotes.note('Half a thought')).toContainText('Not added yet');
  await expect(text).toContainText(/Added \d/);
  await text.getByRole('link', { name: 'Open on the event’s page' }).click();
  await expect(sideEvent.theme).toBeInViewport();
  await expect(sideEvent.list).toContainText(['From the side event']);
});

test('What is on no event of the site, damaged or deleted is there as well, and nothing is written', async ({ page, context, baseURL, allNotes, sideEvent }) => {
  const gone = { ...sideEvent.event, id: GONE };
  const all = [...entries(sideEvent.event), ...entries(gone), damaged(GONE), settings, foreign];
  await putInStorage(context, baseURL!, all);
  await allNotes.open();
  const before = await allNotes.stored();
  expect(before).toEqual(Object.fromEntries(all.map(({ name, value }) => [name, value])));
  await allNotes.says('8 notes and 2 drafts on 2 events.');
  await expect(allNotes.events).toHaveText([sideEvent.event.title, GONE]);

  const known = allNotes.of(sideEvent.event.title);
  await expect(known.getByRole('heading', { level: 3 })).toHaveText([
    sideEvent.event.theme.title,
    'no-such-theme (a theme that this event no longer has)',
  ]);
  await expect(known.getByText(UNKNOWN)).toHaveCount(0);
  // As on the event's page: pinned notes first, then the newest.
  await expect(known.getByRole('list', { name: `Notes on ${sideEvent.event.theme.title}` }).locator('> li')).toContainText([
    'Pinned and **strong**',
    'the first hundred hours',
    'Two lines,',
    'Half a thought',
  ]);
  await expect(known.locator('blockquote')).toHaveText('the first hundred hours');
  await expect(allNotes.note('Pinned and').first()).toContainText(/Changed 6 Jan 2026/);
  const deleted = known.getByRole('group').filter({ hasText: 'Recently deleted (1)' });
  await expect(known.getByText('Deleted again')).toHaveCount(0);
  await deleted.getByText('Recently deleted (1)').press('Enter');
  await expect(deleted.getByText('Deleted again')).toBeVisible();

  const unknown = allNotes.of(GONE);
  await expect(unknown.getByText(UNKNOWN)).toBeVisible();
  await expect(unknown.getByRole('link')).toHaveCount(0);
  await expect(unknown.getByRole('list', { name: 'Could not be read' })).toContainText('{"v":1,"text":"dam');
  const backup = await allNotes.saveBy(unknown.getByRole('button', { name: 'Save a backup of these notes' }));
  expect(backup.name).toMatch(new RegExp(`^${GONE}-notes-.*\\.ann$`));
  expect(JSON.parse(backup.text).marginalia.unreadable).toHaveLength(1);
  await expect(unknown.getByRole('status')).toContainText('Saved as');

  await allNotes.openExport();
  for (const form of ['Markdown', 'Backup (.ann)', 'Table (CSV)', 'Table for Excel (semicolons)']) await allNotes.save(form);
  await allNotes.search.fill('strong');
  await allNotes.says('2 of 13 texts found, on 2 events.');
  await page.reload();
  await allNotes.says('8 notes and 2 drafts on 2 events.');
  expect(await allNotes.stored()).toEqual(before);
});

test('The search goes by words, tags and events, and says what it found', async ({ context, baseURL, allNotes, conference, sideEvent }) => {
  const one = noteEntry(conference.event.id, { theme: conference.event.theme.id, text: 'a résumé of the talk', number: 20 });
  await putInStorage(context, baseURL!, [...entries(sideEvent.event), one]);
  await allNotes.open();
  await allNotes.says('5 notes and 1 draft on 2 events.');
  await allNotes.search.pressSequentially('RESUME');
  await allNotes.says('2 of 7 texts found, on 2 events.');
  await expect(allNotes.hits).toHaveText(['résumé', 'Résumé']);
  await expect(allNotes.event.locator(`option[value="${conference.event.id}"]`)).toHaveAttribute('lang', 'fr');
  await allNotes.event.selectOption({ label: sideEvent.event.title });
  await allNotes.says('1 of 7 texts found, on 1 event.');
  await expect(allNotes.events).toHaveText([sideEvent.event.title]);
  await allNotes.search.fill('zebra');
  await allNotes.says('Nothing found. Try fewer or other words, or choose “All events”.');
  await expect(allNotes.notes).toHaveCount(0);
  await allNotes.search.fill('');
  await allNotes.says('6 of 7 texts found, on 1 event.');
  await allNotes.event.selectOption({ label: 'All events' });
  await allNotes.says('5 notes and 1 draft on 2 events.');
  await allNotes.note('Two lines').getByRole('button', { name: 'Search for #Follow-up' }).click();
  await expect(allNotes.search).toHaveValue('#Follow-up');
  await allNotes.says('1 of 7 texts found, on 1 event.');
  await allNotes.search.fill('hundred');
  await expect(allNotes.hits).toHaveText(['hundred']);
});

test('One backup brings all back on the page of each event, and the other files are for people', async ({ browser, context, baseURL, allNotes, conference, sideEvent }) => {
  const events = [conference, sideEvent];
  const gone = { ...sideEvent.event, id: GONE };
  const all = [...events.flatMap(({ event }) => entries(event)), ...entries(gone), damaged(conference.event.id)];
  await putInStorage(context, baseURL!, all);
  await allNotes.open();
  await allNotes.openExport();
  const backup = await allNotes.save('Backup (.ann)');
  expect(backup.name).toMatch(/^all-notes-\d{4}-\d\d-\d\d\.ann$/);
  const markdown = await allNotes.save('Markdown');
  const { front, headings } = readMarkdown(markdown.text);
  expect(front.address).toBe(new URL(SITE, baseURL).href);
  expect(headings.filter(({ level }: { level: number }) => level === 1).map(({ title }: { title: string }) => title)).toEqual([
    conference.event.title,
    sideEvent.event.title,
    GONE,
  ]);
  for (const [form, sign] of [['Table (CSV)', ','], ['Table for Excel (semicolons)', ';']] as const) {
    const rows: { event: string }[] = readTable((await allNotes.save(form)).text, sign);
    expect(rows.map((row) => row.event)).toEqual([conference.event.title, sideEvent.event.title, GONE].flatMap((it) => Array(4).fill(it)));
  }
  await expect(allNotes.export.getByRole('status')).toContainText('Saved as all-notes-');

  const fresh = await browser.newContext({ baseURL, acceptDownloads: true, serviceWorkers: 'block' });
  const watched = watch(fresh, baseURL!);
  const page = await fresh.newPage();
  for (const { event } of events) {
    const eventPage = new EventInSite(page, event);
    await eventPage.open();
    const bringIn = await new BringIn(page).open();
    await bringIn.bringIn(backup);
    await bringIn.close();
    await expect(eventPage.list).toHaveCount(3);
    await expect(eventPage.newNote).toHaveValue('Half a thought');
    const expected = all.filter(({ name }) => name.startsWith(`marginalia/${event.id}/`));
    expect(await eventPage.stored()).toEqual(Object.fromEntries(expected.map(({ name, value }) => [name, value])));
  }
  watched.check();
  await fresh.close();
});

test('What another tab does is seen by itself', async ({ context, allNotes, sideEvent }) => {
  await allNotes.open();
  await expect(allNotes.status.filter({ hasText: 'There are no notes in this browser yet.' })).toBeVisible();
  await expect(allNotes.search).toBeHidden();
  const second = new EventInSite(await context.newPage(), sideEvent.event);
  await second.open();
  await second.add('from the other tab');
  await allNotes.says('1 note on 1 event.');
  await expect(allNotes.note('from the other tab')).toBeVisible();
  await second.theme.getByRole('button', { name: 'Edit note' }).click();
  await second.theme.getByRole('textbox', { name: 'Note text' }).fill('changed in the other tab');
  await expect(allNotes.note('changed in the other tab')).toBeVisible();
  await expect(allNotes.note('from the other tab')).toHaveCount(0);
  await second.page.evaluate(() => localStorage.clear());
  await expect(allNotes.status.filter({ hasText: 'There are no notes' })).toBeVisible();
  await expect(allNotes.notes).toHaveCount(0);
});

test('Without the titles all notes stand under their ids', async ({ page, context, baseURL, allNotes, sideEvent, consoleOutput }) => {
  consoleOutput.expect(/Failed to load resource/);
  await putInStorage(context, baseURL!, entries(sideEvent.event));
  await page.route('**/events.json', (route) => route.abort());
  await allNotes.open();
  await expect(allNotes.status.filter({ hasText: 'The titles of the events could not be loaded' })).toBeVisible();
  await expect(allNotes.events).toHaveText([sideEvent.event.id]);
  await expect(allNotes.note('Two lines')).toBeVisible();
  await expect(page.getByText(UNKNOWN)).toHaveCount(0);
});

test('A page whose program does not come says so', async ({ page, allNotes, consoleOutput }) => {
  consoleOutput.expect(/Failed to load resource|Failed to fetch/);
  await page.route('**/all_notes-*.wasm', (route) => route.abort());
  await allNotes.open();
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded: you may be offline\. Your notes are not affected\./);
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs', async ({ page, allNotes }) => {
    await allNotes.open();
    // What stands in `noscript` is found by no text.
    await expect(page.getByRole('main').getByRole('paragraph').filter({ hasText: /needs JavaScript/ })).toBeVisible();
  });
});

test('Where the browser refuses local storage, the page says so', async ({ page, allNotes }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await allNotes.open();
  await expect(allNotes.status.filter({ hasText: 'This browser does not let the page see what it keeps' })).toBeVisible();
  await expect(allNotes.search).toBeHidden();
  await expect(allNotes.export).toBeHidden();
});

test('Of 2,000 notes on 20 events as many are on the page as one looks at', async ({ context, baseURL, allNotes }) => {
  const all = Array.from({ length: 20 }, (_, number) => manyNotes(`event-${String(number).padStart(2, '0')}`, ['one', 'two', 'three'], 100));
  await putInStorage(context, baseURL!, all.flat());
  await allNotes.open();
  await allNotes.says('2,000 notes on 20 events.');
  await expect(allNotes.notes).toHaveCount(50);
  await allNotes.showMore.click();
  await expect(allNotes.notes).toHaveCount(100);
  await allNotes.search.fill('kestrel');
  await allNotes.says('100 of 2,000 texts found, on 20 events.');
  await expect(allNotes.notes).toHaveCount(50);
  await allNotes.showMore.click();
  await expect(allNotes.notes).toHaveCount(100);
  await expect(allNotes.showMore).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the page has no violation and nothing goes over its edge', async ({ page, context, baseURL, allNotes, sideEvent }) => {
      const gone = { ...sideEvent.event, id: GONE };
      const long = noteEntry(GONE, { theme: 'x', text: 'https://example.org/'.padEnd(400, 'x'), number: 30 });
      await putInStorage(context, baseURL!, [...entries(sideEvent.event), ...entries(gone), damaged(GONE), long]);
      await allNotes.open();
      await allNotes.says('9 notes and 2 drafts on 2 events.');
      await allNotes.openExport();
      await allNotes.search.fill('o');
      await expect(allNotes.hits.first()).toBeVisible();
      await expectNoViolation(page);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await expectNoViolation(page);
    });
  });
}

test('An empty page has no violation, and the keyboard reaches all of a full one', async ({ page, context, baseURL, allNotes, sideEvent }) => {
  await allNotes.open();
  await expect(allNotes.status.filter({ hasText: 'There are no notes' })).toBeVisible();
  await expectNoViolation(page);
  await page.goto('about:blank');
  await putInStorage(context, baseURL!, entries(sideEvent.event));
  await allNotes.open();
  await allNotes.search.focus();
  await page.keyboard.press('Tab');
  await expect(allNotes.event).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(allNotes.export.getByRole('button', { name: 'Markdown' })).toBeFocused();
});

test('On paper stand the notes that are shown, and no control', async ({ page, context, baseURL, allNotes, sideEvent }) => {
  await putInStorage(context, baseURL!, entries(sideEvent.event));
  await allNotes.open();
  await allNotes.says('4 notes and 1 draft on 1 event.');
  await page.emulateMedia({ media: 'print' });
  for (const text of ['Two lines', 'Pinned and', 'the first hundred hours', 'Half a thought']) await expect(allNotes.note(text).first()).toBeVisible();
  await expect(allNotes.search).toBeHidden();
  await expect(allNotes.export).toBeHidden();
  await expect(page.getByRole('main').getByRole('button').locator('visible=true')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: sideEvent.event.title })).toBeVisible();
});

test('Screen readers are told what is found once the reader pauses, and not what another page does', async ({ page, context, baseURL, allNotes, sideEvent }) => {
  const reader = await ScreenReader.at(page);
  await page.clock.install();
  await putInStorage(context, baseURL!, entries(sideEvent.event));
  await allNotes.open();
  await allNotes.says('4 notes and 1 draft on 1 event.');
  await allNotes.search.pressSequentially('strong', { delay: 30 });
  await reader.hears('polite: 1 of 6 texts found, on 1 event.');
  const neighbour = await context.newPage();
  await openNeighbour(neighbour);
  await neighbour.evaluate(() => localStorage.setItem('marginalia/elsewhere/draft/theme', '{"v":1,"text":"of another page"}'));
  await allNotes.says('1 of 7 texts found, on 1 event.');
  await page.clock.runFor(10_000);
  await reader.hears();
});

test('Notes on events of another site at the same origin are there as well', async ({ context, allNotes }) => {
  await allNotes.open();
  const neighbour = await context.newPage();
  await openNeighbour(neighbour);
  await neighbour.evaluate(() => localStorage.setItem('marginalia/elsewhere/later-kind/x', 'x'));
  await neighbour.evaluate(() => localStorage.setItem('marginalia/elsewhere/draft/theme', '{"v":1,"text":"of another site"}'));
  await allNotes.says('1 draft on 1 event.');
  await expect(allNotes.events).toHaveText(['elsewhere']);
});
