// Everything works with the keyboard alone: every control is reached by Tab, the focus can be
// seen, and after each action it is where the reader goes on.

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { noteEntry } from '../records.mjs';

/** What a reader can do something with, in the order of the page. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';

declare global {
  interface Window {
    controls: HTMLElement[];
  }
}

/** Lists the controls that are in sight or can be scrolled to. */
async function listControls(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    window.controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.matches(':disabled'),
    );
    return window.controls.map((element) => `${element.localName} “${(element.ariaLabel ?? element.innerText ?? '').trim().slice(0, 50)}”`);
  }, CONTROLS);
}

/** The place of the focused control in the list; -1 for the page itself, -2 for anything else. */
const focusedPlace = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === document.documentElement) return -1;
    const place = window.controls.indexOf(focused as HTMLElement);
    return place < 0 ? -2 : place;
  });

/** Why the focused control's focus cannot be seen; empty where it can. */
const whyFocusIsUnseen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    if (!focused.matches(':focus-visible')) return 'it does not match :focus-visible';
    const style = getComputedStyle(focused);
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    if (!outlined && style.boxShadow === 'none') return 'it has neither outline nor shadow';
    const box = [...focused.getClientRects()].find((box) => box.width > 0 && box.height > 0);
    if (!box) return 'it has no size';
    const across = [0.1, 0.5, 0.9].map((part) => box.left + box.width * part);
    const down = [0.1, 0.5, 0.9].map((part) => box.top + box.height * part);
    const seen = across.some((x) =>
      down.some((y) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (focused.contains(top) || top.contains(focused));
      }),
    );
    return seen ? '' : 'it is out of view or covered';
  });

test('Tab leads through every control from top to bottom, and the focus is always seen', async ({ page, event, eventPage }) => {
  test.slow();
  await eventPage.store([noteEntry(event.id, { theme: eventPage.outline[2].id, text: 'a note in between' })]);
  await eventPage.open();
  await expect(eventPage.theme(2).notes).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 0));
  const names = await listControls(page);
  expect(names.length).toBeGreaterThan(30);
  const reached: number[] = [];
  // A few more presses than controls: some browsers stop at areas that scroll.
  for (let press = 0; press < names.length + 10; press += 1) {
    await page.keyboard.press('Tab');
    const place = await focusedPlace(page);
    if (place === -2) continue;
    if (place === -1 || reached.includes(place)) break;
    reached.push(place);
    // A smooth scroll may still be under way.
    await expect.poll(() => whyFocusIsUnseen(page), `the focus on ${names[place]} can be seen`).toBe('');
  }
  const missed = names.filter((_, place) => !reached.includes(place));
  expect(missed, 'controls that Tab does not reach').toEqual([]);
  expect(reached, 'the order of the page').toEqual([...reached].sort((one, other) => one - other));
});

test('Shift+Tab leads back out of every text box', async ({ page, eventPage }) => {
  await eventPage.open();
  for (const theme of eventPage.themes) {
    await theme.newNote.focus();
    await page.keyboard.press('Tab');
    await expect(theme.newNote).not.toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(theme.newNote).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(theme.newNote).not.toBeFocused();
  }
});

test('A theme is opened and closed by Enter and by Space', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.summary.focus();
  await page.keyboard.press('Enter');
  await expect(theme.body).toBeHidden();
  await page.keyboard.press('Space');
  await expect(theme.body).toBeVisible();
});

test('A note is added, edited, deleted and brought back with keys alone', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  const { keyboard } = page;

  await theme.newNote.focus();
  await keyboard.type('with keys');
  // From the box, Tab leads to the button, whatever stands in between.
  await tabTo(page, 'Add note');
  await keyboard.press('Enter');
  await expect(theme.onlyNote.item).toContainText('with keys');
  await expectFocusInPage(page);

  await theme.onlyNote.editButton.focus();
  await keyboard.press('Enter');
  await expect(theme.editor).toBeFocused();
  await keyboard.press('End');
  await keyboard.type(' alone');
  await tabTo(page, 'Done');
  await keyboard.press('Space');
  await expect(theme.onlyNote.item).toContainText('with keys alone');
  await expect(theme.onlyNote.editButton).toBeFocused();

  await tabTo(page, 'Delete note');
  await keyboard.press('Enter');
  await expect(theme.notes).toHaveCount(0);
  await expect(eventPage.undo).toBeFocused();

  await keyboard.press('Enter');
  await expect(theme.onlyNote.item).toContainText('with keys alone');
  await expect(eventPage.undo).toHaveCount(0);
  await expectFocusInPage(page);
});

test('The focus is not lost when the time for Undo runs out', async ({ page, eventPage }) => {
  await page.clock.install();
  await eventPage.open();
  await eventPage.theme(0).add('to be deleted');
  await eventPage.theme(0).onlyNote.delete();
  await expect(eventPage.undo).toBeFocused();
  await page.clock.fastForward(11_000);
  await expect(eventPage.undo).toHaveCount(0);
  await expectFocusInPage(page);
});

/** Presses Tab until a button of this name has the focus, a few times at most. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name }).and(page.locator(':focus'));
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    if ((await button.count()) > 0) return;
  }
  throw new Error(`Tab does not lead to “${name}”`);
}

/** The focus is on something: from the page itself, the next Tab would start at the top again. */
async function expectFocusInPage(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
}
