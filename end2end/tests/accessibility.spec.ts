// No violation of any rule of axe-core, in every state that looks different, in every colour scheme.

import type { Page } from '@playwright/test';

import { expectNoViolation, expectNoViolationInAnyColours } from '../axe';
import { expect, test } from '../fixtures';
import { AllNotes, SITE } from '../pages/all-notes';
import { Quoting, Sheet, Shortcuts } from '../pages/annotating';
import { type Entry, type EventPage, putInStorage } from '../pages/event-page';
import { StartPage } from '../pages/start-page';
import { BringIn, TakeHome, Visit } from '../pages/transfer';
import { holdBackWasm } from '../program';
import { draftEntry, manyNotes, noteEntry, noteId } from '../records.mjs';

/** A note that cannot be read. */
const broken = (event: string): Entry => ({ name: `marginalia/${event}/note/${noteId(0, 1)}`, value: '{broken' });

/** Notes of every kind on a theme: pinned, formatted, quoting, in conflict, on no theme, begun, deleted. */
function everyKind(event: string, theme: string, words: string): Entry[] {
  const plain = noteEntry(event, { theme, text: 'a short note' });
  const { id } = JSON.parse(plain.value);
  const deleted = noteEntry(event, { theme, text: 'not wanted', number: 5, deleted: new Date().toISOString() });
  return [
    plain,
    noteEntry(event, { theme, text: 'another wording', number: 1, conflict: id }),
    noteEntry(event, { theme, text: '**Strong** words:\n- a list\n> and a quotation #tag', number: 2, pinned: true }),
    noteEntry(event, { theme, text: 'on these words', number: 3, quote: { exact: words, prefix: '', suffix: '' } }),
    noteEntry(event, { theme: 'no-such-theme', text: 'on a theme that is gone', number: 4 }),
    draftEntry(event, theme, 'only begun'),
    { ...deleted, name: deleted.name.replace('/note/', '/deleted/') },
  ];
}

/** All of them on the first theme of the page. */
const everyKindOn = ({ event, outline: [theme] }: EventPage) => everyKind(event.id, theme.id, theme.text[0].slice(0, 20));

async function storeNotes(eventPage: EventPage, count: number): Promise<void> {
  await eventPage.store(manyNotes(eventPage.event.id, eventPage.outline.map((theme) => theme.id), count));
}

test('The page has no violation before its program is there', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  const theme = eventPage.theme(0);
  await theme.newNote.fill('begun early');
  await wasm.asked;
  await expectNoViolationInAnyColours(page);
  wasm.release();
  await eventPage.takenOver();
  await expectNoViolationInAnyColours(page);
});

test('The page has no violation where its program does not come', async ({ page, eventPage, consoleOutput }) => {
  consoleOutput.expect(/Failed to load resource|Failed to fetch/);
  await page.route('**/*.wasm', (route) => route.abort());
  await eventPage.openUnready();
  await eventPage.theme(0).newNote.fill('begun early');
  await eventPage.theme(0).addNote.click();
  await expect(eventPage.theme(0).region.getByText('Notes cannot be added yet')).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('The page has no violation with 50 notes, and while one searches', async ({ page, eventPage }) => {
  await storeNotes(eventPage, 50);
  await eventPage.open();
  await eventPage.myNotes.saysTotal(50);
  await expectNoViolationInAnyColours(page);
  await eventPage.myNotes.search.fill('early');
  await expect(eventPage.myNotes.hits.first()).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('The page has no violation with notes of every kind, an alert and what needs attention', async ({ page, event, eventPage }) => {
  await eventPage.store([...everyKindOn(eventPage), broken(event.id)]);
  await eventPage.open();
  await expect(eventPage.alert).toContainText('could not be read');
  await expect(eventPage.theme(0).conflictCopies).toHaveCount(1);
  await eventPage.myNotes.openDeleted(1);
  await eventPage.myNotes.storage.locator('summary').press('Enter');
  await eventPage.myNotes.attentionEntry(/./).remove.click();
  await expect(eventPage.myNotes.attentionEntry(/./).keep).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('The page has no violation while a note is edited, and while Undo is offered', async ({ page, eventPage, isMobile }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('to be edited');
  await theme.onlyNote.edit();
  await expect(theme.editor).toBeFocused();
  if (isMobile) await new Sheet(theme).hasArrived();
  await expectNoViolationInAnyColours(page);
  await theme.done.click();
  await theme.onlyNote.delete();
  await expect(eventPage.undo).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('The page has no violation while words are quoted, and with its themes closed', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  const quoting = new Quoting(theme);
  // The program for reading and writing comes with the first key.
  await page.keyboard.press('Shift');
  await quoting.select(theme.theme.text[0].slice(0, 20));
  await expect(quoting.button).toBeVisible();
  await expectNoViolationInAnyColours(page);
  for (const theme of eventPage.themes) await theme.summary.press('Enter');
  await expect(eventPage.theme(6).body).toBeHidden();
  await expectNoViolationInAnyColours(page);
});

test('The dialogs that take notes home have no violation', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('to be taken home');
  const home = await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  await home.save('Backup (.ann)');
  await expectNoViolationInAnyColours(page);
  await home.close();
  await home.openBy(theme.onlyNote.item.getByRole('button', { name: 'Share…' }));
  await home.button('Copy link').click();
  await expect(home.status).not.toBeEmpty();
  const link = await home.link.inputValue();
  await expectNoViolationInAnyColours(page);
  await home.close();
  await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
  await expect(new Visit(page).dialog).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('The dialog that brings notes in has no violation at any step', async ({ page, eventPage, baseURL }) => {
  await eventPage.open();
  const bringIn = await new BringIn(page).open();
  await bringIn.choose({ name: 'empty.ann', text: '' });
  await expect(bringIn.alert).not.toBeEmpty();
  await expectNoViolationInAnyColours(page);
  const annotation = { type: 'Annotation', id: 'urn:uuid:0b2f1a5e-0000-4000-8000-000000000000', body: { type: 'TextualBody', value: 'On no theme' }, target: baseURL };
  await bringIn.choose({ name: 'notes.jsonld', text: JSON.stringify([{ '@context': 'http://www.w3.org/ns/anno.jsonld', ...annotation }]) });
  await expect(bringIn.themeForTheRest).toBeVisible();
  await expectNoViolationInAnyColours(page);
  await bringIn.button('Bring them in').click();
  await expect(bringIn.status).toContainText('brought in');
  await expectNoViolationInAnyColours(page);
});

test('The list of shortcuts has no violation', async ({ page, eventPage }) => {
  await eventPage.open();
  await page.keyboard.press('?');
  await expect(new Shortcuts(page).dialog).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('A programme has no violation, with a choice and a note that is begun', async ({ page }) => {
  await page.goto('./events/forum-fr/');
  const programme = page.getByRole('region', { name: 'Programme', exact: true });
  await programme.getByRole('combobox').first().selectOption({ index: 1 });
  await page.getByRole('main').locator('summary').first().press('Enter');
  await page.getByRole('textbox', { name: /^New note on / }).first().fill('begun');
  await expect(page.getByRole('searchbox', { name: 'Search notes' })).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('The start page of a site has no violation, and neither has its search', async ({ page }) => {
  const start = new StartPage(page);
  await start.openWithSearch();
  await expectNoViolationInAnyColours(page);
  await start.search.fill('2021');
  await expect(start.titles).toHaveCount(1);
  await expectNoViolationInAnyColours(page);
});

test('The page of all notes has no violation', async ({ page, context, baseURL }) => {
  const event = 'side-event-2018';
  await putInStorage(context, baseURL!, [...everyKind(event, 'keynote', 'the first hundred hours'), broken(event)]);
  const allNotes = new AllNotes(page);
  await allNotes.open();
  await allNotes.openExport();
  for (const deleted of await page.getByRole('main').locator('details:not([open]) > summary').all()) await deleted.press('Enter');
  await expect(allNotes.note('not wanted')).toBeVisible();
  await expectNoViolationInAnyColours(page);
  await allNotes.search.fill('note');
  await expect(allNotes.hits.first()).toBeVisible();
  await expectNoViolationInAnyColours(page);
});

test('What is shown at a missing address has no violation', async ({ page, consoleOutput }) => {
  // It has no icon at a place of its own.
  consoleOutput.allow(/404/);
  for (const folder of ['./', SITE]) {
    await page.goto(`${folder}404.html`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoViolationInAnyColours(page);
  }
});

test('In forced colours, no state has a violation', async ({ page, event, eventPage, isMobile }) => {
  // These are the reader's own, and axe-core does not see them.
  const leftOut = ['color-contrast'];
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await eventPage.store([...everyKindOn(eventPage), broken(event.id)]);
  await eventPage.open();
  await expect(eventPage.alert).toContainText('could not be read');
  const theme = eventPage.theme(0);
  await theme.notes.first().getByRole('button', { name: 'Edit note' }).click();
  await expect(theme.editor).toBeFocused();
  if (isMobile) await new Sheet(theme).hasArrived();
  await expectNoViolation(page, leftOut);
  await theme.done.click();
  await theme.notes.first().getByRole('button', { name: 'Delete note' }).click();
  await expect(eventPage.undo).toBeVisible();
  await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  await expectNoViolation(page, leftOut);
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every control that is shown has a name', async ({ page }) => {
    // axe-core itself needs JavaScript; names are what it would look at first.
    await page.goto('./');
    for (const role of ['button', 'link', 'textbox', 'searchbox', 'heading', 'region'] as const) {
      const all = await page.getByRole(role).count();
      await expect(page.getByRole(role, { name: /\S/ })).toHaveCount(all);
    }
  });
});

declare global {
  interface Window {
    /** What has begun to move since the page was opened, by its class. */
    begun: string[];
  }
}

/** Takes down whatever begins to move. */
async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.begun = [];
    for (const type of ['transitionrun', 'animationstart']) {
      addEventListener(type, ({ target }) => window.begun.push((target as Element).getAttribute('class') ?? ''));
    }
  });
}

/** Once all that was to begin has begun. */
const begun = (page: Page) =>
  page.evaluate(async () => {
    for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
    return window.begun;
  });

test('A note slides into place when it is added, and at no other time', async ({ page, eventPage }) => {
  await watchMotion(page);
  await eventPage.store([noteEntry(eventPage.event.id, { theme: eventPage.outline[0].id, text: 'an old one' })]);
  await eventPage.open();
  const theme = eventPage.theme(0);
  await expect(theme.notes).toHaveCount(1);
  await theme.newNote.focus();
  expect(await begun(page)).not.toContain('note');
  await theme.add('a new one');
  await expect.poll(() => begun(page)).toContain('note');
  const { box, button } = { box: (await theme.newNote.boundingBox())!, button: (await theme.addNote.boundingBox())! };
  await theme.add('and another');
  expect(await theme.newNote.boundingBox(), 'what the reader points at stays').toEqual(box);
  expect(await theme.addNote.boundingBox()).toEqual(button);
});

test('The page keeps still for a reader who asks for less motion', async ({ page, eventPage }) => {
  await watchMotion(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eventPage.open();
  await eventPage.theme(0).add('a note');
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  await eventPage.theme(0).summary.click();
  // What is told goes from one moment to the next.
  expect((await begun(page)).filter((name) => !name.startsWith('notices__status'))).toEqual([]);
  const steps = await eventPage.status.evaluate((status) => getComputedStyle(status).animationTimingFunction);
  expect(steps).toMatch(/^(step-end|steps\(1(, end)?\))$/);
  const smooth = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).scrollBehavior === 'smooth')
      .map((element) => element.localName),
  );
  expect(smooth).toEqual([]);
});
