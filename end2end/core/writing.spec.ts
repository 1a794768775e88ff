// Reading, and writing notes: what every reader does.

import { expect, test } from './fixtures';

test('The page can be read, and everything is where its name says', async ({ page, event }) => {
  await page.open();
  expect(await page.find('heading').matching('h1').texts()).toEqual([event.title]);
  for (const landmark of ['banner', 'main', 'contentinfo']) await page.find(landmark).isThere();
  await page.find('navigation', 'Themes').isThere();
  expect(await page.find('list', 'People').by(':scope > li').count()).toBe(event.people.length);
  for (const [place, { title, text }] of page.outline.entries()) {
    const theme = page.theme(place);
    await theme.region.says(text[0]);
    await theme.newNote.isThere();
    await theme.addNote.isThere();
    await page.find('navigation', 'Themes').find('link').containing(title).isThere();
  }
});

test('A note is added, stored, and there again after a reload', async ({ page }) => {
  await page.open();
  const theme = page.theme(0);
  await theme.add('Ask about the mandate.');
  await theme.note('Ask about the mandate.').isThere();
  await theme.newNote.holds('');
  await page.status.says('Saved');
  await page.stores(['Ask about the mandate.']);
  await page.reload();
  await theme.note('Ask about the mandate.').isThere();
  await theme.notes.has(1);
});

test('A note of several lines is added by keys', async ({ page }) => {
  await page.open();
  const theme = page.theme(2);
  await theme.newNote.type('First line\nsecond line 😀 שלום');
  await page.tab.press('Control+Enter');
  await theme.notes.has(1);
  await theme.newNote.holds('');
  expect(await theme.newNote.hasFocus(), 'ready for the next one').toBe(true);
  await page.stores(['First line\nsecond line 😀 שלום']);
});

test('A note is edited in place', async ({ page }) => {
  await page.open();
  const theme = page.theme(1);
  await theme.add('First wording');
  await theme.add('Another note');
  await theme.edit('First wording');
  await theme.editor.holds('First wording');
  await theme.editor.fill('Second wording');
  await theme.done.click();
  await theme.editor.isGone();
  await theme.note('Second wording').isThere();
  await page.stores(['Second wording', 'Another note']);
  await page.reload();
  await theme.note('Second wording').isThere();
});

test('The caret stays where the reader put it while what is typed is saved', async ({ page }) => {
  await page.open();
  const theme = page.theme(1);
  await theme.add('one three');
  await theme.edit('one three');
  await page.tab.press('Home');
  for (const _ of 'one ') await page.tab.press('ArrowRight');
  await page.tab.type('tw');
  await page.stores(['one twthree']);
  await page.tab.type('o ');
  await theme.editor.holds('one two three');
  await page.stores(['one two three']);
});

test('A deleted note comes back by Undo', async ({ page }) => {
  await page.open();
  const theme = page.theme(1);
  await theme.add('Keep me');
  await theme.add('Delete me');
  await theme.delete('Delete me');
  await theme.notes.has(1);
  await page.stores(['Keep me']);
  await page.undo.click();
  await theme.notes.has(2);
  await page.undo.isGone();
  await page.stores(['Keep me', 'Delete me']);
  await page.reload();
  await theme.note('Delete me').isThere();
});

test('A draft is kept without being asked for', async ({ page }) => {
  await page.open();
  const theme = page.theme(3);
  await theme.newNote.type('only begun');
  await page.storesDraft(theme.theme, 'only begun');
  await page.reload();
  await theme.newNote.holds('only begun');
  await theme.notes.has(0);
  await theme.newNote.fill('');
  await page.storesDraft(theme.theme, null);
});

test('At the width of a phone, notes are taken as well', async ({ page }) => {
  await page.tab.resize(360, 740);
  await page.open();
  const theme = page.theme(1);
  await theme.newNote.type('written on a phone');
  await theme.addNote.click();
  await theme.note('written on a phone').isThere();
  await theme.edit('written on a phone');
  await theme.editor.type(', and on');
  await theme.done.click();
  await page.stores(['written on a phone, and on']);
});
