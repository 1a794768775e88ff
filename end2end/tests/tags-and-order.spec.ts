// Tags in notes, and what is shown under “My notes” in which order.

import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures';
import { TakeHome } from '../pages/transfer';
import { readAnnotationSet } from '../readers/formats.mjs';
import { noteEntry } from '../records.mjs';

// The place of the theme, the text, and when it was changed, in minutes.
const NOTES: [number, string, number][] = [
  [0, 'oldest, about #Budget and #Résumé', 90],
  [3, 'second #budget', 1],
  [0, 'third, no tag: https://example.org/#budget', 2],
  [5, 'youngest #resume', 3],
];

/** What can be chosen from a list. */
const options = (list: Locator) => list.evaluate((it) => [...(it as HTMLSelectElement).options].map(({ label }) => label));

test.beforeEach(async ({ event, eventPage }) => {
  await eventPage.store(
    NOTES.map(([place, text, changed], number) =>
      noteEntry(event.id, {
        theme: eventPage.outline[place].id,
        text,
        number,
        changed: new Date(Date.UTC(2026, 0, 5, 9, 30 + changed)).toISOString(),
      }),
    ),
  );
  await eventPage.open();
  await eventPage.myNotes.saysTotal(4);
});

test('Notes are shown by tag, whatever its case and accents', async ({ eventPage }) => {
  const { myNotes } = eventPage;
  await expect.poll(() => options(myNotes.tag)).toEqual(['All tags', '#Budget (2)', '#Résumé (2)']);
  await myNotes.tag.selectOption({ label: '#Budget (2)' });
  await myNotes.saysFound(2, 4);
  await expect(myNotes.region).toContainText('oldest');
  await expect(myNotes.region).toContainText('second');
  await expect(myNotes.region, 'an address holds no tag').not.toContainText('third');
  await myNotes.search.fill('oldest');
  await myNotes.saysFound(1, 4);
  await myNotes.search.fill('');
  await myNotes.tag.selectOption('All tags');
  await myNotes.saysTotal(4);
});

test('Notes are shown by theme, and only themes with notes can be chosen', async ({ eventPage }) => {
  const { myNotes, outline } = eventPage;
  await expect.poll(() => options(myNotes.theme)).toEqual(['All themes', ...[0, 3, 5].map((place) => outline[place].title)]);
  await myNotes.theme.selectOption(outline[3].title);
  await myNotes.saysFound(1, 4);
  await expect(myNotes.region).toContainText('second');
  await eventPage.theme(3).add('one more');
  await myNotes.saysFound(2, 5);
  await expect(myNotes.theme, 'the choice stays').toHaveValue(outline[3].id);
});

test('In order of time all notes stand in one list, each with the way to its theme', async ({ eventPage }) => {
  const { myNotes, outline } = eventPage;
  const order = [3, 2, 1, 0];
  await myNotes.order.selectOption('Newest');
  await expect(myNotes.inOrder).toHaveText(order.map((number) => new RegExp(`^${NOTES[number][1].slice(0, 5)}`)));
  await expect(myNotes.inOrder.locator('.my-notes__link')).toHaveText(
    order.map((number) => `Go to theme: ${outline[NOTES[number][0]].title}`),
  );
  await expect(myNotes.inOrder.locator(`a[href="#theme-${outline[3].id}"]`)).toHaveCount(1);
  await myNotes.order.selectOption('Last changed');
  await expect(myNotes.inOrder).toHaveText([/^oldes/, /^young/, /^third/, /^secon/]);
  await eventPage.theme(3).onlyNote.edit();
  await eventPage.theme(3).editor.fill('second, edited');
  await eventPage.theme(3).done.click();
  await expect(myNotes.inOrder).toHaveText([/^second, edited/, /^oldes/, /^young/, /^third/]);
  await myNotes.saysTotal(4);
  await myNotes.order.selectOption('Outline');
  await expect(myNotes.inOrder).toHaveCount(0);
  await expect(myNotes.linksTo(outline[0]).first()).toHaveText(outline[0].title);
});

test('A pinned note stands first in every order', async ({ eventPage }) => {
  const { myNotes } = eventPage;
  await eventPage.theme(3).onlyNote.pinButton.click();
  for (const order of ['Newest', 'Last changed']) {
    await myNotes.order.selectOption(order);
    await expect(myNotes.inOrder.first()).toContainText('second');
    await expect(myNotes.inOrder.first().getByText('Pinned', { exact: true })).toBeVisible();
    await expect(myNotes.region.getByText('Pinned', { exact: true }).filter({ visible: true })).toHaveCount(1);
  }
});

test('A tag leads to all notes that have it', async ({ page, eventPage }) => {
  const { myNotes, outline } = eventPage;
  await myNotes.search.fill('second');
  await myNotes.theme.selectOption(outline[3].title);
  await myNotes.saysFound(1, 4);
  const tag = eventPage.theme(5).onlyNote.item.getByRole('link', { name: '#resume', exact: true });
  await tag.focus();
  await page.keyboard.press('Enter');
  await myNotes.saysFound(2, 4);
  await expect(myNotes.tag).toHaveValue('resume');
  await expect(myNotes.search).toHaveValue('');
  await expect(myNotes.theme).toHaveValue('');
  await expect(myNotes.region.getByRole('heading', { name: 'My notes' })).toBeInViewport();
});

test('A tag that no note has any more is no longer chosen', async ({ eventPage }) => {
  const { myNotes } = eventPage;
  await eventPage.theme(5).add('with #another');
  await myNotes.tag.selectOption({ label: '#another (1)' });
  await myNotes.saysFound(1, 5);
  await eventPage.theme(5).note('another').delete();
  await myNotes.saysTotal(4);
  await expect(myNotes.tag).toHaveValue('');
});

test('The export takes what is shown', async ({ page, eventPage }) => {
  await eventPage.myNotes.tag.selectOption({ label: '#Budget (2)' });
  const home = await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  const { notes } = readAnnotationSet((await home.save('Backup (.ann)')).text);
  expect((notes as { text: string }[]).map(({ text }) => text).sort()).toEqual([NOTES[0][1], NOTES[1][1]]);
});

test('There is nothing to choose while there is one note, or no tag', async ({ eventPage }) => {
  const { myNotes } = eventPage;
  for (const [place, text] of [NOTES[0], NOTES[1], NOTES[3]]) await eventPage.theme(place).note(text).delete();
  await myNotes.saysTotal(1);
  await expect(myNotes.order).toBeHidden();
  await eventPage.theme(1).add('plain words');
  await expect(myNotes.order).toBeVisible();
  await expect(myNotes.tag).toBeHidden();
});

test('Choosing writes nothing to storage', async ({ eventPage }) => {
  const before = await eventPage.stored();
  await eventPage.myNotes.order.selectOption('Newest');
  await eventPage.myNotes.tag.selectOption({ index: 1 });
  await eventPage.myNotes.saysFound(2, 4);
  expect(await eventPage.stored()).toEqual(before);
});
