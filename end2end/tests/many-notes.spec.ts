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

  test('the counts are right, and each list begins with the newest', async ({ eventPage }) => {
    for (const [place, theme] of eventPage.themes.entries()) {
      const count = Math.floor((COUNT - 1 - place) / eventPage.outline.length) + 1;
      await eventPage.contentsTell(theme.theme, count);
      await expect(theme.notes.first()).toContainText(`Memo ${place + (count - 1) * eventPage.outline.length}:`);
      await expect(theme.more).toContainText(`of ${count} notes`);
    }
  });

  test('a list puts more on the page as one scrolls, until all are there', async ({ page, eventPage }) => {
    const theme = eventPage.theme(0);
    const count = Math.floor((COUNT - 1) / eventPage.outline.length) + 1;
    const shown = await theme.notes.count();
    expect(shown).toBeLessThan(count / 2);
    await theme.more.scrollIntoViewIfNeeded();
    await expect.poll(() => theme.notes.count()).toBeGreaterThan(shown);
    // By the button too, for whoever does not scroll.
    for (let before = 0; (before = await theme.notes.count()) < count; ) {
      await theme.showMore.press('Enter');
      await expect.poll(() => theme.notes.count()).toBeGreaterThan(before);
    }
    await expect(theme.more).toBeHidden();
    await expect(theme.notes.last()).toContainText('Memo 0:');
    expect(await page.evaluate(() => document.querySelectorAll('textarea').length)).toBe(eventPage.outline.length);
  });

  test('the search finds what it should, and marks what it shows', async ({ eventPage }) => {
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
    await expect(myNotes.inOrder.first()).toContainText(`Memo ${COUNT - 1}:`);
    await expect(myNotes.more).toContainText('of 2,000 notes');
    await myNotes.theme.selectOption(eventPage.outline[0].title);
    const count = Math.floor((COUNT - 1) / eventPage.outline.length) + 1;
    await myNotes.saysFound(count, COUNT);
    await expect(myNotes.more).toContainText(`of ${count} notes`);
  });

  test('all of them are printed', async ({ page, eventPage }) => {
    // Chromium tells the page of a print by the event that a reader's print sends too.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (const [place, theme] of eventPage.themes.entries()) {
      await expect(theme.notes).toHaveCount(Math.floor((COUNT - 1 - place) / eventPage.outline.length) + 1);
    }
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => eventPage.theme(0).notes.count()).toBeLessThan(100);
  });

  test('editing one note puts one editor into the page', async ({ page, eventPage }) => {
    const boxes = eventPage.outline.length;
    await expect(page.locator('textarea')).toHaveCount(boxes);
    const theme = eventPage.theme(3);
    const memo = `Memo ${3 + eventPage.outline.length * Math.floor((COUNT - 1 - 3) / eventPage.outline.length)}:`;
    await theme.note(memo).edit();
    await expect(page.locator('textarea')).toHaveCount(boxes + 1);
    await theme.editor.press('Control+Home');
    await theme.editor.pressSequentially('edited ');
    await expect
      .poll(async () => (await eventPage.storedTexts()).filter((text) => text.startsWith('edited ')).length)
      .toBe(1);
    await theme.done.click();
    await expect(page.locator('textarea')).toHaveCount(boxes);
    await expect(theme.note(`edited ${memo}`).item).toBeVisible();
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
