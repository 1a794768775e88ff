// The style of what the program shows, and of paper, lies beside the page as a sheet for paper, so that no
// reader waits for it. It counts on the screen before the program shows anything, and the notes are all there
// and can be worked with where it cannot be loaded.

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { TakeHome } from '../pages/transfer';
import { holdBackStart } from '../program';
import { noteEntry } from '../records.mjs';

const SHEET = '**/later-*.css';

/** For what the sheet counts, and whether it is there. */
const sheetOf = (page: Page) =>
  page.locator('#later-style').evaluate((link: HTMLLinkElement) => ({ media: link.media, isThere: Boolean(link.sheet) }));

test('The page is shown while the sheet is still on its way', async ({ page, event, eventPage }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(SHEET, async (route) => {
    await released;
    await route.continue();
  });
  await eventPage.openUnready();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
  const { newNote } = eventPage.theme(1);
  await newNote.pressSequentially('typed before');
  // A frame is painted, and what is typed is in it.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await expect(newNote).toHaveValue('typed before');
  await expect.poll(() => eventPage.storedOf('draft')).toHaveProperty(eventPage.outline[1].id);
  release();
  await eventPage.takenOver();
});

test('The style counts on the screen before the program shows a note', async ({ page, event, eventPage }) => {
  const theme = eventPage.theme(1);
  await eventPage.store([noteEntry(event.id, { theme: theme.theme.id, text: 'a note with a look' })]);
  // The first step reads the notes; a later one shows them.
  const start = await holdBackStart(page, 1);
  await eventPage.openUnready();
  await start.reached();
  await expect(theme.notes).toHaveCount(0);
  expect(await sheetOf(page)).toEqual({ media: 'all', isThere: true });
  await start.goOn();
  await expect(theme.onlyNote.item).toHaveCSS('border-inline-start-width', '3px');
});

test('Until the program is brought the sheet is for paper alone', async ({ page, eventPage }) => {
  // Such a reader is not given what was not asked for.
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await eventPage.openUnready();
  await page.waitForLoadState();
  expect(await sheetOf(page)).toEqual({ media: 'print', isThere: true });
  await eventPage.theme(1).newNote.focus();
  await eventPage.takenOver();
  expect(await sheetOf(page)).toEqual({ media: 'all', isThere: true });
});

test('Where the sheet cannot be loaded, notes are added, edited, found and taken home all the same', async ({ page, eventPage, consoleOutput }) => {
  consoleOutput.expect(/Failed to load resource/);
  await page.route(SHEET, (route) => route.abort());
  await eventPage.open();
  const theme = eventPage.theme(1);
  await theme.add('kept without style');
  await theme.onlyNote.edit();
  await theme.editor.fill('kept without style, and changed');
  await theme.done.click();
  await expect(theme.onlyNote.item).toContainText('and changed');
  await eventPage.myNotes.search.fill('changed');
  await expect(eventPage.myNotes.hits).toHaveText('changed');
  const home = await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  await page.keyboard.press('Escape');
  await expect(home.dialog).toBeHidden();
});
