// Finding one's way: two tabs, quotations, the search, addresses that lead to a theme, many notes.

import { RARE_WORD, manyNotes, noteEntry } from '../records.mjs';
import { evaluate } from './found';
import { expect, test } from './fixtures';

test('What one tab does is seen in the other', async ({ page, reader }) => {
  await page.open();
  const second = await reader.secondTab();
  await page.theme(0).add('from the first tab');
  await second.theme(0).note('from the first tab').isThere();
  await second.theme(0).edit('from the first tab');
  await second.theme(0).editor.fill('edited in the second');
  await second.theme(0).done.click();
  await page.theme(0).note('edited in the second').isThere();
  await page.theme(3).newNote.type('begun in the first');
  await second.theme(3).newNote.holds('begun in the first');
  await page.theme(0).delete('edited in the second');
  await second.theme(0).notes.has(0);
  await page.undo.click();
  await second.theme(0).notes.has(1);
});

test('What another tab does leaves the editor that is open here alone', async ({ page, reader }) => {
  await page.open();
  const theme = page.theme(0);
  await theme.add('being edited');
  const second = await reader.secondTab();
  await theme.edit('being edited');
  await theme.editor.type(', half');
  await second.theme(0).add('meanwhile, elsewhere');
  await theme.notes.has(2);
  await theme.editor.holds('being edited, half');
  await page.tab.toFront();
  await page.tab.type('way');
  await page.stores(['being edited, halfway', 'meanwhile, elsewhere']);
});

test('Selected words are quoted in a note, and highlighted', async ({ page }) => {
  await page.open();
  const theme = page.theme(3);
  const words = theme.theme.text[0].split(' ').slice(2, 6).join(' ');
  await theme.region.by('.theme__text').select(words);
  await page.button('Quote in a note').click();
  await theme.editor.isThere();
  await page.tab.type('Why these words?');
  await theme.done.click();
  const check = async () => {
    await theme.note('Why these words?').by('blockquote').says(words);
    const highlighted = () => evaluate(page.tab, () => [...(CSS.highlights.get('marginalia-quote') ?? [])].map(String));
    await expect.poll(highlighted, 'what is highlighted').toEqual([words]);
  };
  await check();
  await page.reload();
  await check();
});

test('The search finds words whatever the case and the accents, and marks them', async ({ page, event }) => {
  const texts = ['Ask for her Résumé', 'Peacekeeping and the São Paulo talk', 'a résumé of the résumés', 'Nothing of note'];
  await page.store(texts.map((text, number) => noteEntry(event.id, { theme: page.outline[number % 3].id, text, number })));
  await page.open();
  await page.myNotes.says('4 notes');
  await page.search.type('RESUME');
  await page.myNotes.says('2 of 4');
  expect(await page.myNotes.by('mark').texts()).toEqual(['Résumé', 'résumé', 'résumé']);
  await page.search.fill('');
  await page.myNotes.says('4 notes');
  await page.myNotes.by('mark').isGone();
});

test('An address leads to its theme', async ({ page }) => {
  const theme = page.theme(5);
  await page.open(`#theme-${theme.theme.id}`);
  await expect.poll(() => theme.region.isInWindow()).toBe(true);
  await expect.poll(() => page.theme(0).region.isInWindow()).toBe(false);
});

test('The table of contents leads to a theme, also when it was closed', async ({ page }) => {
  await page.open();
  const theme = page.theme(5);
  await theme.summary.click();
  await expect.poll(() => theme.region.by('details').ask((details) => details.open)).toBe(false);
  await page.find('navigation', 'Themes').find('link').containing(theme.theme.title).click();
  await expect.poll(() => theme.region.by('details').ask((details) => details.open)).toBe(true);
  await expect.poll(() => theme.region.isInWindow()).toBe(true);
});

test('With 2,000 notes, one is found, edited and added', async ({ page, event }) => {
  const themes = page.outline.map(({ id }) => id);
  await page.store(manyNotes(event.id, themes, 2_000));
  await page.open();
  await page.myNotes.says(/2.?000 notes/);
  // By a shortcut: on the long way there the lists grow, and what the mouse aims at moves.
  await page.tab.press('/');
  await expect.poll(() => page.search.hasFocus(), 'the focus is in the search').toBe(true);
  await page.tab.type(RARE_WORD);
  await page.myNotes.says(/100 of 2.?000/);
  await page.tab.press('Control+a');
  await page.tab.press('Backspace');
  await page.myNotes.says(/2.?000 notes/);

  const theme = page.theme(3);
  const [newest] = await theme.notes.texts();
  const memo = newest.match(/Memo \d+:/)![0];
  await theme.edit(memo);
  await page.tab.press('Control+Home');
  await page.tab.type('edited ');
  await theme.done.click();
  await theme.note(`edited ${memo}`).isThere();
  await theme.newNote.fill('one more');
  await theme.addNote.click();
  await theme.note('one more').isThere();
  await page.myNotes.says(/2.?001 notes/);
  await expect.poll(async () => (await page.storedTexts()).filter((text) => text.startsWith('edited ')).length).toBe(1);
  expect((await page.storedTexts()).length).toBe(2_001);
});
