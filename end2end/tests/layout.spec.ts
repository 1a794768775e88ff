// Where notes stand: in the margin beside their theme on a wide window, in a sheet at the foot of a
// phone's while one writes.

import { expect, test } from '../fixtures';

test('On a wide window notes stand beside the text of their theme', async ({ page, eventPage, isMobile }) => {
  if (isMobile) await page.setViewportSize({ width: 1400, height: 900 });
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('In the margin');
  const text = (await theme.body.boundingBox())!;
  const note = (await theme.onlyNote.item.boundingBox())!;
  const box = (await theme.newNote.boundingBox())!;
  expect(note.x).toBeGreaterThan(text.x + text.width);
  expect(box.x).toBeGreaterThan(text.x + text.width);
  expect(Math.abs(box.y - text.y)).toBeLessThan(16);
  expect(note.x + note.width).toBeLessThanOrEqual(await page.evaluate(() => document.documentElement.clientWidth));
});

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('what is written stands in a sheet, with the theme in sight', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(1);
    await theme.add('First');
    await theme.region.evaluate((region) => region.scrollIntoView());
    await theme.newNote.focus();
    await page.keyboard.type('Second');
    const bottom = () => theme.addNote.evaluate((button) => innerHeight - button.getBoundingClientRect().bottom);
    await expect.poll(bottom).toBeGreaterThan(0);
    await expect(theme.summary).toBeInViewport();
    await expect(theme.body).toBeInViewport();
    // What is in the sheet can be worked with: it stays where it is under the finger.
    await theme.note('First').edit();
    await expect(theme.editor).toBeFocused();
    await theme.done.click();
    await expect(theme.newNote).toHaveValue('Second');
    await page.getByRole('heading', { level: 1 }).click();
    const sheet = theme.region.locator('.theme__notes');
    await expect(sheet).not.toHaveCSS('position', 'fixed');
  });

  test('a button on a note outside of a sheet opens none under the finger', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(1);
    await theme.add('First');
    await page.getByRole('heading', { level: 1 }).click();
    await expect(theme.region.locator('.theme__notes')).not.toHaveCSS('position', 'fixed');
    await theme.onlyNote.delete();
    await expect(theme.notes).toHaveCount(0);
  });
});
