// Single keys for what the page offers in sight as well: none acts while one types, and all can be
// switched off.

import { expectNoViolation } from '../axe';
import { expect, test } from '../fixtures';
import type { EventPage, ThemeSection } from '../pages/event-page';
import { Shortcuts } from '../pages/annotating';
import { holdBackWasm } from '../program';
import { noteEntry } from '../records.mjs';

/** Scrolls to a theme, as one does who reads it, and waits until the page knows. */
async function read(eventPage: EventPage, theme: ThemeSection): Promise<void> {
  await theme.region.evaluate((region) => region.scrollIntoView({ behavior: 'instant' }));
  await expect(eventPage.contentsCurrent).toContainText(theme.theme.title);
}

test('“?” lists the shortcuts, and Escape gives the focus back', async ({ page, eventPage }) => {
  await eventPage.open();
  const { dialog } = new Shortcuts(page);
  const link = eventPage.contentsLink(eventPage.outline[0]);
  await link.focus();
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  for (const key of ['?', '/', 'n', 'j', 'k', 'e', 'q']) {
    await expect(dialog.locator('kbd').getByText(key, { exact: true })).toBeVisible();
  }
  await expectNoViolation(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test('“/” leads to the search', async ({ page, eventPage }) => {
  await eventPage.open();
  await page.keyboard.press('/');
  await expect(eventPage.myNotes.search).toBeFocused();
  await expect(eventPage.myNotes.search).toHaveValue('');
});

test('“n” begins a note on the theme in view, which it opens', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(3);
  await theme.summary.click();
  await expect(theme.newNote).toBeHidden();
  await page.keyboard.press('n');
  await expect(theme.newNote).toBeFocused();
  await expect(theme.newNote).toHaveValue('');
  await page.keyboard.type('n and j and ?');
  await expect(theme.newNote).toHaveValue('n and j and ?');
});

test('“n” goes by what is read, and no longer by a focus that was scrolled away', async ({ page, eventPage }) => {
  await eventPage.open();
  // In sight before, so that the focus scrolls nothing.
  await read(eventPage, eventPage.theme(0));
  await eventPage.theme(0).summary.focus();
  await read(eventPage, eventPage.theme(5));
  await page.keyboard.press('n');
  await expect(eventPage.theme(5).newNote).toBeFocused();
});

test('“j” and “k” lead from theme to theme, opened or closed', async ({ page, eventPage }) => {
  await eventPage.open();
  const themes = eventPage.themes;
  await themes[1].summary.click();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  for (const theme of themes) {
    await page.keyboard.press('j');
    await expect(theme.region).toBeFocused();
    await expect(theme.region).toBeInViewport();
  }
  await expect(themes[1].body, 'it stays closed').toBeHidden();
  await page.keyboard.press('j');
  await expect(themes[6].region, 'the last one').toBeFocused();
  for (const theme of themes.slice(0, -1).reverse()) {
    await page.keyboard.press('k');
    await expect(theme.region).toBeFocused();
  }
});

test('“e” edits the note that has the focus, or else the nearest one', async ({ page, event, eventPage }) => {
  const [first, third] = [eventPage.outline[0].id, eventPage.outline[2].id];
  await eventPage.store([
    noteEntry(event.id, { theme: first, text: 'the upper one', number: 1 }),
    noteEntry(event.id, { theme: first, text: 'the lower one', number: 2 }),
    noteEntry(event.id, { theme: third, text: 'another theme’s', number: 3 }),
  ]);
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.note('the lower one').deleteButton.focus();
  await page.keyboard.press('e');
  await expect(theme.editor).toBeFocused();
  await expect(theme.editor).toHaveValue('the lower one');
  await page.keyboard.press('Escape');
  await expect(theme.editor).toHaveCount(0);
  await eventPage.theme(2).summary.focus();
  await expect(eventPage.theme(2).summary).toBeInViewport();
  await page.keyboard.press('e');
  await expect(eventPage.theme(2).editor).toHaveValue('another theme’s');
});

test('A key before the program is there is a shortcut as well', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  await page.keyboard.press('j');
  wasm.release();
  await expect(eventPage.theme(0).region).toBeFocused();
});

test('Typed into a box before the program is there, it is none', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  const box = eventPage.theme(1).newNote;
  await box.focus();
  await page.keyboard.press('j');
  wasm.release();
  await eventPage.takenOver();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('j');
});

test('With Ctrl, Alt or Cmd, in a list and in a dialog no key is a shortcut', async ({ page, eventPage }) => {
  await eventPage.open();
  const { dialog } = new Shortcuts(page);
  for (const held of ['Control', 'Alt', 'Meta']) {
    const prevented = await page.evaluate(
      (held) => !document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true, ctrlKey: held === 'Control', altKey: held === 'Alt', metaKey: held === 'Meta' }),
      ),
      held,
    );
    expect(prevented, held).toBe(false);
  }
  await page.getByRole('combobox', { name: 'Colours', exact: true }).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('combobox', { name: 'Colours', exact: true })).toBeFocused();
  await eventPage.theme(0).summary.focus();
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('/');
  await expect(dialog.locator(':focus')).toHaveCount(1);
});

test('Switched off, no key acts, now and at the next visit, until they are switched on again', async ({ page, eventPage, isMobile }) => {
  await eventPage.open();
  const shortcuts = new Shortcuts(page);
  await page.keyboard.press('?');
  await expect(shortcuts.choice).toBeChecked();
  await shortcuts.choice.uncheck();
  await shortcuts.close();
  expect(await eventPage.stored()).toEqual({ 'marginalia/settings': '{"shortcuts":"off"}' });
  const nothingHappens = async () => {
    await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const key of ['?', '/', 'n', 'j', 'k', 'e']) await page.keyboard.press(key);
    await expect(shortcuts.dialog).toBeHidden();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  };
  await nothingHappens();
  await eventPage.reload();
  await nothingHappens();
  // A phone without a keyboard has no such button.
  if (isMobile) return;
  await shortcuts.button.click();
  await expect(shortcuts.choice).not.toBeChecked();
  await shortcuts.choice.check();
  await shortcuts.close();
  await page.keyboard.press('?');
  await expect(shortcuts.dialog).toBeVisible();
  expect(await eventPage.stored()).toEqual({ 'marginalia/settings': '{"shortcuts":"on"}' });
});

test('The button in the footer shows them at the first press, by mouse and by key', async ({ page, eventPage, isMobile }) => {
  await eventPage.open();
  const shortcuts = new Shortcuts(page);
  if (isMobile) {
    await expect(shortcuts.button, 'where there is no keyboard').toBeHidden();
    return;
  }
  await shortcuts.button.click();
  await expect(shortcuts.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shortcuts.button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shortcuts.dialog).toBeVisible();
  await shortcuts.close();
  await expect(shortcuts.button).toBeFocused();
  await eventPage.reload();
  await shortcuts.button.focus();
  await page.keyboard.press('Enter');
  await expect(shortcuts.dialog).toBeVisible();
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button for them', async ({ page }) => {
    await page.goto('./');
    await expect(new Shortcuts(page).button).toBeHidden();
  });
});
