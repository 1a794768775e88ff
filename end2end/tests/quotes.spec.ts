// Words of a theme, quoted in a note: by a button or a key, highlighted in the text without a change to
// it, found again when the text has changed, and taken home.

import type { Page } from '@playwright/test';

import { expectNoViolation } from '../axe';
import { expect, test } from '../fixtures';
import type { EventPage, NoteRecord, ThemeSection } from '../pages/event-page';
import { Quoting, Sheet } from '../pages/annotating';
import { BringIn, TakeHome } from '../pages/transfer';
import { expandAnnotations, readAnnotationSet, readHypothesis, readMarkdown, readTable } from '../readers/formats.mjs';
import { noteEntry } from '../records.mjs';

/** A theme, and words in the middle of its first paragraph. */
function wordsOf(eventPage: EventPage, place = 3): { theme: ThemeSection; words: string; quoting: Quoting } {
  const theme = eventPage.theme(place);
  const words = theme.theme.text[0].split(' ').slice(2, 6).join(' ');
  return { theme, words, quoting: new Quoting(theme) };
}

type Quote = { exact: string; prefix: string; suffix: string };

const stored = async (eventPage: EventPage) => (await eventPage.storedNotes()) as (NoteRecord & { quote?: Quote })[];

/** A stored note with a quotation. */
function quotingEntry(eventPage: EventPage, theme: string, text: string, quote: Quote, number = 0) {
  const { name, value } = noteEntry(eventPage.event.id, { theme, text, number });
  return { name, value: JSON.stringify({ ...JSON.parse(value), quote }) };
}

/** The page with other words in it, as the host publishes it later. */
async function publishChanged(page: Page, change: (html: string) => string): Promise<void> {
  await page.route(/\/(index\.html)?([?#].*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

test('Selected words and a button begin a note with them', async ({ page, eventPage, isMobile }) => {
  await eventPage.open();
  const { theme, words, quoting } = wordsOf(eventPage);
  await expect(quoting.button).toHaveCount(0);
  if (isMobile) await quoting.select(words);
  else await quoting.selectByMouse(words);
  await expect(quoting.button).toBeVisible();
  await expectNoViolation(page);
  await quoting.button.click();
  await expect(theme.editor).toBeFocused();
  await expect(quoting.button).toHaveCount(0);
  if (isMobile) await new Sheet(theme).isOpen();
  await expect(theme.onlyNote.item.getByRole('blockquote')).toHaveText(words);
  await expect.poll(() => quoting.highlighted()).toEqual([words]);
  const text = theme.theme.text[0];
  const start = text.indexOf(words);
  const [{ quote, ...note }] = await stored(eventPage);
  expect(note).toMatchObject({ theme: theme.theme.id, text: '', revision: 1 });
  expect(quote?.exact).toBe(words);
  expect(quote?.prefix).toBe(text.slice(Math.max(0, start - 32), start));
  expect(quote?.suffix).toBe(text.slice(start + words.length, start + words.length + 32));
  expect(Object.keys(quote!)).toEqual(['exact', 'prefix', 'suffix']);

  await page.keyboard.type('Why these words?');
  await theme.done.click();
  await expect(theme.onlyNote.editButton).toBeFocused();
  await eventPage.reload();
  await expect(theme.onlyNote.item.getByRole('blockquote')).toHaveText(words);
  await expect(theme.onlyNote.item).toContainText('Why these words?');
  expect((await stored(eventPage))[0]).toMatchObject({ text: 'Why these words?', quote });
  await expect.poll(() => quoting.highlighted()).toEqual([words]);
  await expectNoViolation(page);
});

test('By the keyboard alone', async ({ page, eventPage }) => {
  await eventPage.open();
  const { theme, words, quoting } = wordsOf(eventPage);
  await quoting.select(words, words.length - 1);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(quoting.button).toBeVisible();
  await page.keyboard.press('q');
  await expect(theme.editor).toBeFocused();
  await expect(theme.editor, 'the key is no text').toHaveValue('');
  await page.keyboard.type('First');
  await page.keyboard.press('Control+Enter');
  await quoting.select(words);
  await expect(quoting.button).toBeVisible();
  await quoting.button.focus();
  await page.keyboard.press('Enter');
  await expect(theme.editor).toBeFocused();
  await expect(theme.notes).toHaveCount(2);
  expect((await stored(eventPage)).map((note) => note.quote?.exact)).toEqual([words, words]);
  // Without a selection the key does nothing.
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(theme.notes).toHaveCount(2);
});

test('The button goes with the selection, and with Escape', async ({ page, eventPage }) => {
  await eventPage.open();
  const { theme, words, quoting } = wordsOf(eventPage);
  await quoting.select(words);
  await expect(quoting.button).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(quoting.button).toHaveCount(0);
  await quoting.select(words.slice(2));
  await expect(quoting.button).toBeVisible();
  await page.evaluate(() => getSelection()!.removeAllRanges());
  await expect(quoting.button).toHaveCount(0);
  // From the theme into the next one, or all of the page: not words of a theme.
  await page.evaluate(() => {
    const [first, second] = [...document.querySelectorAll('.theme__text p')];
    getSelection()!.setBaseAndExtent(first.firstChild!, 3, second.closest('.theme')!.nextElementSibling!.querySelector('.theme__text p')!.firstChild!, 3);
  });
  await expect(quoting.button).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(quoting.button).toHaveCount(0);
  expect(await stored(eventPage)).toEqual([]);
  await expect(theme.notes).toHaveCount(0);
});

test('What is selected beyond the end of the text is left out, and so are the numbers of sources', async ({ page, eventPage }) => {
  await eventPage.open();
  const { theme, quoting } = wordsOf(eventPage);
  await theme.region.evaluate((region) => {
    const [first] = region.querySelectorAll('.theme__text p');
    getSelection()!.setBaseAndExtent(first.firstChild!, 0, region.querySelector('.theme__notes')!, 1);
  });
  await expect(quoting.button).toBeVisible();
  await quoting.button.click();
  await expect(theme.editor).toBeFocused();
  const whole = theme.theme.text.join('\n');
  expect((await stored(eventPage))[0].quote).toMatchObject({ exact: whole, prefix: '', suffix: '' });
  await expect(theme.onlyNote.item.getByRole('blockquote')).toHaveText(whole);
  await expect.poll(async () => (await quoting.highlighted()).length).toBe(1);
});

test('From the words to the note and back, and nothing of the text is changed', async ({ page, eventPage }) => {
  const { theme, words, quoting } = wordsOf(eventPage);
  await eventPage.store([
    quotingEntry(eventPage, theme.theme.id, 'On these words', { exact: words, prefix: '', suffix: '' }),
    ...Array.from({ length: 15 }, (_, number) => noteEntry(eventPage.event.id, { theme: theme.theme.id, text: `Another ${number}`, number: number + 1 })),
  ]);
  await eventPage.open();
  const html = await (await page.request.get(eventPage.url)).text();
  const before = await page.evaluate(
    ({ html, id }) => new DOMParser().parseFromString(html, 'text/html').querySelector(`#theme-${id} .theme__text`)!.outerHTML,
    { html, id: theme.theme.id },
  );
  await expect.poll(() => quoting.highlighted()).toEqual([words]);
  expect(await quoting.text.evaluate((text) => text.outerHTML)).toBe(before);

  const note = theme.note('On these words');
  await quoting.clickOn(words);
  await expect(note.item).toBeFocused();
  await expect(note.item).toBeInViewport();
  await note.item.getByRole('button', { name: 'Show in the text', exact: true }).click();
  await expect.poll(() => quoting.highlighted('marginalia-shown')).toEqual([words]);
  await expect(quoting.text.getByText(words)).toBeInViewport();
  await expect.poll(() => theme.hasFocus()).toBe(true);
  await expect.poll(() => quoting.highlighted('marginalia-shown')).toEqual([]);
  await expectNoViolation(page);
  expect(await quoting.text.evaluate((text) => text.outerHTML)).toBe(before);

  // Beside the words, a click is a click.
  await quoting.text.click({ position: { x: 2, y: 2 } });
  await expect(note.item).not.toBeFocused();
  // The highlight goes with its note, and comes back with it.
  await note.delete();
  await expect.poll(() => quoting.highlighted()).toEqual([]);
  await eventPage.undo.click();
  await expect.poll(() => quoting.highlighted()).toEqual([words]);
});

test('A note may be nothing but a quotation', async ({ page, eventPage }) => {
  await eventPage.open();
  const { theme, words, quoting } = wordsOf(eventPage);
  await quoting.select(words);
  await quoting.button.click();
  await expect(theme.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(theme.editor).toHaveCount(0);
  await expect(theme.notes).toHaveCount(1);
  await eventPage.reload();
  await expect(theme.onlyNote.item.getByRole('blockquote')).toHaveText(words);
  await expect(eventPage.myNotes.region.getByRole('blockquote')).toHaveText(words);
  await theme.onlyNote.delete();
  await eventPage.myNotes.openDeleted(1);
  await expect(eventPage.myNotes.deletedNotes).toContainText(words);
  await eventPage.myNotes.deletedNote(words).restore.click();
  await expect(theme.onlyNote.item.getByRole('blockquote')).toHaveText(words);
});

test('The search finds what is quoted', async ({ eventPage }) => {
  const { theme } = wordsOf(eventPage);
  await eventPage.store([
    quotingEntry(eventPage, theme.theme.id, 'One of the words', { exact: 'Only kestrels are quoted', prefix: '', suffix: '' }),
    noteEntry(eventPage.event.id, { theme: theme.theme.id, text: 'Another', number: 1 }),
  ]);
  await eventPage.open();
  await eventPage.myNotes.search.fill('KESTREL words');
  await eventPage.myNotes.saysFound(1, 2);
  await expect(eventPage.myNotes.hits).toHaveText(['kestrel', 'words']);
  await expect(theme.note('One of the words').item, 'of no words of this theme').toContainText('No longer in the text.');
});

test('When the text changes, the words are found again or are no longer there', async ({ page, eventPage }) => {
  await eventPage.open();
  const { theme, words, quoting } = wordsOf(eventPage);
  await quoting.addNote(words, 'My words');
  const before = await stored(eventPage);
  const text = theme.theme.text[0];
  const item = theme.note('My words').item;
  const show = item.getByRole('button', { name: 'Show in the text', exact: true });
  const other = words.split(' ').slice(0, -1).join(' ');
  for (const [changed, highlighted, mark] of [
    [`Something new comes before. ${text}`, [words], ''],
    [text.replace(words, `${other} (changed)`), [expect.stringContaining(other)], 'The text has changed since you quoted it.'],
    ['All of it was written anew by somebody else.', [], 'No longer in the text.'],
  ] as const) {
    await publishChanged(page, (html) => html.replaceAll(text, changed));
    await eventPage.reload();
    await expect(quoting.text).toContainText(changed);
    await expect(item.getByRole('blockquote')).toHaveText(words);
    if (mark) await expect(item).toContainText(mark);
    else await expect(item).not.toContainText(/has changed|No longer/);
    await expect(show).toHaveCount(highlighted.length);
    expect(await quoting.highlighted()).toEqual(highlighted);
    await page.unroute(/\/(index\.html)?([?#].*)?$/);
  }
  expect(await stored(eventPage), 'nothing is stored anew').toEqual(before);
});

test('Words whose note is not on the page yet lead to it all the same', async ({ eventPage }) => {
  const { theme, words, quoting } = wordsOf(eventPage);
  await eventPage.store([
    quotingEntry(eventPage, theme.theme.id, 'On these words', { exact: words, prefix: '', suffix: '' }),
    ...Array.from({ length: 60 }, (_, number) => noteEntry(eventPage.event.id, { theme: theme.theme.id, text: `Another ${number}`, number: number + 1 })),
  ]);
  await eventPage.open();
  const note = theme.note('On these words');
  await quoting.text.scrollIntoViewIfNeeded();
  await expect.poll(() => quoting.highlighted()).toEqual([words]);
  await expect(note.item).toHaveCount(0);
  await quoting.clickOn(words);
  await expect(note.item).toBeFocused();
  await expect(note.item).toBeInViewport();
  expect(await quoting.highlighted(), 'once, though both ask for it').toEqual([words]);
});

test('A translation puts other elements and words into the text, and the way is found again', async ({ page, eventPage }) => {
  const { theme, words, quoting } = wordsOf(eventPage);
  await eventPage.store([quotingEntry(eventPage, theme.theme.id, 'On these words', { exact: words, prefix: '', suffix: '' })]);
  await eventPage.open();
  await expect.poll(() => quoting.highlighted()).toEqual([words]);
  // As a translation does: each text in elements of its own, and then in other words.
  const write = (isMirrored: boolean) =>
    quoting.text.evaluate((place, isMirrored) => {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = isMirrored ? [...text.data].reverse().join('') : text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    }, isMirrored);
  const note = theme.note('On these words');
  await write(false);
  await note.item.getByRole('button', { name: 'Show in the text', exact: true }).click();
  await expect.poll(() => quoting.highlighted('marginalia-shown')).toEqual([words]);
  expect(await quoting.highlighted()).toEqual([words]);
  await write(true);
  await quoting.text.click({ position: { x: 2, y: 2 } });
  await expect(note.item).toContainText('No longer in the text.');
  expect(await quoting.highlighted()).toEqual([]);
  await write(true);
  await quoting.text.click({ position: { x: 2, y: 2 } });
  await expect(note.item).not.toContainText('No longer in the text.');
  expect(await quoting.highlighted()).toEqual([words]);
  await quoting.clickOn(words);
  await expect(note.item).toBeFocused();
});

test('Every export carries it, and what is brought in has it again', async ({ page, eventPage }) => {
  await eventPage.open();
  const { theme, words, quoting } = wordsOf(eventPage);
  await quoting.addNote(words, 'My words');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['My words']);
  const [{ quote }] = await stored(eventPage);
  // A button that stands in the text is not text.
  await quoting.select(words);
  await expect(quoting.button).toBeVisible();
  const home = await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  const backup = await home.save('Backup (.ann)');
  const { notes } = readAnnotationSet(backup.text);
  expect(notes[0].selectors[0]).toMatchObject({ exact: words });
  expect(notes[0].selectors[1].end - notes[0].selectors[1].start).toBe(words.length);
  const webAnnotations = JSON.parse((await home.save('Web annotations (JSON-LD)')).text);
  expect((await expandAnnotations(webAnnotations))[0]).toMatchObject({ text: 'My words', selectors: ['TextQuoteSelector', 'TextPositionSelector'] });
  expect(webAnnotations[0].target.selector).toEqual(notes[0].selectors);
  expect(readHypothesis((await home.save('Hypothesis (JSON)')).text)[0]).toMatchObject({ text: 'My words', quotation: { exact: words } });
  expect(readTable((await home.save('Table (CSV)')).text)[0]).toMatchObject({ text: 'My words', quote: words });
  const markdown = await home.save('Markdown');
  expect(readMarkdown(markdown.text).quotations).toBe(1);
  expect(markdown.text).toContain(`> > ${words}\n>\n> My words\n`);
  await home.close();

  for (const file of [backup, markdown]) {
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(() => new Promise((resolve) => (indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => indexedDB.deleteDatabase(name!)))).then(resolve))));
    await page.goto('about:blank');
    await eventPage.open();
    await expect(theme.notes).toHaveCount(0);
    const bringIn = await new BringIn(page).open();
    await bringIn.bringIn(file);
    expect((await stored(eventPage)).map((note) => [note.text, note.quote])).toEqual([['My words', quote]]);
    await bringIn.close();
    await expect(theme.onlyNote.item.getByRole('blockquote')).toHaveText(words);
    await expect.poll(() => quoting.highlighted()).toEqual([words]);
  }
});
