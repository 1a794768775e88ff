// Texts of all scripts, keys of all keyboards, and what is told apart by how an engine draws it.

import { noteEntry } from '../records.mjs';
import { evaluate } from './found';
import { expect, test } from './fixtures';

/** Presses a key as a part of a composition, in one of the two ways in which browsers tell of it. */
const composed = (element: Element, { key, isTold }: { key: string; isTold: boolean }) => {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: key === 'Enter', isComposing: isTold, bubbles: true, cancelable: true });
  if (!isTold) Object.defineProperty(event, 'keyCode', { value: 229 });
  return element.dispatchEvent(event);
};

test('Keys of a composition are the keyboard’s', async ({ page }) => {
  await page.open();
  const theme = page.theme(0);
  await theme.add('日本');
  await theme.edit('日本');
  await theme.editor.enter();
  for (const isTold of [true, false]) {
    for (const key of ['Escape', 'Enter']) {
      expect(await theme.editor.ask(composed, { key, isTold }), 'the browser does what it does').toBe(true);
      await theme.editor.isThere();
      expect(await theme.newNote.ask(composed, { key, isTold })).toBe(true);
      await theme.notes.has(1);
    }
  }
  await page.tab.press('Escape');
  await theme.editor.isGone();
});

test('Words begin on their own side, in boxes, in the search and line by line in notes', async ({ page, event }) => {
  const [latin, hebrew] = ['A first recommendation', 'המלצה ראשונה'];
  const text = `${latin}\n${hebrew}`;
  await page.store([noteEntry(event.id, { theme: page.outline[0].id, text, number: 1 })]);
  await page.open();
  const direction = (box: Element) => getComputedStyle(box).direction;
  const { newNote } = page.theme(0);
  for (const [words, expected] of [[hebrew, 'rtl'], [latin, 'ltr']]) {
    await newNote.fill(words);
    await page.search.fill(words);
    expect(await newNote.ask(direction), words).toBe(expected);
    expect(await page.search.ask(direction), words).toBe(expected);
  }
  const ends = await page.theme(0).note(latin).by('.note__text').ask((place, words) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.textContent!.indexOf(words as string);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + (words as string).length);
      const [line, around] = [range.getBoundingClientRect(), place.getBoundingClientRect()];
      return { start: line.left - around.left, end: around.right - line.right };
    }
    throw new Error('not shown');
  }, hebrew);
  expect(ends.end, 'at the right').toBeLessThan(2);
  expect(ends.start).toBeGreaterThan(10);
});

test('Shortcuts are found by their place on a keyboard without Latin letters', async ({ page }) => {
  await page.open();
  const press = (key: string, code: string) =>
    evaluate(
      page.tab,
      (event) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, bubbles: true, cancelable: true })),
      { key, code },
    );
  expect(await press('т', 'KeyN')).toBe(true);
  await expect.poll(() => page.theme(0).newNote.hasFocus()).toBe(true);
  expect(await press('ж', 'Semicolon')).toBe(false);
});

test('Quoted words are underlined', async ({ page, reader }) => {
  await page.open();
  const theme = page.theme(3);
  const words = theme.theme.text[0].split(' ').slice(0, 3).join(' ');
  await theme.region.by('.theme__text').select(words);
  await page.button('Quote in a note').click();
  await page.tab.type('Why?');
  await theme.done.click();
  await evaluate(page.tab, () => getSelection()!.removeAllRanges());
  // Where the words are, in pixels of a picture.
  const box = await theme.region.by('.theme__text').ask(async (text, words) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (!walker.nextNode()!.textContent!.includes(words as string));
    walker.currentNode.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    const range = document.createRange();
    range.setStart(walker.currentNode, 0);
    range.setEnd(walker.currentNode, (words as string).length);
    const { left, top, width, height } = range.getClientRects()[0];
    return { left, top, width, height, accent: getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() };
  }, words);
  const picture = Buffer.from(await page.tab.picture()).toString('base64');
  // Looked at by a page without our policy, which can draw it.
  const neighbour = await reader.neighbour();
  const coloured = await evaluate(
    neighbour.tab,
    async ({ picture, box }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(box.width);
      canvas.height = Math.ceil(box.height) + 4;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, -Math.floor(box.left), -Math.floor(box.top));
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(box.accent.slice(start, start + 2), 16));
      let count = 0;
      for (let place = 0; place < data.length; place += 4) {
        const off = Math.abs(data[place] - red) + Math.abs(data[place + 1] - green) + Math.abs(data[place + 2] - blue);
        if (off < 30) count += 1;
      }
      return count;
    },
    { picture, box },
  );
  expect(coloured, 'pixels in the colour of the line, of two rows').toBeGreaterThan(box.width);
});

test('What the table of contents led to is marked in a high window', async ({ page }) => {
  await page.open();
  await page.tab.resize(1280, 1080);
  const marked = () => page.find('navigation', 'Themes').by('a[aria-current]').texts();
  for (const theme of page.outline) {
    await page.find('navigation', 'Themes').find('link').containing(theme.title).click();
    await expect.poll(() => page.theme(page.outline.indexOf(theme)).region.hasFocus()).toBe(true);
    // In frames of the page, until it no longer scrolls.
    await evaluate(page.tab, async () => {
      for (let still = 0, last = -1; still < 10; last = scrollY) {
        await new Promise(requestAnimationFrame);
        still = scrollY === last ? still + 1 : 0;
      }
    });
    expect(await marked()).toEqual([expect.stringContaining(theme.title)]);
  }
});

test('Without a secure connection all notes are copied nevertheless', async ({ page }) => {
  await page.open();
  await page.theme(0).add('Over plain http');
  // As such a page has it.
  await evaluate(page.tab, () => void Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.button('Copy all my notes').click();
  await page.status.says('Copied.');
  const box = page.theme(5).newNote;
  await box.enter();
  await page.tab.press('Control+v');
  await expect.poll(() => box.value()).toContain('Over plain http');
});
