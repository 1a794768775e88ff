// The panel “My notes”: all notes by theme, a search that filters while the reader types, totals.

import { expect, test } from '../fixtures';
import { noteEntry } from '../records.mjs';

test('All notes stand under their themes in the order of the outline', async ({ eventPage }) => {
  await eventPage.open();
  const { myNotes } = eventPage;
  // Written in another order than the outline's.
  for (const place of [5, 0, 3]) await eventPage.theme(place).add(`on ${eventPage.outline[place].id}`);
  await eventPage.theme(0).add('one more on the first');
  await myNotes.saysTotal(4);
  const text = (await myNotes.region.textContent())!;
  const order = [0, 3, 5].flatMap((place) => [eventPage.outline[place].title, `on ${eventPage.outline[place].id}`]);
  const places = order.map((words) => text.indexOf(words));
  expect(places.every((place) => place >= 0), text).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  await expect(myNotes.region, 'no theme without notes').not.toContainText(eventPage.outline[1].title);
});

test('What stands below some long notes stays where it is when they come into sight', async ({ page, event, eventPage }) => {
  const [{ id: theme }] = eventPage.outline;
  const long = (number: number) => noteEntry(event.id, { theme, text: `Note ${number}, `.repeat(500), number });
  await eventPage.store([1, 2, 3].map(long));
  await eventPage.open();
  await eventPage.myNotes.saysTotal(3);
  const summary = eventPage.myNotes.storage.locator('summary');
  const place = () => summary.evaluate((summary) => Math.round(summary.getBoundingClientRect().top + scrollY));
  const before = await place();
  await summary.evaluate((summary) => summary.scrollIntoView({ block: 'center', behavior: 'instant' }));
  // Long enough for whatever is laid out only then.
  await page.waitForTimeout(500);
  expect(await place()).toBe(before);
});

test('“Storage” follows what is stored while it is open, and has the latest when it is opened again', async ({ eventPage }) => {
  const { storage } = eventPage.myNotes;
  const summary = storage.locator('summary');
  // It tells thousands of characters, and an entry has some more than its text.
  const long = (letter: string) => letter.repeat(900);
  const told = (thousands: number) => `${thousands},000 for notes`;
  await eventPage.open();
  await eventPage.theme(0).add(long('a'));
  await summary.click();
  await expect(storage).toContainText(told(2));
  await eventPage.theme(1).add(long('b'));
  await expect(storage).toContainText(told(3));
  await summary.click();
  await eventPage.theme(2).add(long('c'));
  await summary.click();
  await expect(storage).toContainText(told(4));
});

test('Every note leads to its theme, also when it was closed', async ({ eventPage }) => {
  await eventPage.open();
  for (const place of [1, 6]) await eventPage.theme(place).add(`note ${place}`);
  for (const place of [6, 1]) {
    const theme = eventPage.theme(place);
    await theme.summary.click();
    await expect(theme.body).toBeHidden();
    await eventPage.myNotes.linksTo(theme.theme).first().click();
    await expect(theme.body).toBeVisible();
    await expect(theme.region).toBeInViewport();
    await expect.poll(() => theme.hasFocus()).toBe(true);
  }
});

test('The panel follows what happens in the themes', async ({ eventPage }) => {
  await eventPage.open();
  const { myNotes } = eventPage;
  const theme = eventPage.theme(2);
  await theme.add('as first written');
  await expect(myNotes.text('as first written')).toBeVisible();
  await theme.onlyNote.edit();
  await theme.editor.fill('as then edited');
  await theme.done.click();
  await expect(myNotes.text('as then edited')).toBeVisible();
  await expect(myNotes.text('as first written')).toHaveCount(0);
  await theme.onlyNote.delete();
  await expect(myNotes.text('as then edited')).toHaveCount(0);
  await eventPage.undo.click();
  await expect(myNotes.text('as then edited')).toBeVisible();
  await eventPage.reload();
  await expect(myNotes.text('as then edited')).toBeVisible();
});

test.describe('The search', () => {
  const TEXTS = ['Ask for her Résumé', 'Peacekeeping and the São Paulo talk', 'a résumé of the résumés', 'Nothing of note'];

  test.beforeEach(async ({ event, eventPage }) => {
    await eventPage.store(
      TEXTS.map((text, number) => noteEntry(event.id, { theme: eventPage.outline[number % 3].id, text, number })),
    );
    await eventPage.open();
    await eventPage.myNotes.saysTotal(4);
  });

  for (const [query, found] of [
    ['resume', [0, 2]],
    ['RESUME', [0, 2]],
    ['Résumé', [0, 2]],
    ['re\u0301sume\u0301', [0, 2]],
    ['sao paulo', [1]],
    ['PEACE', [1]],
    ['a', [0, 1, 2]],
  ] as [string, number[]][]) {
    test(`finds “${query}” whatever the case and the accents`, async ({ eventPage }) => {
      const { myNotes } = eventPage;
      await myNotes.search.pressSequentially(query);
      await myNotes.saysFound(found.length, 4);
      // Marks cut a text into pieces, so the whole panel is read rather than one element's text.
      for (const [place, text] of TEXTS.entries()) {
        if (found.includes(place)) await expect(myNotes.region).toContainText(text);
        else await expect(myNotes.region).not.toContainText(text);
      }
    });
  }

  test('marks every hit with the letters that were written', async ({ eventPage }) => {
    const { myNotes } = eventPage;
    await myNotes.search.fill('resume');
    await expect(myNotes.hits).toHaveText(['Résumé', 'résumé', 'résumé']);
    await expect(eventPage.theme(0).region.locator('mark'), 'the themes are left alone').toHaveCount(0);
  });

  test('finds notes that hold all the words, in any order', async ({ eventPage }) => {
    const { myNotes } = eventPage;
    await myNotes.search.fill('resume her');
    await myNotes.saysFound(1, 4);
    await expect(myNotes.hits).toHaveText(['her', 'Résumé']);
  });

  test('takes what is typed as words, not as a pattern', async ({ eventPage }) => {
    await eventPage.theme(0).add('What (if) [any*]?');
    await eventPage.myNotes.search.fill('[any*]?');
    await eventPage.myNotes.saysFound(1, 5);
    await expect(eventPage.myNotes.hits).toHaveText(['[any*]?']);
  });

  test('brings all notes back when it is cleared', async ({ eventPage }) => {
    const { myNotes } = eventPage;
    await myNotes.search.fill('resume');
    await myNotes.saysFound(2, 4);
    await myNotes.search.fill('');
    await myNotes.saysTotal(4);
    for (const text of TEXTS) await expect(myNotes.region).toContainText(text);
    await expect(myNotes.hits).toHaveCount(0);
  });

  test('says so when nothing is found', async ({ eventPage }) => {
    const { myNotes } = eventPage;
    await myNotes.search.fill('zebra');
    await myNotes.saysFound(0, 4);
    for (const text of TEXTS) await expect(myNotes.region).not.toContainText(text);
  });

  test('hides no note from the themes, and their counts stay', async ({ eventPage }) => {
    await eventPage.myNotes.search.fill('zebra');
    await eventPage.myNotes.saysFound(0, 4);
    await expect(eventPage.theme(0).notes).toHaveCount(2);
    await eventPage.contentsTell(eventPage.outline[0], 2);
  });

  test('writes nothing to storage', async ({ eventPage }) => {
    const before = await eventPage.stored();
    await eventPage.myNotes.search.fill('resume');
    await eventPage.myNotes.saysFound(2, 4);
    expect(await eventPage.stored()).toEqual(before);
  });
});
