// The brief to take home: what “Print” and “Save as PDF” make of the page, read back from the PDF.

import { type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { type Event } from '../event';
import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { manyNotes, noteEntry } from '../records.mjs';

const SHORT = 'Ask about the mandate.';
const LIST = 'To raise in Vienna:\n– who holds the mandate\n– which budget line\n– by when';
const RIGHT_TO_LEFT = 'להזכיר את הממשלה';
const EMOJI = 'Promising 🌍 follow up';
const ON_CLOSED = 'Written before the theme was closed';
const LOST = 'On a theme that is gone';
const DRAFT = ['A draft that was never added', 'in two lines'];
const LONG = Array.from({ length: 70 }, (_, line) => `long-${line} as near as it could be written down`);

/** The margins of a page which hold its running title and its number, in points. */
const HEAD = 60;
const FOOT = 60;

/** What no printed page may say. */
const CONTROLS = [
  'Edit note',
  'Delete note',
  'Add note',
  'Write a note on this theme',
  'Search notes',
  'My notes',
  'Go to theme',
  'Move to theme',
  'Share note',
  'Export or share',
  'Storage',
  'Recently deleted',
  'Skip to the content',
  'Your notes stay in this browser',
];

/** A text without its blanks: a PDF knows glyphs and places, and where a line ends by itself no blank. */
const solid = (text: string) => text.replace(/\s+/g, '');

interface Line {
  text: string;
  /** How far the lowest of it stands from the foot of its page. */
  height: number;
}

/** The printed pages, each as the lines that stand on it. */
class Brief {
  constructor(
    readonly pages: Line[][],
    readonly size: { width: number; height: number },
  ) {}

  /** The text of a page without blanks. */
  page(number: number): string {
    return solid(this.pages[number].map((line) => line.text).join(''));
  }

  /** All that stands between the running titles and the page numbers, without blanks. */
  get text(): string {
    const inside = this.pages.flatMap((lines) =>
      lines.filter((line) => line.height > FOOT && line.height < this.size.height - HEAD),
    );
    return solid(inside.map((line) => line.text).join(''));
  }

  /** The lines of the whole brief. */
  get lines(): string[] {
    return this.pages.flat().map((line) => line.text.trim());
  }

  /** The numbers of the pages on which a text stands whole. */
  pagesWith(text: string): number[] {
    return this.pages.map((_, number) => number).filter((number) => this.page(number).includes(solid(text)));
  }

  /** Fails unless these texts stand in the brief in this order. */
  expectInOrder(texts: string[]): void {
    let place = 0;
    for (const text of texts) {
      const found = this.text.indexOf(solid(text), place);
      expect(found, `“${text}” after what stands before it`).toBeGreaterThanOrEqual(0);
      place = found + solid(text).length;
    }
  }
}

/** Prints the page and reads what is on the paper. */
async function print(page: Page, options: Parameters<Page['pdf']>[0] = {}): Promise<Brief> {
  const data = new Uint8Array(await page.pdf({ ...(options?.width ? {} : { format: 'A4' }), ...options }));
  const pdf = await getDocument({ data, verbosity: 0, useSystemFonts: true }).promise;
  const pages: Line[][] = [];
  let size = { width: 0, height: 0 };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    size = { width, height };
    const { items } = await sheet.getTextContent();
    const lines: Line[] = [];
    let begins = true;
    for (const item of items) {
      if (!('str' in item)) continue;
      if (begins) lines.push({ text: '', height: item.transform[5] });
      const line = lines.at(-1)!;
      line.text += item.str;
      if (item.str.trim() !== '') line.height = Math.min(line.height, item.transform[5]);
      begins = item.hasEOL;
    }
    pages.push(lines);
  }
  await pdf.destroy();
  for (const lines of pages) {
    const below = lines.filter((line) => line.height < FOOT && line.text.trim() !== '');
    expect(below.map((line) => line.text.replace(/\d+/g, 'n')), 'what stands at the foot').toEqual(['n / n']);
  }
  return new Brief(pages, size);
}

/** Writes notes of all kinds, as a reader would, and closes a theme. */
async function writeNotes(eventPage: EventPage, event: Event): Promise<void> {
  await eventPage.store([noteEntry(event.id, { theme: 'a-theme-of-old', text: LOST })]);
  await eventPage.open();
  await eventPage.theme(0).add(SHORT);
  await eventPage.theme(0).add(LIST);
  await eventPage.theme(1).add(RIGHT_TO_LEFT);
  await eventPage.theme(1).add(EMOJI);
  await eventPage.theme(2).add(ON_CLOSED);
  await eventPage.theme(2).summary.click();
  await expect(eventPage.theme(2).body).toBeHidden();
  await eventPage.theme(3).add(LONG.join('\n'));
}

test('The brief has the event and the notes, each under its theme', async ({ page, eventPage, event }) => {
  await writeNotes(eventPage, event);
  await eventPage.theme(4).newNote.fill(DRAFT.join('\n'));
  const brief = await print(page);
  const on = (place: number) => [eventPage.outline[place].title, ...eventPage.outline[place].text];
  brief.expectInOrder([
    event.topic,
    event.title,
    event.place,
    ...event.organizers.map((organizer) => organizer.name),
    ...event.summary.map((paragraph) => paragraph.text),
    ...event.occasions.flatMap((occasion) => [occasion.title, occasion.text]),
    ...event.people.flatMap((person) => [person.name, person.affiliation]),
    ...on(0),
    SHORT,
    ...on(1),
    ...on(2),
    ON_CLOSED,
    ...on(3),
    ...LONG,
    ...on(4),
    'Draft',
    ...DRAFT,
    LOST,
    ...event.sources.flatMap((source) => [source.title, source.url]),
  ]);
  for (const text of [SHORT, ON_CLOSED, LOST, 'Promising']) {
    expect(brief.text.split(solid(text)), `“${text}” is printed once`).toHaveLength(2);
  }
  for (const quotation of event.quotations) expect(brief.text).toContain(solid(quotation.text));
  expect(brief.lines, 'line breaks are kept').toEqual(expect.arrayContaining(LIST.split('\n')));
  // The sign itself needs a font that has it, which not every machine has.
  brief.expectInOrder(['Promising', 'follow up']);
  // Programs that read PDF give right-to-left letters and words in either order.
  for (const word of RIGHT_TO_LEFT.split(' ')) {
    const either = [word, [...word].reverse().join('')];
    expect(either.some((word) => brief.text.includes(word)), `“${word}”`).toBe(true);
  }
  for (const time of await eventPage.theme(0).notes.locator('time').allTextContents()) {
    expect(brief.text, 'the times of notes').toContain(solid(time));
  }
  for (const words of CONTROLS) {
    expect(brief.text, `without “${words}”`).not.toContain(solid(words));
  }
});

test('A long draft and a long note that is being edited are printed whole', async ({ page, eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('short');
  await eventPage.theme(0).onlyNote.edit();
  await eventPage.theme(0).editor.fill(LONG.join('\n'));
  await eventPage.theme(1).newNote.fill(LONG.join('\n'));
  const brief = await print(page);
  brief.expectInOrder([eventPage.outline[0].title, ...LONG, eventPage.outline[1].title, 'Draft', ...LONG]);
  // No word of it where there is none.
  await eventPage.theme(1).newNote.fill('');
  expect((await print(page)).text).not.toContain('Draft');
});

test('Every page has its number, and every page but the first the running title', async ({ page, eventPage, event }) => {
  await writeNotes(eventPage, event);
  const brief = await print(page);
  const count = brief.pages.length;
  expect(count).toBeGreaterThan(3);
  for (const number of brief.pages.keys()) {
    expect(brief.page(number)).toContain(`${number + 1}/${count}`);
    const titles = brief.page(number).split(solid(event.title)).length - 1;
    // The first page has the title itself; the last may have it among the sources as well.
    if (number === 0) expect(titles).toBe(1);
    else expect(brief.page(number).startsWith(solid(event.title)), `page ${number + 1}`).toBe(true);
  }
});

for (const paper of [
  { format: 'A4' },
  { format: 'Letter' },
  { format: 'A4', landscape: true },
]) {
  test(`No note is cut in two on ${paper.format}${paper.landscape ? ' across' : ''}`, async ({ page, eventPage, event }) => {
    const themes = eventPage.outline.map((theme) => theme.id);
    const tall = Array.from({ length: 14 }, (_, number) =>
      noteEntry(event.id, {
        theme: themes[number % themes.length],
        text: Array.from({ length: 5 + number }, (_, line) => `tall-${number}-${line}.`).join('\n'),
        number: 500 + number,
      }),
    );
    const many = manyNotes(event.id, themes, 80);
    await eventPage.store([...many, ...tall]);
    await eventPage.open();
    await eventPage.myNotes.saysTotal(many.length + tall.length);
    const brief = await print(page, paper);
    for (const { value } of [...many, ...tall]) {
      const { text } = JSON.parse(value) as { text: string };
      expect(brief.pagesWith(text), `the page of “${text}”`).toHaveLength(1);
    }
  });
}

test('No number of a source is left on the page before its line', async ({ page, eventPage, event }) => {
  await eventPage.open();
  // Line by line, the first lines of pages become others.
  for (let height = 10; height < 14; height += 0.5) {
    const brief = await print(page, { width: '8.5in', height: `${height}in` });
    brief.expectInOrder(event.people.map((person) => person.affiliation));
  }
});

test('No heading is left alone at the foot of a page', async ({ page, eventPage, event }) => {
  const themes = eventPage.outline.map((theme) => theme.id);
  const headings = [
    ...eventPage.outline.map((theme) => theme.title),
    ...event.parts.map((part) => part.title),
    'Notes',
    'Themes',
    'Sources',
  ].map(solid);
  // Each number of notes moves what follows by another bit.
  for (const count of [3, 10, 17, 24, 31]) {
    await eventPage.store(manyNotes(event.id, themes, count));
    await eventPage.open();
    await eventPage.myNotes.saysTotal(count);
    const brief = await print(page);
    for (const lines of brief.pages) {
      const last = lines.filter((line) => line.height > FOOT && line.text.trim() !== '').at(-1)!;
      expect(headings, `${count} notes`).not.toContain(solid(last.text));
    }
  }
});

test('Themes without notes are left out where that is asked for', async ({ page, eventPage, event }) => {
  await eventPage.open();
  const [part] = event.parts;
  const inFirstPart = event.themes.filter((theme) => theme.part === part.id).length;
  await eventPage.theme(0).add(SHORT);
  await page.evaluate(() => document.documentElement.setAttribute('data-print', 'noted'));
  const brief = await print(page);
  brief.expectInOrder([event.summary[0].text, part.title, eventPage.outline[0].title, SHORT, event.sources[0].url]);
  for (const theme of eventPage.outline.slice(1)) expect(brief.text).not.toContain(solid(theme.text[0]));
  for (const other of event.parts.slice(1)) expect(brief.text).not.toContain(solid(other.title));
  // A note in the second part brings that part back, and nothing else.
  await eventPage.theme(inFirstPart).add(EMOJI);
  const both = await print(page);
  both.expectInOrder([SHORT, event.parts[1].title, eventPage.outline[inFirstPart].title, 'Promising']);
  expect(both.text).not.toContain(solid(eventPage.outline[1].text[0]));
  // So does a draft.
  await eventPage.theme(inFirstPart - 1).newNote.fill('only begun');
  (await print(page)).expectInOrder([SHORT, eventPage.outline[inFirstPart - 1].title, 'only begun', 'Promising']);
  // And with the option gone everything is there again.
  await page.evaluate(() => document.documentElement.removeAttribute('data-print'));
  (await print(page)).expectInOrder(eventPage.outline.map((theme) => theme.text[0]));
});

test('A search and an open editor take nothing away from the brief', async ({ page, eventPage, event }) => {
  await eventPage.store([noteEntry(event.id, { theme: 'a-theme-of-old', text: LOST })]);
  await eventPage.open();
  await eventPage.theme(0).add(SHORT);
  await eventPage.theme(1).add(LIST);
  await eventPage.myNotes.search.fill('nothing has these words');
  await eventPage.myNotes.saysFound(0, 3);
  await eventPage.theme(1).onlyNote.edit();
  const brief = await print(page);
  brief.expectInOrder([SHORT, ...LIST.split('\n'), LOST]);
  expect(brief.text).not.toContain('Done');
});

test('The brief is black on white for readers of dark pages too', async ({ page, eventPage, event }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await writeNotes(eventPage, event);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (node.textContent!.trim() === '' || element.getClientRects().length === 0) continue;
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        const { color, backgroundColor } = getComputedStyle(around);
        if (around === element) found.add(`ink ${color}`);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') found.add(`paper ${backgroundColor}`);
      }
    }
    return [...found].sort();
  });
  expect(colours).toEqual(['ink rgb(0, 0, 0)', 'paper rgb(255, 255, 255)']);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
});

test('Older browsers get closed themes opened while they print, and just those closed again', async ({ page, eventPage }) => {
  await eventPage.open();
  const [closed, open] = [eventPage.theme(1), eventPage.theme(2)];
  await closed.summary.click();
  await expect(closed.body).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new window.Event('beforeprint')));
  await expect(closed.body).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new window.Event('afterprint')));
  await expect(closed.body).toBeHidden();
  await expect(open.body).toBeVisible();
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('closed themes are printed as well, and notes are not mentioned', async ({ page, eventPage }) => {
    await page.goto('./');
    const closed = eventPage.theme(1);
    await closed.summary.click();
    await expect(closed.body).toBeHidden();
    const brief = await print(page);
    brief.expectInOrder([closed.theme.title, ...closed.theme.text, eventPage.outline[2].title]);
    expect(brief.text).not.toMatch(/Notes/);
  });
});
