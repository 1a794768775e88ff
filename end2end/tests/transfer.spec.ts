// Notes leave the page in every form, and come back: by real files, the real clipboard, the real
// file chooser, and links.

import { writeFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { BringIn, TakeHome, Visit } from '../pages/transfer';
import {
  expandAnnotations,
  readAnnotationSet,
  readHypothesis,
  readMarkdown,
  readTable,
  readWebAnnotations,
} from '../readers/formats.mjs';

const NASTY = '### Early action\n> a quotation\n<!-- note --> 😀 שלום\n=1+1';

const exportButton = (page: Page) => page.getByRole('button', { name: 'Export…', exact: true });

/** Three notes on two themes, a draft, and a deleted note. */
async function write(eventPage: EventPage): Promise<void> {
  await eventPage.theme(0).add('First, with a list:\n- one\n- two');
  await eventPage.theme(0).add(NASTY);
  await eventPage.theme(3).add('On another theme, **strong**');
  await eventPage.theme(3).add('Deleted again');
  await eventPage.theme(3).note('Deleted again').delete();
  await eventPage.theme(4).newNote.fill('A draft');
  await expect.poll(() => eventPage.storedValue(eventPage.draftKey(eventPage.outline[4]))).not.toBeNull();
}

/** What the event's keys hold, but for when the last backup was taken. */
async function storedNotebook(eventPage: EventPage): Promise<Record<string, string>> {
  const stored = await eventPage.stored();
  delete stored[`marginalia/${eventPage.event.id}/backup`];
  return stored;
}

test('The backup brings everything back into an empty profile, and a second time changes nothing', async ({ page, eventPage }) => {
  await eventPage.open();
  await write(eventPage);
  const before = await storedNotebook(eventPage);
  const home = await new TakeHome(page).openBy(exportButton(page));
  const backup = await home.save('Backup (.ann)');
  expect(backup.name).toMatch(/^[a-z0-9-]+\.ann$/);
  const { set } = readAnnotationSet(backup.text);
  expect(set.items).toHaveLength(3);
  expect([set.marginalia.drafts.length, set.marginalia.deleted.length]).toEqual([1, 1]);
  await home.close();

  await page.evaluate(() => localStorage.clear());
  await page.evaluate(() => new Promise((resolve) => (indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => indexedDB.deleteDatabase(name!)))).then(resolve))));
  await page.goto('about:blank');
  await eventPage.open();
  await eventPage.contentsTell(eventPage.outline[0], 0);
  const bringIn = await new BringIn(page).open();
  await bringIn.choose(backup);
  await expect(bringIn.lines).toHaveText(['3 notes are added.', '1 draft is added.', '1 note is added to “Recently deleted”.']);
  expect(await storedNotebook(eventPage), 'nothing is changed before the reader says so').toEqual({});
  await bringIn.button('Bring them in').click();
  await expect(bringIn.status).toContainText('3 notes');
  expect(await storedNotebook(eventPage)).toEqual(before);
  await bringIn.close();
  await expect(eventPage.theme(0).notes).toHaveCount(2);
  await expect(eventPage.theme(4).newNote).toHaveValue('A draft');
  await eventPage.myNotes.openDeleted(1);

  await bringIn.open();
  await bringIn.choose(backup);
  await expect(bringIn.lines).toHaveText(['5 texts are here already.']);
  await expect(bringIn.button('Bring them in')).toHaveCount(0);
});

test('What was brought in can be taken back in one step', async ({ page, eventPage }) => {
  await eventPage.open();
  await write(eventPage);
  const backup = await (await new TakeHome(page).openBy(exportButton(page))).save('Backup (.ann)');
  await page.keyboard.press('Escape');
  await eventPage.theme(0).note('First').delete();
  await eventPage.theme(3).note('On another').edit();
  await eventPage.theme(3).editor.fill('Changed meanwhile');
  await eventPage.theme(3).done.click();
  await expect(eventPage.theme(3).editor).toHaveCount(0);
  await expect.poll(async () => (await eventPage.storedTexts()).includes('Changed meanwhile')).toBe(true);
  const before = await storedNotebook(eventPage);

  const bringIn = await new BringIn(page).open();
  await bringIn.drop(backup);
  await expect(bringIn.lines).toHaveText([
    '1 note is added.',
    /^1 text is here with other words/,
    '3 texts are here already.',
  ]);
  await bringIn.button('Bring them in').click();
  await expect(eventPage.theme(0).notes).toHaveCount(2);
  await expect(eventPage.theme(3).conflictCopies).toHaveCount(1);
  await expect(eventPage.theme(3).note('Changed meanwhile').item).toHaveCount(1);
  await bringIn.button('Undo').click();
  await expect(bringIn.status).toContainText('Taken back');
  expect(await storedNotebook(eventPage)).toEqual(before);
  await bringIn.close();
  await expect(eventPage.theme(0).notes).toHaveCount(1);
  await expect(eventPage.theme(3).notes).toHaveCount(1);
  await expect(eventPage.alert).toBeEmpty();
});

test('Every form is read by a program that was not written here', async ({ page, eventPage }) => {
  await eventPage.open();
  await write(eventPage);
  const texts = (await eventPage.storedTexts()).sort();
  const home = await new TakeHome(page).openBy(exportButton(page));

  const markdown = await home.save('Markdown');
  const { front, headings } = readMarkdown(markdown.text);
  expect(front.title).toBe(eventPage.event.title);
  expect(headings.filter(({ level }) => level === 3).map(({ title }) => title)).toEqual(
    [0, 3, 4].map((place) => eventPage.outline[place].title),
  );
  expect(markdown.text).toContain(new URL(page.url()).origin);

  expect(readHypothesis((await home.save('Hypothesis (JSON)')).text).map((note) => note.text).sort()).toEqual(texts);
  const annotations = readWebAnnotations((await home.save('Web annotations (JSON-LD)')).text);
  expect(annotations.map((note) => note.text).sort()).toEqual(texts);
  for (const { selectors } of annotations) {
    // Where the selectors say, the theme's heading is in the page as it was built.
    const [{ exact }, { start, end }] = selectors;
    const found = await page.evaluate(
      async ([start, end]) => {
        const built = new DOMParser().parseFromString(await (await fetch('./')).text(), 'text/html');
        built.querySelectorAll('[data-reader], dialog, noscript, script, style, template').forEach((it) => it.remove());
        return [...built.body.textContent!].slice(start, end).join('');
      },
      [start, end] as const,
    );
    expect(found).toBe(exact);
    expect(eventPage.outline.map(({ title }) => title)).toContain(exact);
  }
  for (const { selectors } of await expandAnnotations(JSON.parse((await home.save('Web annotations (JSON-LD)')).text))) {
    expect(selectors).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
  }
  const tables: [string, string][] = [['Table (CSV)', ','], ['Table for Excel (semicolons)', ';']];
  for (const [form, sign] of tables) {
    const table = await home.save(form);
    expect(table.name, form).toMatch(/\.csv$/);
    expect(readTable(table.text, sign).map((row: { text: string }) => row.text).sort(), form).toEqual(texts);
  }
  await expect(home.status).toContainText('Saved as');
});

test('Markdown and Hypothesis exports come back in', async ({ page, eventPage }) => {
  await eventPage.open();
  await write(eventPage);
  const texts = (await eventPage.storedTexts()).sort();
  for (const form of ['Markdown', 'Hypothesis (JSON)']) {
    const home = await new TakeHome(page).openBy(exportButton(page));
    const file = await home.save(form);
    await home.close();
    for (const place of [0, 3]) {
      while ((await eventPage.theme(place).notes.count()) > 0) {
        const count = await eventPage.theme(place).notes.count();
        await eventPage.theme(place).notes.first().getByRole('button', { name: 'Delete note' }).click();
        await expect(eventPage.theme(place).notes).toHaveCount(count - 1);
      }
    }
    const bringIn = await new BringIn(page).open();
    await bringIn.bringIn(file);
    await bringIn.close();
    expect((await eventPage.storedTexts()).sort(), form).toEqual(texts);
    await bringIn.open();
    await bringIn.choose(file);
    await expect(bringIn.button('Bring them in')).toHaveCount(0);
    await bringIn.close();
  }
});

test('An export is known however the address of the page was written when it was made', async ({ page, eventPage }) => {
  await eventPage.open('?utm_source=newsletter');
  await eventPage.theme(0).add('Written where a link led');
  const home = await new TakeHome(page).openBy(exportButton(page));
  const files = [await home.save('Hypothesis (JSON)'), await home.save('Web annotations (JSON-LD)')];
  await home.close();
  await eventPage.theme(0).note('Written where a link led').delete();
  await expect(eventPage.theme(0).notes).toHaveCount(0);
  await eventPage.open();
  for (const file of files) {
    const bringIn = await new BringIn(page).open();
    await bringIn.choose(file);
    await expect(bringIn.lines).toHaveText(['1 note is added.']);
    await bringIn.close();
  }
});

/** An annotation as the client of Hypothesis exports it; with `words` it is on these. */
function annotation(uri: string, id: string, day: number, text: string, words?: string, references: string[] = []) {
  const created = `2026-02-0${day}T10:00:00.123456+00:00`;
  const selector = words && [
    { type: 'RangeSelector', startContainer: '/main[1]/p[1]', startOffset: 0, endContainer: '/main[1]/p[1]', endOffset: 9 },
    { type: 'TextPositionSelector', start: 4711, end: 4720 },
    { type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' },
  ];
  return {
    id, created, updated: created, user: 'acct:reader@hypothes.is', uri, text, tags: [], group: '__world__',
    permissions: { read: ['acct:reader@hypothes.is'] }, target: [{ source: uri, ...(selector && { selector }) }],
    links: {}, user_info: { display_name: null }, flagged: false, hidden: false, references,
  };
}

test('Notes that Hypothesis made on this page come in: on the themes whose words they quote, or on one that is chosen', async ({ page, eventPage, baseURL }) => {
  await eventPage.open();
  const uri = `${baseURL}?utm_source=mail`;
  const words = (place: number) => eventPage.outline[place].text[0].split(' ').slice(0, 12).join(' ');
  const file = {
    name: 'hypothesis.json',
    text: JSON.stringify({
      export_date: '2026-03-01T10:00:00.000Z', export_userid: 'acct:reader@hypothes.is', client_version: '1.1653.0',
      annotations: [
        annotation(uri, 'Reply-1', 4, 'An answer', undefined, ['Root-1']),
        annotation(uri, 'Root-1', 1, 'A comment', words(2)),
        annotation(uri, 'Mark-1', 2, '', words(3)),
        annotation(uri, 'Page-1', 3, 'On the page as a whole'),
      ],
    }),
  };
  const bringIn = await new BringIn(page).open();
  await bringIn.choose(file);
  await expect(bringIn.dialog).toContainText('1 note is on no theme');
  await expect(bringIn.themeForTheRest).toHaveValue(eventPage.outline[0].id);
  await expect(bringIn.themeForTheRest.getByRole('option')).toHaveText([
    ...eventPage.outline.map(({ title }) => title),
    'Leave them out',
  ]);
  await expect(bringIn.themeForTheRest.getByRole('option').first()).toHaveAttribute('lang', 'en');
  await expect(bringIn.status).toContainText(`It is added to “${eventPage.outline[0].title}”`);
  await expect(bringIn.lines).toHaveText(['4 notes are added.']);
  await bringIn.themeForTheRest.selectOption('Leave them out');
  await expect(bringIn.status).toContainText('left out');
  await expect(bringIn.lines).toHaveText(['3 notes are added.', '1 text cannot be taken over.']);
  await bringIn.themeForTheRest.selectOption(eventPage.outline[4].title);
  await expect(bringIn.status).toContainText(eventPage.outline[4].title);
  await expect(bringIn.lines).toHaveText(['4 notes are added.']);
  expect(await storedNotebook(eventPage), 'nothing is changed before the reader says so').toEqual({});
  await bringIn.button('Bring them in').click();
  await expect(bringIn.status).toContainText('4 notes brought in');
  await bringIn.close();
  await expect(eventPage.theme(4).note('On the page as a whole').item).toHaveCount(1);
  // The newest stands first.
  await expect(eventPage.theme(2).notes).toHaveText([/An answer/, /A comment/]);
  await expect(eventPage.theme(2).note('A comment').item.getByRole('blockquote')).toContainText(words(2));
  await expect(eventPage.theme(3).notes).toHaveCount(1);

  await bringIn.open();
  await bringIn.choose(file);
  await expect(bringIn.lines).toHaveText(['4 texts are here already.']);
  await expect(bringIn.button('Bring them in')).toHaveCount(0);
});

test('Web annotations that another program made on this page come in', async ({ page, eventPage, baseURL }) => {
  await eventPage.open();
  const words = eventPage.outline[1].text[0].split(' ').slice(0, 12);
  const bringIn = await new BringIn(page).open();
  await bringIn.bringIn({
    name: 'annotations.jsonld',
    text: JSON.stringify([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://recogito.example/1', type: 'Annotation',
        body: [
          { type: 'TextualBody', purpose: 'commenting', value: 'By another program' },
          { type: 'TextualBody', purpose: 'replying', value: 'And an answer' },
        ],
        target: { source: baseURL, selector: { type: 'TextQuoteSelector', exact: words.join('\n  ') } },
      },
    ]),
  });
  await bringIn.close();
  await expect(eventPage.theme(1).notes).toHaveText([/And an answer/, /By another program/]);
  await expect(eventPage.theme(1).note('By another program').item.getByRole('blockquote')).toContainText(words.join(' '));
});

test('A file that is something else is refused, and nothing changes', async ({ page, eventPage }, testInfo) => {
  await eventPage.open();
  await eventPage.theme(0).add('Mine');
  const before = await storedNotebook(eventPage);
  const bringIn = await new BringIn(page).open();
  const files: [string, string | Buffer, RegExp][] = [
    ['empty.ann', '', /empty/],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]), /not a text/],
    ['cut.ann', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationSet","items":[', /ends in the middle|damaged/],
    ['deep.json', '['.repeat(100_000), /damaged|ends in the middle|does not hold/],
    ['page.html', '<!doctype html><p>A page', /web page/],
    ['list.json', '[1,2,3]', /does not hold notes|web annotations/],
    ['saved by Excel', 'event;part;theme;note;created\r\nAn event;A part;A theme;"a;b";', /is a table/],
    ['saved by Excel', 'event\tpart\ttheme\tnote\tcreated\n', /is a table/],
  ];
  for (const [name, content, message] of files) {
    await bringIn.choose({ name, buffer: Buffer.from(content as string) });
    await expect(bringIn.alert, name).toHaveText(message);
    await expect(bringIn.alert).toContainText(/notes are as they were/);
  }
  const huge = testInfo.outputPath('huge.ann');
  await writeFile(huge, Buffer.alloc(100_000_000, 32));
  await bringIn.choosePath(huge);
  await expect(bringIn.alert).toHaveText(/larger than 40 MB.*notes are as they were/);
  expect(await storedNotebook(eventPage)).toEqual(before);
});

test('One theme, one note and what a search found can be taken alone', async ({ page, eventPage }) => {
  await eventPage.open();
  await write(eventPage);
  const home = new TakeHome(page);
  const texts = async () => (readAnnotationSet((await home.save('Backup (.ann)')).text).notes as { text: string }[]).map((it) => it.text);
  await home.openBy(eventPage.theme(3).region.getByRole('button', { name: 'Export or share these notes…' }));
  expect(await texts()).toEqual(['On another theme, **strong**']);
  await home.close();
  await home.openBy(eventPage.theme(0).note('First').item.getByRole('button', { name: 'Share…' }));
  expect(await texts()).toEqual(['First, with a list:\n- one\n- two']);
  await home.close();
  await eventPage.myNotes.search.fill('quotation');
  await eventPage.myNotes.saysFound(1, 3);
  await home.openBy(exportButton(page));
  expect(await texts()).toEqual([NASTY]);
});

test('All notes are copied with headings and lists, and as text', async ({ page, eventPage, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await eventPage.open();
  await write(eventPage);
  await page.getByRole('button', { name: 'Copy all my notes', exact: true }).click();
  await expect(eventPage.status).toHaveText('Copied.');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string) => (await item.getType(type)).text();
    const html = new DOMParser().parseFromString(await text('text/html'), 'text/html');
    const of = (selector: string) => [...html.querySelectorAll(selector)].map((it) => it.textContent);
    return { titles: of('h1'), themes: of('h3'), lists: of('li li'), strong: of('strong'), plain: await text('text/plain') };
  });
  expect(copied.titles).toEqual([eventPage.event.title]);
  expect(copied.themes).toContain(eventPage.outline[3].title);
  expect(copied.lists).toEqual(expect.arrayContaining(['one', 'two']));
  expect(copied.strong).toContain('strong');
  expect(copied.plain).toContain('On another theme');
});

test('A link shows notes as a visitor’s and changes nothing until they are added', async ({ page, eventPage, browser, baseURL }) => {
  await eventPage.open();
  await eventPage.theme(0).add(NASTY);
  const home = await new TakeHome(page).openBy(
    eventPage.theme(0).region.getByRole('button', { name: 'Export or share these notes…' }),
  );
  const link = await home.link.inputValue();
  expect(link.length).toBeLessThanOrEqual(8_000);
  expect(link.startsWith(`${baseURL}#notes=`)).toBe(true);

  const other = await browser.newContext();
  const requests: string[] = [];
  other.on('request', (request) => requests.push(request.url()));
  const visitorPage = await other.newPage();
  await visitorPage.goto(link);
  const visit = new Visit(visitorPage);
  await expect(visit.notes).toHaveCount(1);
  await expect(visit.notes).toContainText('שלום');
  expect(await visitorPage.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(requests.some((url) => url.includes('notes='))).toBe(false);
  await visit.button('Add to my notes').click();
  await expect(visit.status).toHaveText('Added to your notes.');
  const added = await visitorPage.evaluate(() => Object.values(localStorage).map((it) => JSON.parse(it as string).text));
  expect(added).toEqual([NASTY]);
  await visit.button('Undo').click();
  await expect(visit.status).toContainText('Taken back');
  expect(await visitorPage.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await visit.button('Add to my notes').click();
  await visit.close();
  expect(new URL(visitorPage.url()).hash).toBe('');
  await visitorPage.goto('about:blank');
  await visitorPage.goto(link);
  await expect(visit.dialog).toContainText('You have all of them already.');
  await other.close();
});

test('Where the system has a share sheet, it gets the link', async ({ page, eventPage }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, { share: async (data: ShareData) => Object.assign(window, { shared: data }) });
  });
  await eventPage.open();
  await eventPage.theme(0).add('To be shared');
  const home = await new TakeHome(page).openBy(
    eventPage.theme(0).onlyNote.item.getByRole('button', { name: 'Share…' }),
  );
  await home.button('Share…').click();
  const shared = await page.evaluate(() => (window as { shared?: ShareData }).shared);
  expect(shared).toEqual({ title: eventPage.event.title, url: await home.link.inputValue() });
});

test('A link that a mail program changed on its way is opened', async ({ page, eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('Sent by mail');
  const home = await new TakeHome(page).openBy(
    eventPage.theme(0).region.getByRole('button', { name: 'Export or share these notes…' }),
  );
  const packed = (await home.link.inputValue()).split('#notes=')[1];
  const half = Math.floor(packed.length / 2);
  const visit = new Visit(page);
  for (const fragment of [
    `#notes%3D${packed}`,
    `#notes%3d${packed}.`,
    `#notes=${packed}).`,
    `#notes=${packed}%3E%20and%20more`,
    `#notes=${packed}&utm_source=newsletter`,
    `#notes=${packed.slice(0, half)}%0D%0A${packed.slice(half)}%0D%0A`,
  ]) {
    await page.goto('about:blank');
    await page.goto(`${eventPage.url}${fragment}`);
    await expect(visit.notes, fragment).toHaveText([/Sent by mail/]);
    await visit.close();
  }
});

test('A damaged link says so', async ({ page, eventPage }) => {
  await eventPage.open('#notes=nonsense');
  const visit = new Visit(page);
  await expect(visit.alert).toContainText('cut or changed on its way');
  await visit.close();
  await eventPage.theme(0).add('Goes on as before');
});

test('Notes that are too long for a link are refused one, and the way out is said', async ({ page, eventPage }) => {
  await eventPage.open();
  const words = Array.from({ length: 4_000 }, (_, index) => ((index * 7919) % 10_007).toString(36)).join(' ');
  await eventPage.theme(0).add(words);
  const home = await new TakeHome(page).openBy(
    eventPage.theme(0).region.getByRole('button', { name: 'Export or share these notes…' }),
  );
  await expect(home.dialog).toContainText(/do not fit into a link/);
  await expect(home.link).toHaveCount(0);
});

test('A backup is called for when notes have gone without one for a week', async ({ page, eventPage }) => {
  await page.clock.install({ time: new Date('2026-03-02T10:00:00Z') });
  await eventPage.open();
  await eventPage.theme(0).add('Written in March');
  await page.clock.setFixedTime(new Date('2026-03-10T10:00:00Z'));
  await eventPage.reload();
  const line = eventPage.myNotes.region.locator('.my-notes__backup');
  await expect(line).toContainText('no backup');
  const home = await new TakeHome(page).openBy(exportButton(page));
  await home.save('Backup (.ann)');
  await home.close();
  await expect(line).toBeEmpty();
  await eventPage.reload();
  await expect(line).toBeEmpty();
});

test('Without the second program the reader is told, and copying still works', async ({ page, eventPage, context, consoleOutput }) => {
  consoleOutput.expect(/Failed to load resource|Failed to fetch/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/transfer-*', (route) => route.abort());
  await eventPage.open();
  await eventPage.theme(0).add('Offline in the field');
  await exportButton(page).click();
  await expect(eventPage.alert).toContainText('could not be loaded');
  await page.getByRole('button', { name: 'Copy all my notes', exact: true }).first().click();
  await expect(eventPage.status).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Offline in the field');
});

test('The dialogs take the keyboard, and give the focus back', async ({ page, eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('A note');
  await exportButton(page).focus();
  await page.keyboard.press('Enter');
  const home = new TakeHome(page);
  await expect(home.dialog).toBeVisible();
  await expect(home.button('Close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(home.dialog).toHaveCount(0);
  await expect(exportButton(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const bringIn = new BringIn(page);
  // Asked for early: the browser has to be told of it before the chooser opens, and nothing tells when
  // it was.
  const chooser = page.waitForEvent('filechooser');
  await expect(bringIn.button('Close')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await (await chooser).setFiles({ name: 'none.txt', mimeType: 'text/plain', buffer: Buffer.from('') });
  await expect(bringIn.alert).toContainText('empty');
});
