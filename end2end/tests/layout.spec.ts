// Where notes stand: in the margin beside their theme on a wide window.

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
