// All that a reader does, from the first step to the last, by keys alone: wherever Tab leads, the focus is
// seen, and after each action it is where the reader goes on.

import { expect, test } from './fixtures';
import { focused } from './found';
import type { EventPage } from './page';

/** A reader without a mouse. */
class Keys {
  constructor(readonly page: EventPage) {}

  press(keys: string): Promise<void> {
    return this.page.tab.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.tab.type(text);
  }

  /** Waits until something has the focus, and that is seen. */
  async isAt(role: string, name: string): Promise<void> {
    await expect.poll(() => focused(this.page.tab), 'what has the focus').toEqual({ role, name, unseen: '' });
  }

  /** Goes on by Tab until something has the focus, and looks at all that comes before. */
  async tabTo(role: string, name: string, most = 40): Promise<void> {
    for (let press = 0; press < most; press += 1) {
      await this.press('Tab');
      let at = await focused(this.page.tab);
      // The window may still scroll there.
      const unseen = async () => (at = await focused(this.page.tab)).unseen;
      if (at.unseen) await expect.poll(unseen, `the focus on ${at.role} “${at.name}”`).toBe('');
      if (at.role === role && at.name === name) return;
    }
    throw new Error(`Tab does not lead to ${role} “${name}”`);
  }
}

test('Everything is done by keys alone', async ({ page, reader }) => {
  await page.open();
  const keys = new Keys(page);
  const theme = page.theme(0);
  const { title } = theme.theme;

  // Finding a theme.
  await keys.press('Tab');
  await keys.isAt('link', 'Skip to the content');
  await keys.press('Enter');
  await expect.poll(() => page.find('main').hasFocus(), 'the focus is in the content').toBe(true);
  await keys.tabTo('link', `${title}, no notes`);
  await keys.press('Enter');
  await expect.poll(() => theme.region.hasFocus(), 'the focus is in the theme').toBe(true);

  // Writing.
  await keys.tabTo('textbox', `New note on ${title}`);
  await keys.type('with keys');
  await keys.tabTo('button', 'Add note');
  await keys.press('Enter');
  await theme.note('with keys').isThere();
  await keys.isAt('textbox', `New note on ${title}`);
  await keys.tabTo('button', 'Edit note');
  await keys.press('Enter');
  await keys.isAt('textbox', 'Note text');
  await keys.press('End');
  await keys.type(' alone');
  await keys.tabTo('button', 'Done');
  await keys.type(' ');
  await keys.isAt('button', 'Edit note');
  await page.stores(['with keys alone']);
  await keys.tabTo('button', 'Pin');
  await keys.press('Enter');
  await keys.isAt('button', 'Unpin');

  // Taking home.
  await keys.tabTo('button', 'Export…', 80);
  await keys.press('Enter');
  await keys.isAt('button', 'Close');
  await keys.tabTo('button', 'Backup (.ann)');
  const backup = await reader.download(() => keys.press('Enter'));
  await keys.press('Escape');
  await keys.isAt('button', 'Export…');

  // Deleting, by the link from the list of all notes to its theme.
  await keys.tabTo('link', title);
  await keys.press('Enter');
  await expect.poll(() => theme.region.hasFocus(), 'the focus is in the theme').toBe(true);
  await keys.tabTo('button', 'Delete note');
  await keys.press('Enter');
  await keys.isAt('button', 'Undo');
  await keys.press('Enter');
  await keys.isAt('button', 'Edit note');
  await keys.tabTo('button', 'Delete note');
  await keys.press('Enter');
  await theme.notes.has(0);

  // Bringing in.
  await keys.press('/');
  await keys.isAt('searchbox', 'Search notes');
  await keys.tabTo('button', 'Import…');
  await keys.press('Enter');
  await keys.isAt('button', 'Close');
  await keys.press('Tab');
  const dialog = page.find('dialog', 'Bring notes in');
  const file = dialog.by('input[type="file"]');
  expect(await file.hasFocus()).toBe(true);
  // What opens now is the browser's own.
  await file.choose(backup.path);
  await expect.poll(() => dialog.by('[tabindex="-1"]').hasFocus(), 'the focus is at what would happen').toBe(true);
  await keys.tabTo('button', 'Bring them in');
  await keys.press('Enter');
  await dialog.find('status').says('1 note');
  await keys.isAt('button', 'Close');
  await keys.press('Enter');
  await keys.isAt('button', 'Import…');

  // Searching.
  await keys.press('/');
  await keys.type('alone');
  await page.myNotes.says('1 of 1');
  await page.stores(['with keys alone']);
});
