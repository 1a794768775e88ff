// What is told at the first visit: one quiet line, which goes for good.

import { expect, test } from '../fixtures';
import { holdBackWasm } from '../program';
import { noteEntry } from '../records.mjs';

const TEXT = /^Write a note on any theme/;

test('The first visit has a hint, which “Got it” lets go for good', async ({ page, eventPage }) => {
  await eventPage.open();
  const hint = eventPage.main.locator('p').filter({ hasText: TEXT });
  await expect(hint).toBeVisible();
  await hint.getByRole('button', { name: 'Got it', exact: true }).click();
  await expect(hint).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Themes', exact: true }), 'reading goes on there').toBeFocused();
  expect(await eventPage.stored()).toEqual({ 'marginalia/settings': '{"hint":"seen"}' });
  await eventPage.reload();
  await expect(hint).toBeHidden();
});

test('“Got it” is pressed by a key as well', async ({ page, eventPage }) => {
  await eventPage.open();
  const hint = eventPage.main.locator('p').filter({ hasText: TEXT });
  await hint.getByRole('button', { name: 'Got it', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(hint).toBeHidden();
});

test('“Got it” pressed before the program is there lets it go as well', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const hint = eventPage.main.locator('p').filter({ hasText: TEXT });
  await hint.getByRole('button', { name: 'Got it', exact: true }).click();
  wasm.release();
  await expect(hint).toBeHidden();
  expect(await eventPage.stored()).toEqual({ 'marginalia/settings': '{"hint":"seen"}' });
});

test('It goes with the first note, and nothing moves', async ({ eventPage }) => {
  await eventPage.open();
  const hint = eventPage.main.locator('p').filter({ hasText: TEXT });
  const theme = eventPage.theme(0);
  const place = () => theme.summary.evaluate((summary) => summary.getBoundingClientRect().top + scrollY);
  const before = await place();
  await theme.add('The first one');
  await expect(hint).toBeHidden();
  expect(await place()).toBe(before);
  await eventPage.reload();
  await expect(hint).toBeHidden();
  expect(Object.keys(await eventPage.stored()), 'nothing is stored for it').toHaveLength(1);
});

test('Who has notes or dismissed it never sees it, not even before the program arrives', async ({ page, event, eventPage }) => {
  const hint = eventPage.main.locator('p').filter({ hasText: TEXT });
  await page.route('**/*.wasm', () => {});
  for (const entry of [
    { name: 'marginalia/settings', value: '{"hint":"seen"}' },
    noteEntry(event.id, { theme: eventPage.outline[0].id, text: 'from last time' }),
  ]) {
    await eventPage.store([entry]);
    await eventPage.openUnready();
    await expect(eventPage.sources).toBeVisible();
    await expect(hint).toBeHidden();
  }
});

test('Drafts and choices alone do not let it go', async ({ eventPage, event }) => {
  await eventPage.store([
    { name: 'marginalia/settings', value: '{"colours":"dark"}' },
    { name: `marginalia/${event.id}/draft/${eventPage.outline[0].id}`, value: '{"v":1,"text":"half"}' },
  ]);
  await eventPage.open();
  await expect(eventPage.main.locator('p').filter({ hasText: TEXT })).toBeVisible();
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no hint', async ({ page, eventPage }) => {
    await page.goto('./');
    await expect(eventPage.main.locator('p').filter({ hasText: TEXT })).toBeHidden();
  });
});
