// Notes are shown as the little of Markdown in them means, and all else exactly as it was typed.

import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { withoutMarkdown } from '../pages/annotating';

/** Where a note's text is shown, in a theme's list or under My notes. */
const shown = (eventPage: EventPage) => eventPage.theme(0).onlyNote.item.locator('.note__text');
const shownBelow = (eventPage: EventPage) => eventPage.myNotes.region.locator('.my-notes__text');

test('Strong words, lists, quotations and links are shown as such, here and under My notes', async ({ eventPage }) => {
  await eventPage.open();
  const text = '**Strong** and *soft*:\n- one\n- two\n\n1. first\n2. second\n\n> quoted\nmine, see https://example.org/a_b.';
  await eventPage.theme(0).add(text);
  for (const place of [shown(eventPage), shownBelow(eventPage)]) {
    await expect(place.locator('strong')).toHaveText('Strong');
    await expect(place.locator('em')).toHaveText('soft');
    await expect(place.getByRole('listitem')).toHaveText(['one', 'two', 'first', 'second']);
    await expect(place.getByRole('blockquote')).toHaveText('quoted');
    await expect(place.getByRole('link')).toHaveAttribute('href', 'https://example.org/a_b');
    await expect(place, 'the signs are not shown').not.toContainText('*');
    await place.scrollIntoViewIfNeeded();
    const lines = await place.evaluate((it) => (it as HTMLElement).innerText.replace(/\n+/g, '\n'));
    expect(lines).toBe('Strong and soft:\none\ntwo\nfirst\nsecond\nquoted\nmine, see https://example.org/a_b.');
    const [one, two] = await place.getByRole('listitem').evaluateAll((items) =>
      items.map((item) => item.getBoundingClientRect().top),
    );
    const lineHeight = await place.evaluate((it) => Number.parseFloat(getComputedStyle(it).lineHeight));
    expect(two - one, 'no line is left empty between items').toBeLessThan(1.5 * lineHeight);
  }
  await expect.poll(() => eventPage.storedTexts()).toEqual([text]);
});

test('A note without any of that is left exactly as it was typed', async ({ page, eventPage }) => {
  await eventPage.open();
  const text = '# No heading\n\n\n    no code,  `nor` this\n---\n\\* &amp; ![no](picture) [no](javascript:x) <b>no</b>';
  await eventPage.theme(0).add(text);
  // The program that renders is there once it has rendered another.
  await eventPage.theme(1).add('**rendered**');
  await expect(eventPage.theme(1).onlyNote.item.locator('strong')).toHaveCount(1);
  for (const place of [shown(eventPage), shownBelow(eventPage).filter({ hasText: 'No heading' })]) {
    // What is far from the window is not laid out.
    await place.scrollIntoViewIfNeeded();
    expect(await place.evaluate((it) => it.textContent)).toBe(text);
    await expect.poll(() => place.evaluate((it) => (it as HTMLElement).innerText), 'with its lines and spaces').toBe(text);
    await expect(place.locator('*')).toHaveCount(0);
  }
  await expect(eventPage.theme(0).onlyNote.showSource).toHaveCount(0);
  await expect(page.locator('.note__text img, .note__text h1, .note__text code')).toHaveCount(0);
});

test('What is no Markdown here stays as typed beside what is', async ({ eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('**a** &lt;b&gt; \\* `c`\n  two  spaces');
  await expect(shown(eventPage).locator('strong')).toHaveText('a');
  expect(await shown(eventPage).evaluate((it) => (it as HTMLElement).innerText.trimEnd())).toBe('a &lt;b&gt; \\* `c`\n  two  spaces');
});

test('A button shows how a note was typed, and back', async ({ eventPage }) => {
  await eventPage.open();
  const text = '- one\n- **two**';
  await eventPage.theme(0).add(text);
  const note = eventPage.theme(0).onlyNote;
  await expect(shown(eventPage).locator('strong')).toHaveText('two');
  await note.showSource.focus();
  await note.showSource.press('Enter');
  expect(await shown(eventPage).evaluate((it) => (it as HTMLElement).innerText)).toBe(text);
  await expect(note.showFormatted, 'it is the same button').toBeFocused();
  await note.showFormatted.press('Enter');
  await expect(shown(eventPage).locator('strong')).toHaveText('two');
  await expect(note.showSource).toBeFocused();
});

test('A note that was edited is shown as it means, whatever was chosen before', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('**before**');
  await theme.onlyNote.showSource.click();
  await theme.onlyNote.edit();
  await expect(theme.editor, 'what is edited is what was typed').toHaveValue('**before**');
  await theme.editor.fill('**after**');
  await theme.done.click();
  await expect(shown(eventPage).locator('strong')).toHaveText('after');
  await expect(shownBelow(eventPage).locator('strong')).toHaveText('after');
  await theme.onlyNote.edit();
  await theme.editor.fill('plain');
  await theme.done.click();
  await expect(shown(eventPage)).toHaveText('plain');
  await expect(theme.onlyNote.showSource).toHaveCount(0);
});

test('What another tab writes is rendered too', async ({ eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('**first**');
  const other = await eventPage.secondTab();
  await other.theme(0).onlyNote.edit();
  await other.theme(0).editor.fill('*second*');
  await other.theme(0).done.click();
  await expect(shown(eventPage).locator('em')).toHaveText('second');
});

test('A search marks what it found in the text as it was typed', async ({ eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('a **strong** word');
  await expect(shownBelow(eventPage).locator('strong')).toHaveCount(1);
  await eventPage.myNotes.search.fill('strong');
  await expect(eventPage.myNotes.hits).toHaveText(['strong']);
  await expect(shownBelow(eventPage)).toHaveText('a **strong** word');
  await eventPage.myNotes.search.fill('');
  await expect(shownBelow(eventPage).locator('strong')).toHaveCount(1);
});

test('Each paragraph and item begins on the side of its words', async ({ eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('left\n\n**שלום** עולם\n\n- one\n- مرحبا');
  const direction = (text: string) =>
    shown(eventPage).locator('p').filter({ hasText: text }).evaluate((it) => getComputedStyle(it).direction);
  await expect(shown(eventPage).locator('strong')).toHaveCount(1);
  expect(await Promise.all(['left', 'שלום', 'one', 'مرحبا'].map(direction))).toEqual(['ltr', 'rtl', 'ltr', 'rtl']);
});

test('Without the program that renders, notes are shown as they were typed', async ({ page, eventPage, consoleOutput }) => {
  await withoutMarkdown(page, consoleOutput);
  await eventPage.open();
  await eventPage.theme(0).add('**a**\n- b');
  expect(await shown(eventPage).evaluate((it) => (it as HTMLElement).innerText)).toBe('**a**\n- b');
});
