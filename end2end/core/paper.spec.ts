// What is printed, where engines differ: margins, columns, headings, and what is still being written.

import { manyNotes } from '../records.mjs';
import { expect, test } from './fixtures';
import { Paper, solid } from './paper';

/** An inch, in points. The smallest margin is that which WebKit's printing has by itself. */
const INCH = 72;
const SMALLEST_MARGIN = 0.2 * INCH;

/** A text without the numbers of sources, ligatures and hyphens that only stand on paper. */
const readable = (text: string) => text.normalize('NFKC').replace(/[\d,-]/g, '');

test('Text has a margin, and notes stand under the text of their theme however wide the window is', async ({ page }) => {
  await page.open();
  await page.tab.resize(1500, 900);
  await page.theme(0).add('a note that begins where the text does');
  await page.stores(['a note that begins where the text does']);
  const paper = await Paper.read(await page.tab.print());
  const text = page.outline[0].text[0].split(' ').slice(0, 4).join(' ');
  const start = paper.startOf(text);
  expect(start, 'the margin').toBeGreaterThan(SMALLEST_MARGIN);
  const note = paper.startOf('a note that begins where the text does');
  expect(Math.abs(note - start), 'how far the note is from the column of the text').toBeLessThan(0.5 * INCH);
});

test('A draft and a note that is being edited are printed whole', async ({ page }) => {
  await page.open();
  const lines = (name: string) => Array.from({ length: 25 }, (_, line) => `${name} ${line}.`);
  await page.theme(0).add('short');
  await page.theme(0).edit('short');
  await page.theme(0).editor.fill(lines('edited').join('\n'));
  await page.theme(2).newNote.type(lines('begun').join('\n'));
  // A browser that is driven may print without telling the page before.
  await page.storesDraft(page.outline[2], lines('begun').join('\n'));
  const { text } = await Paper.read(await page.tab.print());
  for (const line of [...lines('edited'), 'Draft', ...lines('begun')]) expect(text).toContain(solid(line));
  expect(text, 'once').not.toMatch(/edited24.*edited24/);
});

test('No heading is left alone at the foot of a page, and no text is lost between pages', async ({ page, event }) => {
  const headings = [
    ...page.outline.map((theme) => theme.title),
    ...event.parts.map((part) => part.title),
    'Notes',
    'Themes',
    'Sources',
    'To cite in Chicago style',
  ].map(solid);
  const texts = [
    ...event.summary.map(({ text }) => text),
    ...event.occasions.flatMap(({ title, text }) => [title, text]),
    ...event.people.map(({ name }) => name),
    ...page.outline.flatMap(({ title, text }) => [title, ...text]),
    ...event.quotations.map(({ text }) => text),
    ...event.sources.map(({ title }) => title),
  ].map(solid);
  const themes = page.outline.map((theme) => theme.id);
  // Each number of notes moves what follows by another bit.
  for (const count of [3, 10, 17, 24]) {
    await page.store(manyNotes(event.id, themes, count));
    await page.open();
    await page.myNotes.says(`${count} notes`);
    const paper = await Paper.read(await page.tab.print());
    const printed = readable(paper.text);
    for (const text of texts) expect(printed, `all text with ${count} notes`).toContain(readable(text));
    const { lines } = paper;
    for (const [place, line] of lines.entries()) {
      const isLast = place + 1 < lines.length && lines[place + 1].page !== line.page;
      const isNumber = /^\d+\/\d+$/.test(solid(line.text));
      const last = isNumber ? lines[place - 1] : line;
      if (isLast) expect(headings, `the foot of page ${line.page + 1} with ${count} notes`).not.toContain(solid(last.text));
    }
  }
});
