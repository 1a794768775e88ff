// A reader with 2,000 notes: everything still works, and only the note that is edited has an editor.

import { expect, test } from '../fixtures';
import { RARE_WORD, manyNotes } from '../records.mjs';

const COUNT = 2_000;

test.describe('With 2,000 notes', () => {
  test.slow();

  test.beforeEach(async ({ event, eventPage }) => {
    await eventPage.store(manyNotes(event.id, eventPage.outline.map((theme) => theme.id), COUNT));
    await eventPage.open();
    await eventPage.myNotes.saysTotal(COUNT);
  });

  test('the counts are right', async ({ eventPage }) => {
    for (const [place, theme] of eventPage.themes.entries()) {
      const count = Math.floor((COUNT - 1 - place) / eventPage.outline.length) + 1;
      await expect(theme.notes).toHaveCount(count);
      await eventPage.contentsTell(theme.theme, count);
    }
  });

  test('the search finds what it should', async ({ eventPage }) => {
    const { myNotes } = eventPage;
    await myNotes.search.pressSequentially(RARE_WORD.toUpperCase());
    await myNotes.saysFound(COUNT / 20, COUNT);
    await expect(myNotes.hits).toHaveCount(COUNT / 20);
    await myNotes.search.fill('');
    await myNotes.saysTotal(COUNT);
  });

  test('they can be put in order, and shown by theme', async ({ eventPage }) => {
    const { myNotes } = eventPage;
    await myNotes.order.selectOption('Newest');
    await expect(myNotes.inOrder).toHaveCount(COUNT);
    await expect(myNotes.inOrder.first()).toContainText(`Memo ${COUNT - 1}:`);
    await myNotes.theme.selectOption(eventPage.outline[0].title);
    const count = Math.floor((COUNT - 1) / eventPage.outline.length) + 1;
    await myNotes.saysFound(count, COUNT);
    await expect(myNotes.inOrder).toHaveCount(count);
  });

  test('editing one note puts one editor into the page', async ({ page, eventPage }) => {
    const boxes = eventPage.outline.length;
    await expect(page.locator('textarea')).toHaveCount(boxes);
    const theme = eventPage.theme(3);
    await theme.note('Memo 1004:').edit();
    await expect(page.locator('textarea')).toHaveCount(boxes + 1);
    await theme.editor.press('Control+Home');
    await theme.editor.pressSequentially('edited ');
    await expect
      .poll(async () => (await eventPage.storedTexts()).filter((text) => text.startsWith('edited ')).length)
      .toBe(1);
    await theme.done.click();
    await expect(page.locator('textarea')).toHaveCount(boxes);
    await expect(theme.note('edited Memo 1004:').item).toBeVisible();
  });

  test('one more can be added and one deleted', async ({ page, eventPage }) => {
    const theme = eventPage.theme(0);
    await theme.add('number two thousand and one');
    await eventPage.myNotes.saysTotal(COUNT + 1);
    const added = theme.note('number two thousand and one');
    await added.delete();
    // By key and first of all: there are ten seconds for it, and to find a button among thousands takes some.
    await expect.poll(() => page.evaluate(() => document.activeElement!.textContent)).toBe('Undo');
    await page.keyboard.press('Enter');
    await eventPage.myNotes.saysTotal(COUNT + 1);
    await expect.poll(async () => (await eventPage.storedNotes()).length).toBe(COUNT + 1);
    await added.delete();
    await eventPage.myNotes.saysTotal(COUNT);
    await expect.poll(async () => (await eventPage.storedNotes()).length).toBe(COUNT);
  });
});
