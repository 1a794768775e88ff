// Storage that holds what cannot be read, or that cannot be used at all: the page still reads, the
// other notes still work, a message says what happened, and nothing that was not understood is
// written over.

import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { noteEntry, noteId } from '../records.mjs';

const ID = noteId(Date.UTC(2026, 1, 1), 999);
const whole = {
  v: 1,
  id: ID,
  theme: 'human-rights',
  text: 'words that are hard to read',
  created: '2026-02-01T00:00:00.000Z',
  changed: '2026-02-01T00:00:00.000Z',
  revision: 1,
};
const without = (field: keyof typeof whole) => JSON.stringify({ ...whole, [field]: undefined });

/** Does everything with a note, with others around that must not be touched. */
async function takeNotes(eventPage: EventPage): Promise<void> {
  const theme = eventPage.theme(1);
  await theme.add('a good note');
  await theme.note('a good note').edit();
  await theme.editor.fill('a better note');
  await theme.done.click();
  await expect(theme.note('a better note').item).toBeVisible();
  await theme.add('a note to delete');
  await theme.note('a note to delete').delete();
  await expect(theme.note('a note to delete').item).toHaveCount(0);
}

for (const [kind, value] of [
  ['that is not JSON', '{"v":1,"id":'],
  ['that is empty', ''],
  ['that is null', 'null'],
  ['that is a list', '[1,2,3]'],
  ['whose text is a number', JSON.stringify({ ...whole, text: 7 })],
  ['whose revision is negative', JSON.stringify({ ...whole, revision: -1 })],
  ['whose time is no time', JSON.stringify({ ...whole, created: 'yesterday' })],
  ['without a text', without('text')],
  ['without a theme', without('theme')],
  ['of a later format', JSON.stringify({ ...whole, v: 2 })],
  ['whose id is not the one of its key', JSON.stringify({ ...whole, id: noteId(Date.UTC(2026, 1, 1), 998) })],
]) {
  test(`A stored note ${kind} is left as it is, and the others work`, async ({ event, eventPage }) => {
    const broken = { name: eventPage.noteKey(ID), value };
    const good = noteEntry(event.id, { theme: eventPage.outline[1].id, text: 'an old good note' });
    await eventPage.store([broken, good]);
    await eventPage.open();
    await expect(eventPage.alert).toBeVisible();
    await expect(eventPage.alert).toHaveText(/\S+ \S+ \S+/);
    await expect(eventPage.theme(1).note('an old good note').item).toBeVisible();
    await takeNotes(eventPage);
    expect(await eventPage.storedValue(broken.name)).toBe(value);
    await eventPage.reload();
    await expect(eventPage.theme(1).notes).toHaveCount(2);
    expect(await eventPage.storedValue(broken.name)).toBe(value);
    expect(await eventPage.storedValue(good.name)).toBe(good.value);
  });
}

test('A note on a theme that the event does not have is left as it is', async ({ event, eventPage }) => {
  const lost = noteEntry(event.id, { theme: 'no-such-theme', text: 'on something else', number: 4 });
  await eventPage.store([lost]);
  await eventPage.open();
  await expect(eventPage.alert).toBeVisible();
  await expect(eventPage.myNotes.text('on something else'), 'it can still be read').toBeVisible();
  await takeNotes(eventPage);
  await eventPage.reload();
  await expect(eventPage.alert).toBeVisible();
  await expect(eventPage.theme(1).notes).toHaveCount(1);
  expect(await eventPage.storedValue(lost.name)).toBe(lost.value);
});

test('A note whose key holds no note id is left as it is', async ({ eventPage }) => {
  const name = eventPage.noteKey('not-an-id');
  await eventPage.store([{ name, value: JSON.stringify({ ...whole, id: 'not-an-id' }) }]);
  await eventPage.open();
  await takeNotes(eventPage);
  expect(await eventPage.storedValue(name)).toBe(JSON.stringify({ ...whole, id: 'not-an-id' }));
});

test('A draft that cannot be read is not written over, and its theme still takes notes', async ({ eventPage }) => {
  const key = eventPage.draftKey(eventPage.outline[0]);
  const broken = '{"v":1,"text":';
  await eventPage.store([{ name: key, value: broken }]);
  await eventPage.open();
  await expect(eventPage.alert).toBeVisible();
  const theme = eventPage.theme(0);
  await expect(theme.newNote).toHaveValue('');
  await theme.newNote.fill('a new thought');
  await theme.newNote.blur();
  expect(await eventPage.storedValue(key)).toBe(broken);
  await theme.addNote.click();
  await expect(theme.onlyNote.item).toContainText('a new thought');
  await takeNotes(eventPage);
  await eventPage.reload();
  await expect(theme.onlyNote.item).toContainText('a new thought');
  expect(await eventPage.storedValue(key)).toBe(broken);
});

test('A note with fields of a later version keeps them when it is edited', async ({ eventPage }) => {
  // The contract is extended by new optional fields: an older page must not drop them.
  const theme = eventPage.theme(0);
  const record = { ...whole, theme: theme.theme.id, text: 'with more', colour: 'green', tags: ['a', 'b'] };
  await eventPage.store([{ name: eventPage.noteKey(ID), value: JSON.stringify(record) }]);
  await eventPage.open();
  await theme.onlyNote.edit();
  await theme.editor.fill('with more words');
  await theme.done.click();
  await expect.poll(() => eventPage.storedTexts()).toEqual(['with more words']);
  expect(JSON.parse((await eventPage.storedValue(eventPage.noteKey(ID)))!)).toMatchObject({
    colour: 'green',
    tags: ['a', 'b'],
  });
});

test('Keys that are not of this event are neither read nor written', async ({ event, eventPage }) => {
  const foreign = [
    { name: 'another-program', value: 'its own' },
    { name: 'marginalia', value: 'not ours either' },
    { name: 'marginalia/settings', value: '{"theme":' },
    { name: `marginalia/another-event/note/${ID}`, value: 'broken' },
    { name: 'marginalia/another-event/draft/human-rights', value: JSON.stringify({ v: 1, text: 'elsewhere' }) },
    { name: `marginalia/${event.id}`, value: 'short' },
    { name: `marginalia/${event.id}-2/note/${ID}`, value: JSON.stringify(whole) },
    { name: `marginalia/${event.id}/something/else`, value: 'later' },
    { name: '', value: 'no name' },
  ];
  await eventPage.store(foreign);
  await eventPage.open();
  await expect(eventPage.alert).toBeHidden();
  await takeNotes(eventPage);
  await eventPage.theme(0).newNote.fill('a draft');
  await expect.poll(() => eventPage.storedValue(eventPage.draftKey(eventPage.outline[0]))).not.toBeNull();
  const stored = await eventPage.stored();
  for (const { name, value } of foreign) expect(stored[name], name).toBe(value);
});

test.describe('When the browser refuses local storage', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    });
  });

  test('the page reads, notes work until it is closed, and an alert says so', async ({ page, event, eventPage }) => {
    await eventPage.open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
    await expect(eventPage.alert).toBeVisible();
    await expect(eventPage.alert).toHaveText(/keep|kept|stor|sav/i);
    const theme = eventPage.theme(0);
    await theme.add('only in memory');
    await theme.onlyNote.edit();
    await theme.editor.fill('still only in memory');
    await theme.done.click();
    await expect(theme.onlyNote.item).toContainText('still only in memory');
    await theme.onlyNote.delete();
    await expect(theme.notes).toHaveCount(0);
    await eventPage.undo.click();
    await expect(theme.notes).toHaveCount(1);
    await eventPage.myNotes.search.fill('memory');
    await expect(eventPage.myNotes.hits).toHaveText(['memory']);
    await expect(eventPage.status, 'nothing was saved, so nothing says so').not.toContainText('Saved');
  });
});

test('When local storage is not there at all, an alert says so', async ({ page, eventPage }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null });
  });
  await eventPage.open();
  await expect(eventPage.alert).toBeVisible();
  await eventPage.theme(0).add('only in memory');
});

test('When reading from storage fails, the page reads and says so', async ({ page, event, eventPage }) => {
  await eventPage.store([noteEntry(event.id, { theme: eventPage.outline[0].id, text: 'out of reach' })]);
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear'] as const) {
      Storage.prototype[name] = () => {
        throw new DOMException('Something is wrong with the disk.', 'UnknownError');
      };
    }
  });
  await eventPage.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  await expect(eventPage.alert).toBeVisible();
  await eventPage.theme(0).add('only in memory');
});
