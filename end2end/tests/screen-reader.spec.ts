// What a screen reader has of the page: all that a reader does by roles and names alone, each thing told
// once and in its order, and the trees of the parts in each language, as they stand in `trees/`.

import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures';
import { LANGUAGES, SpokenPage, localeOf, say } from '../languages';
import { Quoting } from '../pages/annotating';
import { noteEntry } from '../records.mjs';
import { ScreenReader } from '../screen-reader';

test('Notes are written, quoted, changed, deleted, found, taken home and brought in by roles and names', async ({ page, eventPage }, testInfo) => {
  test.slow();
  const reader = await ScreenReader.at(page);
  await eventPage.open();
  const [{ title, text }] = eventPage.outline;

  // Finding a theme.
  await reader.press('link', `${title}, no notes`);
  await reader.isAt('region', title);

  // Writing: what is typed is told once, and not with each key.
  await reader.write(`New note on ${title}`, 'one and one');
  await reader.hears('polite: Saved');
  await reader.press('button', 'Add note', title);
  await reader.isAt('textbox', `New note on ${title}`);
  await reader.hears('polite: Saved');
  await reader.meets('link', `${title}, 1 note`);

  // Changing.
  await reader.press('button', 'Edit note');
  await reader.isAt('textbox', 'Note text');
  await reader.write('Note text', 'one, changed');
  await reader.hears('polite: Saved');
  await reader.press('button', 'Done');
  await reader.isAt('button', 'Edit note');
  await reader.hears();

  // Taking home.
  await reader.press('button', 'Export…');
  await reader.meets('dialog', 'Take your notes home');
  await reader.isAt('button', 'Close');
  const download = page.waitForEvent('download');
  await reader.press('button', 'Backup (.ann)');
  const backup = testInfo.outputPath('backup.ann');
  await (await download).saveAs(backup);
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBe(1);
  expect(await page.evaluate(() => window.heard.splice(0))).toEqual([expect.stringMatching(/^polite: Saved as .+ where your browser puts downloads\.$/)]);
  await page.keyboard.press('Escape');
  await reader.isAt('button', 'Export…');

  // Deleting, and taking it back: each time anew.
  for (const _ of ['once', 'again']) {
    await reader.press('button', 'Delete note');
    await reader.isAt('button', 'Undo');
    await reader.hears('polite: Note deleted.');
    await reader.press('button', 'Undo');
    await reader.isAt('button', 'Edit note');
    await reader.hears('polite: The note is back.');
  }
  await reader.press('button', 'Delete note');
  await reader.hears('polite: Note deleted.');

  // Bringing in. What chooses a file is the browser's own.
  await reader.press('button', 'Import…');
  await reader.meets('dialog', 'Bring notes in');
  await reader.goTo('button', 'Choose a file, or drop it here');
  await page.locator('input[type="file"]').setInputFiles(backup);
  await reader.isAt('paragraph', 'The file is a backup. This is what would happen:');
  await reader.press('button', 'Bring them in');
  await reader.isAt('button', 'Close');
  await reader.hears('polite: 1 note brought in.');
  await reader.press('button', 'Close');
  await reader.isAt('button', 'Import…');
  await reader.hears();

  // Quoting: the caret of a screen reader selects as any other does.
  await new Quoting(eventPage.theme(0)).select(text[0].slice(0, 20));
  await page.keyboard.press('q');
  await reader.isAt('textbox', 'Note text');
  await reader.hears('polite: Saved');
  await reader.press('button', 'Done');

  // Searching: nothing is told twice.
  for (const [words, told] of [['changedx', '0 of 2 notes found.'], ['changed', '1 of 2 notes found.'], ['', '2 notes in this browser.']]) {
    await reader.write('Search notes', words, 'searchbox');
    await expect.poll(() => page.evaluate(() => window.heard.at(-1))).toBe(`polite: ${told}`);
    const heard = await page.evaluate(() => window.heard.splice(0));
    expect(heard, 'nothing twice').toEqual([...new Set(heard)]);
  }
});

test('What a search finds is told once the reader pauses, and not when a note comes', async ({ page, event, eventPage }) => {
  const reader = await ScreenReader.at(page);
  const note = (text: string, number: number) => noteEntry(event.id, { theme: eventPage.outline[0].id, text, number });
  await page.clock.install();
  await eventPage.store([note('peacekeeping', 1), note('peace', 2), note('people', 3)]);
  await eventPage.open();
  await eventPage.myNotes.search.pressSequentially('peacek', { delay: 30 });
  await reader.hears('polite: 1 of 3 notes found.');
  await page.clock.runFor(10_000);
  await expect(eventPage.myNotes.region.getByText('1 of 3 notes found.'), 'once for whoever reads on').toHaveCount(1);
  await eventPage.theme(0).add('pear');
  await expect(eventPage.myNotes.region).toContainText('1 of 4 notes found.');
  await page.clock.runFor(5_000);
  expect([...new Set(await page.evaluate(() => window.heard))]).toEqual(['polite: Saved']);
});

test('What endangers notes is told at once, and once', async ({ page, event, eventPage }) => {
  const reader = await ScreenReader.at(page);
  const good = noteEntry(event.id, { theme: eventPage.outline[0].id, text: 'readable' });
  await eventPage.store([{ name: `${good.name.slice(0, -1)}f`, value: '{broken' }, good]);
  await eventPage.open();
  await expect(eventPage.alert).not.toBeEmpty();
  expect(await page.evaluate(() => window.heard.filter((it) => it.startsWith('alert: ')).length)).toBe(1);
});

for (const tag of LANGUAGES) {
  test.describe(`The parts have their trees in ${say(tag, 'page-language-name')}`, () => {
    test.use({ locale: localeOf(tag) });

    test('name by name', async ({ page, event, eventPage, isMobile }, testInfo) => {
      testInfo.snapshotSuffix = tag;
      await page.clock.setFixedTime(Date.UTC(2026, 0, 5, 12));
      const spoken = new SpokenPage(eventPage, tag);
      const [{ id }] = eventPage.outline;
      const entries = [
        noteEntry(event.id, { theme: id, text: 'a short note' }),
        noteEntry(event.id, { theme: id, text: '**Strong**:\n- a list', number: 1, pinned: true }),
        noteEntry(event.id, { theme: id, text: 'on these words', number: 2, quote: { exact: eventPage.outline[0].text[0].slice(0, 20), prefix: '', suffix: '' } }),
      ];
      await eventPage.store([...entries, { name: `${entries[0].name.slice(0, -1)}f`, value: '{broken' }]);
      await spoken.open();
      const theme = spoken.theme(0);
      await expect(theme.notes).toHaveCount(3);
      await expect(theme.region.getByText('Strong')).toBeVisible();
      const part = (place: Locator, name: string) => expect.soft(place).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
      await part(spoken.contents, 'contents');
      await part(spoken.map, 'map');
      await part(theme.region, 'theme');
      await part(spoken.myNotes, 'my-notes');
      // A phone has no keyboard, and so no list of shortcuts in sight.
      if (!isMobile) await part(eventPage.contentinfo, 'footer');
      await part(eventPage.alert, 'alert');
      await spoken.button('notes-edit-note', theme.notes.last()).press('Enter');
      await expect(theme.editor).toBeFocused();
      await part(theme.list, 'editing');
      await theme.done.press('Enter');
      for (const [name, button, title] of [['export', 'notes-export', 'transfer-export-title'], ['import', 'notes-import', 'transfer-import-title']]) {
        await part(await spoken.openDialog(button, title), name);
        await page.keyboard.press('Escape');
        await expect(spoken.dialog).toHaveCount(0);
      }
      await page.locator('body').press('?');
      await part(spoken.dialog, 'shortcuts');
    });
  });
}
