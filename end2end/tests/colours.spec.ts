// Light, dark and high contrast, by the system's setting and by the reader's choice.

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { expectNoViolation } from '../axe';

const choice = (page: Page) => page.getByRole('combobox', { name: 'Colours', exact: true });
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const WHITE = 'rgb(255, 255, 255)';

/** The old colours may still fade, and then the new ones come with the next picture. */
const expectPaper = (page: Page, colour: string) => expect.poll(() => paper(page)).toBe(colour);

test('The reader’s choice wins over the system’s, and is there before anything is painted', async ({ page, eventPage }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await eventPage.open();
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper(page);
  expect(dark).not.toBe(light);
  await choice(page).selectOption('Light');
  await expectPaper(page, light);
  await choice(page).selectOption('Dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectPaper(page, dark);
  expect(await eventPage.storedValue('marginalia/settings')).toBe('{"colours":"dark"}');

  // The program has not arrived yet, and the choice holds all the same.
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.waitForSelector('h1');
  expect(await paper(page)).toBe(dark);
  arrive();
  await eventPage.takenOver();
  await expect(choice(page)).toHaveValue('dark');
  await choice(page).selectOption('As the system has them');
  await expectPaper(page, light);
});

test('High contrast is black on white, by choice and by the system’s setting', async ({ page, eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('A note');
  // Without motion, so that “Saved” is there or gone, and not on its way.
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  expect(await paper(page)).toBe(WHITE);
  await expectNoViolation(page);
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'dark' });
  expect(await paper(page)).not.toBe(WHITE);
  await choice(page).selectOption('High contrast');
  await expectPaper(page, WHITE);
  await expectNoViolation(page);
});

test('Settings that cannot be read are left alone', async ({ page, eventPage }) => {
  await eventPage.store([{ name: 'marginalia/settings', value: '{broken' }]);
  await eventPage.open();
  await choice(page).selectOption('Dark');
  await eventPage.theme(0).add('A note');
  expect(await eventPage.storedValue('marginalia/settings')).toBe('{broken');
});

test('One choice of colours fades into the next, unless the reader asks for less motion', async ({ page, eventPage }) => {
  await eventPage.open();
  // With the first note comes the program that lets them fade.
  await eventPage.theme(0).add('A **note**');
  await expect(eventPage.theme(0).onlyNote.item.locator('strong')).toBeVisible();
  const fades = async (label: string) => {
    await page.evaluate(() => {
      const { startViewTransition } = document;
      document.startViewTransition = (change) => {
        document.documentElement.title = 'faded';
        return startViewTransition.call(document, change);
      };
    });
    await choice(page).selectOption(label);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.colours)).toBe(label.toLowerCase());
    return page.evaluate(() => document.documentElement.title === 'faded');
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await fades('Dark')).toBe(false);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await fades('Light')).toBe(true);
});
