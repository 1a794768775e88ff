// On a phone the notes on a theme are a sheet at the lower edge while one writes, with the theme above
// it. It stays until the reader closes it, and no press is lost by its coming and going.

import type { Page } from '@playwright/test';

import { expectNoViolation } from '../axe';
import { expect, test } from '../fixtures';
import type { ThemeSection } from '../pages/event-page';
import { Sheet } from '../pages/annotating';
import { holdBackWasm } from '../program';
import { noteEntry } from '../records.mjs';

/** Where things are on the page, whatever is scrolled. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.theme, .my-notes, .footer')].map((element) => Math.round(element.getBoundingClientRect().top + scrollY)),
  );

/** How much of a theme's text stands above the sheet and below the table of contents, in pixels. */
const textInSight = (theme: ThemeSection) =>
  theme.region.evaluate((region) => {
    const box = (element: Element | null) => element!.getBoundingClientRect();
    const text = box(region.querySelector('.theme__text'));
    const sheet = box(region.querySelector('.theme__notes'));
    return Math.min(text.bottom, sheet.top) - Math.max(text.top, box(document.querySelector('.contents')).bottom);
  });

const threeNotes = (event: string, theme: string) =>
  ['one', 'two', 'three'].map((text, number) => noteEntry(event, { theme, text, number }));

test('A tap into the box opens the sheet, with the theme above it and nothing moved', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(2);
  const sheet = new Sheet(theme);
  const before = await places(page);
  await theme.newNote.tap();
  await sheet.isOpen();
  await expect(theme.newNote).toBeFocused();
  await expect.poll(() => textInSight(theme)).toBeGreaterThan(100);
  expect(await places(page)).toEqual(before);
  const box = (await theme.newNote.boundingBox())!;
  expect(box.y).toBeGreaterThan(740 * 0.4);
  await expectNoViolation(page);
  await sheet.closeButton.tap();
  await sheet.isClosed();
  expect(await places(page)).toEqual(before);
  await expect.poll(() => theme.hasFocus()).toBe(true);
  await expect(theme.newNote).not.toBeFocused();
});

test('A tap before the program is there opens it as well', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await eventPage.theme(1).newNote.tap();
  wasm.release();
  await new Sheet(eventPage.theme(1)).isOpen();
});

test('It does not open under the hand of who is typing already', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  const theme = eventPage.theme(1);
  await theme.newNote.focus();
  await page.keyboard.type('under way');
  wasm.release();
  await eventPage.takenOver();
  await new Sheet(theme).isClosed();
  await expect(theme.newNote).toHaveValue('under way');
});

test('Notes are added, edited, deleted and brought back in it at the first tap', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  const sheet = new Sheet(theme);
  await theme.newNote.tap();
  await sheet.isOpen();
  await page.keyboard.type('by thumb');
  await theme.addNote.tap();
  await expect(theme.notes).toHaveCount(1);
  await theme.onlyNote.editButton.tap();
  await expect(theme.editor).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(', twice');
  await theme.done.tap();
  await expect(theme.onlyNote.item).toContainText('by thumb, twice');
  await theme.onlyNote.deleteButton.tap();
  await expect(theme.notes).toHaveCount(0);
  await expect(eventPage.undo).toBeInViewport();
  await eventPage.undo.tap();
  await expect(theme.notes).toHaveCount(1);
  await sheet.isOpen();
});

test('What is pressed while it still slides in stays under the finger', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  const sheet = new Sheet(theme);
  await theme.newNote.fill('in a hurry');
  await page.keyboard.press('Escape');
  await sheet.isClosed();
  const place = async () => (await theme.addNote.boundingBox())!;
  await theme.newNote.evaluate(async (box) => {
    box.focus();
    await new Promise(requestAnimationFrame);
    for (const animation of box.closest('.sheet')!.getAnimations()) {
      animation.currentTime = 90;
      animation.playbackRate = 0.02;
    }
  });
  await sheet.isOpen();
  const before = await place();
  await expect.poll(async () => (await place()).y, 'it moves').toBeLessThan(before.y);
  const { x, y, width, height } = await place();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  const held = await place();
  await page.waitForTimeout(500);
  expect(await place()).toEqual(held);
  await page.mouse.up();
  await expect(theme.notes).toHaveCount(1);
  await expect.poll(async () => (await place()).y, 'it goes on').toBeLessThan(held.y);
});

test('A note that is edited down the page is edited in the sheet', async ({ page, event, eventPage }) => {
  await eventPage.store(threeNotes(event.id, eventPage.outline[4].id));
  await eventPage.open();
  const theme = eventPage.theme(4);
  await theme.note('three').editButton.tap();
  await new Sheet(theme).isOpen();
  await expect(theme.editor).toBeFocused();
  await expect(theme.editor).toBeInViewport({ ratio: 1 });
  await expect.poll(() => textInSight(theme)).toBeGreaterThan(100);
  await theme.done.tap();
  await expect(theme.notes.filter({ hasText: 'three' })).toHaveCount(1);
});

test('A tap beside it does what it does, and closes it', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(2);
  const sheet = new Sheet(theme);
  await theme.newNote.tap();
  await sheet.isOpen();
  await page.keyboard.type('a draft');
  await theme.body.tap();
  await sheet.isClosed();
  await theme.newNote.tap();
  await sheet.isOpen();
  await eventPage.contentsLink(eventPage.outline[0]).tap();
  await sheet.isClosed();
  await expect(page).toHaveURL(new RegExp(`#theme-${eventPage.outline[0].id}$`));
  await expect(theme.newNote).toHaveValue('a draft');
});

test('A tap into another theme’s box opens that one', async ({ page, eventPage }) => {
  await eventPage.open();
  const [first, second] = [eventPage.theme(1), eventPage.theme(2)];
  await second.newNote.tap();
  await new Sheet(second).isOpen();
  // The box of the theme before is brought above the sheet.
  await first.newNote.evaluate((box) => box.scrollIntoView({ block: 'end', behavior: 'instant' }));
  await first.newNote.tap();
  await new Sheet(first).isOpen();
  await new Sheet(second).isClosed();
  await expect(first.newNote).toBeFocused();
});

test('“Add note” of another theme adds at the first tap', async ({ page, eventPage }) => {
  await eventPage.open();
  const [first, second] = [eventPage.theme(1), eventPage.theme(2)];
  await first.newNote.fill('waiting');
  await second.newNote.tap();
  await new Sheet(second).isOpen();
  await first.addNote.evaluate((button) => button.scrollIntoView({ block: 'end', behavior: 'instant' }));
  await first.addNote.tap();
  await expect(first.notes).toHaveCount(1);
});

test('Escape closes it, from the box and from a button, but first ends the editing', async ({ page, event, eventPage }) => {
  await eventPage.store(threeNotes(event.id, eventPage.outline[0].id));
  await eventPage.open();
  const theme = eventPage.theme(0);
  const sheet = new Sheet(theme);
  await theme.newNote.tap();
  await sheet.isOpen();
  await page.keyboard.press('Escape');
  await sheet.isClosed();
  await theme.note('two').editButton.tap();
  await sheet.isOpen();
  await page.keyboard.press('Escape');
  await expect(theme.editor).toHaveCount(0);
  await sheet.isOpen();
  await page.keyboard.press('Escape');
  await sheet.isClosed();
});

test('The gesture of the system that closes things closes it', async ({ page, eventPage }) => {
  // No test can make the gesture itself; the browser tells of it by this object.
  await page.addInitScript(() => {
    const watchers: EventTarget[] = [];
    class Watcher extends EventTarget {
      onclose: (() => void) | null = null;
      constructor() {
        super();
        watchers.push(this);
      }
      destroy() {
        this.onclose = null;
      }
    }
    Object.assign(window, { CloseWatcher: Watcher, watchers });
  });
  await eventPage.open();
  const theme = eventPage.theme(0);
  const gesture = () =>
    page.evaluate(() => (window as unknown as { watchers: { onclose: (() => void) | null }[] }).watchers.map((watcher) => watcher.onclose?.()).length);
  await theme.newNote.tap();
  await new Sheet(theme).isOpen();
  expect(await gesture()).toBe(1);
  await new Sheet(theme).isClosed();
  await theme.newNote.tap();
  await new Sheet(theme).closeButton.tap();
  expect(await gesture()).toBe(2);
  await new Sheet(theme).isClosed();
});

test('While it is open everything else can be reached above it', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(3);
  await theme.newNote.tap();
  await new Sheet(theme).isOpen();
  const top = () => theme.region.locator('.theme__notes').evaluate((notes) => notes.getBoundingClientRect().top);
  for (const control of [eventPage.theme(4).summary, eventPage.theme(0).summary, page.getByRole('combobox', { name: 'Colours', exact: true })]) {
    await control.focus();
    const upper = await top();
    await expect
      .poll(() => control.evaluate((element) => element.getBoundingClientRect().bottom))
      .toBeLessThanOrEqual(upper);
    await new Sheet(theme).isOpen();
  }
});

test('What is told about notes stands above it', async ({ page, eventPage }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await eventPage.open();
  const theme = eventPage.theme(3);
  await theme.newNote.tap();
  await new Sheet(theme).isOpen();
  await page.keyboard.type('no room');
  await expect(eventPage.alert).toContainText('Not saved');
  await expect(eventPage.alert).toBeInViewport({ ratio: 1 });
  const covered = await eventPage.alert.evaluate((alert) => {
    const { left, bottom } = alert.getBoundingClientRect();
    return !alert.contains(document.elementFromPoint(left + 8, bottom - 8));
  });
  expect(covered).toBe(false);
});

test('There is none on a wide window, and none where no theme would be seen above it', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(2);
  for (const size of [{ width: 900, height: 700 }, { width: 320, height: 256 }]) {
    await page.setViewportSize(size);
    await theme.newNote.focus();
    await new Sheet(theme).isClosed();
    await theme.summary.focus();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await theme.newNote.focus();
  await new Sheet(theme).isOpen();
  // As by a keyboard, and then by turning the phone.
  await page.setViewportSize({ width: 360, height: 420 });
  await new Sheet(theme).isOpen();
  await page.setViewportSize({ width: 740, height: 360 });
  await new Sheet(theme).isClosed();
});

test('It keeps still for a reader who asks for less motion', async ({ page, eventPage }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eventPage.open();
  const theme = eventPage.theme(2);
  await theme.newNote.focus();
  await new Sheet(theme).isOpen();
  expect(await theme.region.locator('.theme__notes').evaluate((notes) => notes.getAnimations().length)).toBe(0);
});
