// Notes leave the page and come back: by real files, the clipboard and paper.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { readAnnotationSet, readMarkdown } from '../readers/formats.mjs';
import { noteEntry } from '../records.mjs';
import { evaluate, type Found } from './found';
import { expect, test } from './fixtures';
import type { EventPage } from './page';

const NASTY = '### Early action\n> a quotation\n<!-- note --> 😀 שלום\n=1+1';

async function openExport(page: EventPage): Promise<Found> {
  await page.button('Export…').click();
  const dialog = page.find('dialog');
  await dialog.find('button', 'Backup (.ann)').isThere();
  return dialog;
}

/** Removes all that the page keeps in this browser, and opens the page anew. */
async function openWithNothing(page: EventPage): Promise<void> {
  await page.tab.open(`${page.url}neighbour.html`);
  await evaluate(page.tab, async () => {
    localStorage.clear();
    const remove = (name: string) =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = done;
        request.onerror = failed;
      });
    for (const { name } of await indexedDB.databases()) await remove(name!);
  });
  await page.open();
}

test('A backup is a file on the disk, and brings everything back into an empty browser', async ({ page, reader }) => {
  await page.open();
  await page.theme(0).add('First, with a list:\n- one\n- two');
  await page.theme(0).add(NASTY);
  await page.theme(3).add('On another theme, **strong**');
  await page.theme(4).newNote.type('A draft');
  await page.storesDraft(page.outline[4], 'A draft');
  const notes = await page.stored('note');

  const dialog = await openExport(page);
  const backup = await reader.download(() => dialog.find('button', 'Backup (.ann)').click());
  expect(backup.name).toMatch(/^[a-z0-9-]+\.ann$/);
  expect(readAnnotationSet(backup.text).set.items).toHaveLength(3);

  await openWithNothing(page);
  await page.theme(0).notes.has(0);
  await page.button('Import…').click();
  const bringIn = page.find('dialog', 'Bring notes in');
  await bringIn.by('input[type="file"]').choose(backup.path);
  await bringIn.says('3 notes are added.');
  expect(await page.stored('note'), 'nothing is changed before the reader says so').toEqual({});
  await bringIn.find('button', 'Bring them in').click();
  await bringIn.find('status').says('3 notes');
  await bringIn.find('button', 'Close').click();
  await page.theme(0).notes.has(2);
  await page.theme(4).newNote.holds('A draft');
  expect(await page.stored('note')).toEqual(notes);
});

test('Each form is saved as a file', async ({ page, reader }) => {
  await page.open();
  await page.theme(0).add('To take home');
  const dialog = await openExport(page);
  const forms = ['Markdown', 'Hypothesis (JSON)', 'Web annotations (JSON-LD)', 'Table (CSV)'];
  for (const form of forms) {
    const file = await reader.download(() => dialog.find('button', form).click());
    expect(file.text, form).toContain('To take home');
    await dialog.find('status').says(file.name);
    if (form === 'Markdown') expect(readMarkdown(file.text).front.title).toBe(page.event.title);
  }
});

test('All notes are on the clipboard after the first press, and can be pasted', async ({ page }) => {
  await page.open();
  await page.theme(0).add('To be copied');
  await page.theme(1).newNote.type('a draft');
  await page.button('Copy all my notes').click();
  await page.status.says('Copied.');
  const box = page.theme(5).newNote;
  await box.enter();
  await page.tab.press('Control+v');
  await expect.poll(() => box.value()).toContain('To be copied');
  expect(await box.value()).toContain('a draft');
});

test('Notes of an earlier visit are on the clipboard after the very first press', async ({ page, event }) => {
  await page.store([noteEntry(event.id, { theme: page.outline[0].id, text: 'From an earlier visit', number: 1 })]);
  await page.open();
  await page.button('Copy all my notes').click();
  await page.status.says('Copied.');
  const box = page.theme(5).newNote;
  await box.enter();
  await page.tab.press('Control+v');
  await expect.poll(() => box.value()).toContain('From an earlier visit');
});

test('On paper stands the event with the notes, and no controls', async ({ page }) => {
  await page.open();
  await page.theme(0).add('Ask about the mandate.');
  await page.theme(2).add('To raise:\n– who holds the mandate\n– by when');
  await page.theme(4).summary.click();
  const text = await printed(await page.tab.print());
  for (const words of [page.event.title, page.outline[4].text[0], 'Ask about the mandate.', '– who holds the mandate']) {
    expect(text).toContain(solid(words));
  }
  for (const control of ['Add note', 'Edit note', 'Search notes', 'Export…']) expect(text).not.toContain(solid(control));
});

/** A text without its blanks: a PDF knows glyphs and places. */
const solid = (text: string) => text.replace(/\s+/g, '');

/** All the words of a PDF, without blanks. */
async function printed(data: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0, useSystemFonts: true }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await pdf.destroy();
  return solid(text);
}
