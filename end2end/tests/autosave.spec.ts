// Autosave: what is typed is stored without being asked, also when the reader leaves at once, and
// the page says so, or says why not.

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { draftEntry, noteEntry } from '../records.mjs';

test('An edit is stored soon after the last keystroke, and the page says so', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('Draft of');
  await theme.onlyNote.edit();
  await theme.editor.press('End');
  await theme.editor.pressSequentially(' a thought');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Draft of a thought']);
  await expect(eventPage.status).toContainText('Saved');
  await expect(theme.editor, 'saving does not close the editor').toBeFocused();
});

test('What was typed is stored without “Done”', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('Before');
  await theme.onlyNote.edit();
  await theme.editor.fill('After');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['After']);
  await eventPage.reload();
  await expect(theme.onlyNote.item).toContainText('After');
});

test.describe('With the clock stopped, so that no timer can save', () => {
  const moment = new Date('2026-03-05T13:00:00Z');

  /** An open editor with text that no timer has saved. */
  async function typeWithStoppedClock(page: Page, eventPage: EventPage): Promise<void> {
    await page.clock.install({ time: moment });
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('Before');
    await theme.onlyNote.edit();
    await expect(theme.editor).toBeFocused();
    await page.clock.pauseAt(new Date(moment.getTime() + 3_600_000));
    await theme.editor.pressSequentially('After ');
  }
  const isSaved = (eventPage: EventPage) =>
    expect.poll(async () => (await eventPage.storedTexts()).join()).toMatch(/After /);

  test('an edit is stored 300 ms after the last keystroke, as the contract says', async ({ page, eventPage }) => {
    await typeWithStoppedClock(page, eventPage);
    expect(await eventPage.storedTexts()).toEqual(['Before']);
    await page.clock.runFor(300);
    await isSaved(eventPage);
  });

  test('an edit is stored when the editor loses the focus', async ({ page, eventPage }) => {
    await typeWithStoppedClock(page, eventPage);
    await eventPage.theme(0).editor.blur();
    await isSaved(eventPage);
  });

  test('an edit is stored when the page is hidden', async ({ page, eventPage }) => {
    await typeWithStoppedClock(page, eventPage);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await isSaved(eventPage);
  });

  test('an edit is stored at pagehide', async ({ page, eventPage }) => {
    await typeWithStoppedClock(page, eventPage);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false })));
    await isSaved(eventPage);
  });

  test('an edit is stored when the reader leaves for another page', async ({ page, eventPage }) => {
    await typeWithStoppedClock(page, eventPage);
    await page.goto('about:blank');
    await eventPage.open();
    await expect(eventPage.theme(0).onlyNote.item).toContainText('After ');
  });

  test('a draft is stored when the reader leaves for another page', async ({ page, eventPage }) => {
    await page.clock.install({ time: moment });
    await eventPage.open();
    await page.clock.pauseAt(new Date(moment.getTime() + 3_600_000));
    await eventPage.theme(1).newNote.pressSequentially('in a hurry');
    await page.goto('about:blank');
    await eventPage.open();
    await expect(eventPage.theme(1).newNote).toHaveValue('in a hurry');
  });
});

test.describe('A draft', () => {
  test('is stored as the contract says and is back after a reload', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(4);
    await theme.newNote.pressSequentially('half a thought');
    const key = eventPage.draftKey(theme.theme);
    await expect.poll(() => eventPage.storedValue(key)).not.toBeNull();
    await expect
      .poll(async () => JSON.parse((await eventPage.storedValue(key))!))
      .toEqual({ v: 1, text: 'half a thought' });
    expect(await eventPage.storedNotes()).toEqual([]);
    await eventPage.reload();
    await expect(theme.newNote).toHaveValue('half a thought');
    await expect(eventPage.theme(3).newNote).toHaveValue('');
  });

  test('is removed once it is added', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(4);
    await theme.newNote.pressSequentially('a whole thought');
    const key = eventPage.draftKey(theme.theme);
    await expect.poll(() => eventPage.storedValue(key)).not.toBeNull();
    await theme.addNote.click();
    await expect(theme.notes).toHaveCount(1);
    await expect.poll(() => eventPage.storedValue(key)).toBeNull();
    await eventPage.reload();
    await expect(theme.newNote).toHaveValue('');
    await expect(theme.notes).toHaveCount(1);
  });

  test('added before it was stored does not come back as a draft', async ({ page, eventPage }) => {
    await page.clock.install();
    await eventPage.open();
    const theme = eventPage.theme(4);
    await theme.newNote.pressSequentially('quick');
    await theme.newNote.press('Control+Enter');
    await expect(theme.notes).toHaveCount(1);
    await page.clock.fastForward(2_000);
    expect(await eventPage.storedValue(eventPage.draftKey(theme.theme))).toBeNull();
    await eventPage.reload();
    await expect(theme.newNote).toHaveValue('');
  });

  test('that is emptied again leaves nothing behind', async ({ event, eventPage }) => {
    await eventPage.store([draftEntry(event.id, eventPage.outline[0].id, 'no longer wanted')]);
    await eventPage.open();
    const theme = eventPage.theme(0);
    await expect(theme.newNote).toHaveValue('no longer wanted');
    await theme.newNote.fill('');
    await theme.newNote.blur();
    await eventPage.reload();
    await expect(theme.newNote).toHaveValue('');
  });
});

test.describe('When storage is full', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, value: string) {
        if ((window as unknown as { full?: boolean }).full && key.includes('/note/')) {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        }
        setItem.call(this, key, value);
      };
    });
  });
  const setFull = (page: Page, full: boolean) => page.evaluate((full) => Object.assign(window, { full }), full);

  test('an edit stays on the page, an alert says why, and the next edit is stored', async ({ page, event, eventPage }) => {
    await eventPage.store([noteEntry(event.id, { theme: eventPage.outline[0].id, text: 'Before' })]);
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.onlyNote.edit();
    await setFull(page, true);
    await theme.editor.fill('After');
    await expect(eventPage.alert).toBeVisible();
    await expect(eventPage.alert).toHaveText(/full|space|room/i);
    await expect(eventPage.status).not.toContainText('Saved');
    await expect(theme.editor).toHaveValue('After');
    await theme.done.click();
    await expect(theme.onlyNote.item).toContainText('After');
    expect(await eventPage.storedTexts(), 'what was stored is as it was').toEqual(['Before']);

    await setFull(page, false);
    await theme.onlyNote.edit();
    await expect(theme.editor).toHaveValue('After');
    await theme.editor.fill('After all');
    await expect.poll(() => eventPage.storedTexts()).toEqual(['After all']);
    await expect(eventPage.alert, 'the alert goes when its reason has gone').toBeHidden();
    await expect(eventPage.status).toContainText('Saved');
  });

  test('a new note is not lost, and an alert says why it was not saved', async ({ page, eventPage }) => {
    await eventPage.open();
    await setFull(page, true);
    const theme = eventPage.theme(0);
    await theme.newNote.fill('Too much');
    await theme.addNote.click();
    await expect(eventPage.alert).toHaveText(/full|space|room/i);
    // Either it stays in the box, or it stands on the page as a note that is not saved.
    await expect
      .poll(async () => (await theme.newNote.inputValue()) + (await theme.region.innerText()))
      .toContain('Too much');
    expect(await eventPage.storedNotes()).toEqual([]);
  });
});

test('There is one place for good news and at most one for bad', async ({ page, eventPage }) => {
  await eventPage.open();
  // Hidden ones count too: a second live region would be read out as well.
  const places = async () => [
    await page.getByRole('status', { includeHidden: true }).count(),
    (await page.getByRole('alert', { includeHidden: true }).count()) <= 1,
  ];
  expect(await places()).toEqual([1, true]);
  await eventPage.theme(0).add('a note');
  await expect(eventPage.status).toContainText('Saved');
  expect(await places()).toEqual([1, true]);
});
