// The page can be read and typed into before its program has arrived. Nothing typed then is lost.

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { draftEntry } from '../records.mjs';

/** Holds every wasm file back until it is released. */
async function holdBackWasm(page: Page): Promise<{ asked: Promise<void>; release: () => void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let tell = () => {};
  const asked = new Promise<void>((resolve) => (tell = resolve));
  await page.route('**/*.wasm', async (route) => {
    tell();
    await released;
    await route.continue();
  });
  return { asked, release };
}

test('Until the program has arrived the page can be read, and “Add note” waits', async ({ page, event, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  for (const theme of eventPage.themes) {
    await expect(theme.body).toBeVisible();
    await expect(theme.newNote).toBeEditable();
    await expect(theme.addNote).toBeDisabled();
  }
  wasm.release();
  for (const theme of eventPage.themes) await expect(theme.addNote).toBeEnabled();
});

test('Text typed before the program arrives is kept, becomes the draft, and can be added', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const theme = eventPage.theme(2);
  const other = eventPage.theme(4);
  await other.newNote.pressSequentially('another early thought');
  await theme.newNote.pressSequentially('an early thought');
  wasm.release();
  await eventPage.takenOver();
  await expect(theme.newNote).toHaveValue('an early thought');
  await expect(other.newNote).toHaveValue('another early thought');
  for (const { newNote, text } of [
    { newNote: theme, text: 'an early thought' },
    { newNote: other, text: 'another early thought' },
  ]) {
    await expect
      .poll(async () => JSON.parse((await eventPage.storedValue(eventPage.draftKey(newNote.theme))) ?? 'null'))
      .toEqual({ v: 1, text });
  }
  await theme.addNote.click();
  await expect(theme.onlyNote.item).toContainText('an early thought');
  await expect(theme.newNote).toHaveValue('');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['an early thought']);
  await expect.poll(() => eventPage.storedValue(eventPage.draftKey(theme.theme))).toBeNull();
});

test('The caret stays where it was, and typing simply goes on', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const { newNote } = eventPage.theme(1);
  await newNote.pressSequentially('early bird');
  for (const _ of 'bird') await newNote.press('ArrowLeft');
  wasm.release();
  await eventPage.takenOver();
  await expect(newNote).toBeFocused();
  // The page's keyboard, not the locator's, which would put the focus there first.
  await page.keyboard.type('morning ');
  await expect(newNote).toHaveValue('early morning bird');
});

test('Text typed early wins over a stored draft, which may be older', async ({ page, event, eventPage }) => {
  await eventPage.store([draftEntry(event.id, eventPage.outline[0].id, 'from last time')]);
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const { newNote } = eventPage.theme(0);
  await newNote.pressSequentially('typed just now');
  wasm.release();
  await eventPage.takenOver();
  // How the two are brought together is the page's choice; what the reader sees typed stays.
  await expect(newNote).toHaveValue(/typed just now/);
});

test('A theme closed before the program arrives stays closed', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const theme = eventPage.theme(1);
  await theme.summary.click();
  await expect(theme.body).toBeHidden();
  wasm.release();
  await eventPage.takenOver();
  await expect(theme.body).toBeHidden();
});

test('When the program never arrives, the page still reads', async ({ page, event, eventPage, consoleOutput }) => {
  // The browser itself reports the failed request; what the loader says of it is its own affair.
  consoleOutput.expect(/ERR_FAILED|Failed to (load|fetch)/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.route('**/*.js', (route) => route.abort());
  await eventPage.openUnready();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  for (const theme of eventPage.themes) await expect(theme.body).toBeVisible();
});
