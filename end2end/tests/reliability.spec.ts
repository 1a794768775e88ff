// No note is ever lost: what can befall notes, row by row of the table in `docs/reliability.md`, in
// the real browser. Each row is a `test.describe` whose title is the row's first column: by it
// `cargo xtask faults` finds the tests of a row. An annotation says what a test counted: `figure` in
// words, `lost` in characters.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, type Page, chromium } from '@playwright/test';

import { args, executablePath } from '../browser.mjs';
import { eventIn } from '../event';
import { expect, test, watch } from '../fixtures';
import { EventPage, ThemeSection, openNeighbour } from '../pages/event-page';
import { holdBackWasm } from '../program';
import { draftEntry, noteEntry, noteId } from '../records.mjs';
import { startSite } from '../server.mjs';
import {
  BALLAST,
  MOST_LOST,
  asksBeforeLeaving,
  charactersLost,
  fill,
  fillFor,
  hide,
  makeRoom,
  reloadUnasked,
  secondCopyIsRead,
  testOnOwnSite,
  typeOnAndOn,
} from '../trouble';

const ID = noteId(Date.UTC(2026, 1, 1), 999);
const OTHER_ID = noteId(Date.UTC(2026, 1, 2), 998);
const record = {
  v: 1,
  id: ID,
  theme: 'human-rights',
  text: 'words that are hard to come by',
  created: '2026-02-01T00:00:00.000Z',
  changed: '2026-02-01T00:00:00.000Z',
  revision: 1,
};

/** What is on the clipboard. */
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const allowClipboard = (context: BrowserContext) => context.grantPermissions(['clipboard-read', 'clipboard-write']);

const figure = (description: string) => test.info().annotations.push({ type: 'figure', description });

/** Notes down how many characters a page that ended had lost, and says whether that is little enough. */
function expectLittleLost(lost: number): void {
  test.info().annotations.push({ type: 'lost', description: String(lost) });
  expect(lost).toBeLessThanOrEqual(MOST_LOST);
}

/** Edits the note that holds a text, and closes the editor. */
async function edit(theme: ThemeSection, before: string, after: string): Promise<void> {
  await theme.note(before).edit();
  await theme.editor.fill(after);
  await expect(theme.editor).toHaveValue(after);
  await theme.done.click();
  await expect(theme.note(after).item).toBeVisible();
}

test.describe('Local storage is denied or missing', () => {
  /** What a page promises whose notes live in memory only. */
  async function worksInMemory(page: Page, eventPage: EventPage): Promise<void> {
    await allowClipboard(page.context());
    await expect(eventPage.alert).toHaveText(/vanish when this tab closes/);
    const theme = eventPage.theme(0);
    await theme.add('first written');
    await edit(theme, 'first written', 'then changed');
    await theme.add('deleted and brought back');
    await theme.note('deleted and brought back').delete();
    await eventPage.undo.click();
    await expect(theme.notes).toHaveCount(2);
    await eventPage.theme(1).newNote.pressSequentially('a draft');
    await eventPage.theme(1).newNote.blur();
    await expect(eventPage.alert, 'the banner stays').toHaveText(/vanish when this tab closes/);
    await expect(eventPage.status, 'nothing was saved, so nothing says so').not.toContainText('Saved');
    await eventPage.copyAll(eventPage.alert).click();
    await expect(eventPage.status).toHaveText('Copied.');
    const copied = await clipboard(page);
    for (const text of ['then changed', 'deleted and brought back', 'a draft']) expect(copied).toContain(text);
    expect(await asksBeforeLeaving(page), 'leaving asks first').toBe(true);
    await expect(theme.note('then changed').item).toBeVisible();
  }

  test('In a browser that blocks all site data, notes work in memory, and leaving asks first', async ({
    baseURL,
    event,
    viewport,
    isMobile,
    hasTouch,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'marginalia-blocked-'));
    // The reader's setting “Don't allow sites to save data on your device”.
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const options = { executablePath, args, baseURL, viewport, isMobile, hasTouch };
    const context = await chromium.launchPersistentContext(profile, options);
    const watched = watch(context, baseURL!);
    const eventPage = new EventPage(context.pages()[0], event, baseURL!);
    await eventPage.open();
    const denial = eventPage.page.evaluate(() => localStorage.length);
    await expect(denial, 'the denial is the real one').rejects.toThrow('SecurityError');
    await worksInMemory(eventPage.page, eventPage);
    watched.check();
    await context.close();
    await rm(profile, { recursive: true });
  });

  test('In a sandboxed frame without an origin, notes work in memory', async ({ browser, event }) => {
    const frame =
      '<!doctype html><title>Frame</title><link rel="icon" href="data:,">' +
      '<iframe name="event" sandbox="allow-scripts" src="./" width="900" height="700">';
    // A program is loaded into such a frame only where its host sends this, as GitHub Pages does.
    const headers = { 'access-control-allow-origin': '*' };
    const site = await startSite({ headers, extra: { 'frame.html': { type: 'text/html', body: frame } } });
    const context = await browser.newContext();
    const watched = watch(context, site.url);
    const page = await context.newPage();
    await page.goto(`${site.url}frame.html`);
    const inside = page.frame({ name: 'event' })!;
    const theme = new ThemeSection(inside, event.themes[0]);
    await expect(theme.addNote).toBeEnabled();
    const denial = inside.evaluate(() => localStorage.length);
    await expect(denial, 'the denial is the real one').rejects.toThrow('SecurityError');
    await expect(inside.getByRole('alert')).toHaveText(/vanish when this tab closes/);
    await theme.add('first written');
    await edit(theme, 'first written', 'then changed');
    await expect(inside.getByRole('status')).not.toContainText('Saved');
    watched.check();
    await context.close();
    await site.close();
  });

  test('Without any local storage, notes work in memory, and leaving asks first', async ({ page, eventPage }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null });
    });
    await eventPage.open();
    await worksInMemory(page, eventPage);
  });

  test.describe('What is written stays on the page, and is stored once it is allowed, where a call is denied', () => {
    for (const method of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
      test(method, async ({ page, eventPage }) => {
        await eventPage.open();
        const theme = eventPage.theme(0);
        await theme.add('kept before');
        await page.evaluate((method) => {
          const storage = Storage.prototype as unknown as Record<string, (...values: string[]) => unknown>;
          const real = storage[method];
          storage[method] = () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          };
          Object.assign(window, { allow: () => (storage[method] = real) });
        }, method);
        await theme.add('written meanwhile');
        await edit(theme, 'kept before', 'changed meanwhile');
        await eventPage.theme(1).newNote.fill('begun meanwhile');
        await eventPage.theme(1).newNote.blur();
        for (const text of ['written meanwhile', 'changed meanwhile']) await expect(theme.note(text).item).toBeVisible();
        await expect(eventPage.theme(1).newNote).toHaveValue('begun meanwhile');
        if (method === 'getItem' || method === 'setItem') {
          await expect(eventPage.alert).toHaveText(/^Not saved: /);
          await expect(theme.note('written meanwhile').unsavedMark).toBeVisible();
          await expect(eventPage.theme(1).draftMark).toBeVisible();
          expect(await asksBeforeLeaving(page), 'leaving asks first').toBe(true);
        }
        await page.evaluate(() => (window as unknown as { allow(): void }).allow());
        await expect.poll(() => eventPage.storedTexts()).toEqual(['changed meanwhile', 'written meanwhile']);
        await expect(eventPage.alert).toBeHidden();
        await eventPage.reload();
        await expect(theme.notes).toHaveCount(2);
        await expect(eventPage.theme(1).newNote).toHaveValue('begun meanwhile');
        await expect(theme.newNote).toHaveValue('');
      });
    }
  });

  test('Any single call may be denied: what was written is stored nevertheless', async ({ page, eventPage }) => {
    const calls = 12;
    await eventPage.open();
    await page.evaluate(() => {
      const state = window as unknown as { callsUntilDenied: number };
      state.callsUntilDenied = 0;
      for (const method of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
        const real = Storage.prototype[method] as (...values: string[]) => never;
        Storage.prototype[method] = function (...values: string[]) {
          state.callsUntilDenied -= 1;
          if (state.callsUntilDenied === 0) throw new DOMException('Denied, once.', 'SecurityError');
          return real.apply(this, values);
        };
      }
    });
    const theme = eventPage.theme(0);
    const texts: string[] = [];
    for (let call = 1; call <= calls; call += 1) {
      await page.evaluate((call) => Object.assign(window, { callsUntilDenied: call }), call);
      await theme.newNote.fill(`the denial of call ${call}`);
      await theme.newNote.press('Control+Enter');
      await expect(theme.note(`call ${call}`).item).toHaveCount(1);
      await edit(theme, `call ${call}`, `Call ${call} was denied.`);
      texts.push(`Call ${call} was denied.`);
    }
    await expect.poll(() => eventPage.storedTexts()).toEqual(texts);
    await expect(eventPage.alert).toBeHidden();
    figure(`${calls} single calls denied`);
  });
});

test.describe('A write exceeds the quota, at any moment, of any key', () => {
  test('A new note stays on the page marked as not saved, and is stored by itself once another tab makes room', async ({
    page,
    eventPage,
  }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('kept before');
    const neighbour = await eventPage.neighbour();
    figure(`storage filled with ${await fillFor(page, neighbour)} characters`);
    await page.bringToFront();
    await theme.newNote.fill('one too many');
    await theme.addNote.click();
    await expect(theme.note('one too many').unsavedMark).toBeVisible();
    await expect(theme.note('kept before').unsavedMark).toBeHidden();
    await expect(eventPage.alert).toHaveText(/storage for this site is full/);
    await expect(eventPage.status).not.toContainText('Saved');
    expect(await asksBeforeLeaving(page), 'leaving asks first').toBe(true);
    expect(await eventPage.storedTexts(), 'what was stored is as it was').toEqual(['kept before']);

    await makeRoom(neighbour);
    await expect(theme.note('one too many').unsavedMark).toBeHidden();
    await expect(eventPage.alert).toBeHidden();
    await expect(eventPage.status).toContainText('Saved');
    expect(await eventPage.storedTexts()).toEqual(['kept before', 'one too many']);
    await eventPage.reload();
    await expect(theme.notes).toHaveCount(2);
    await expect(theme.newNote).toHaveValue('');
  });

  test('Drafts and edits of several notes stay on the page marked as not saved, and all are stored later', async ({
    page,
    event,
    eventPage,
  }) => {
    const [first, second] = eventPage.outline;
    await eventPage.store([
      noteEntry(event.id, { theme: first.id, text: 'one', number: 1 }),
      noteEntry(event.id, { theme: first.id, text: 'two', number: 2 }),
      draftEntry(event.id, second.id, 'three'),
    ]);
    const neighbour = await eventPage.neighbour();
    await fill(neighbour);
    await page.bringToFront();
    await eventPage.open();
    const theme = eventPage.theme(0);
    await edit(theme, 'one', 'one, and a good deal more');
    await edit(theme, 'two', 'two, and a good deal more');
    for (const place of [1, 2]) {
      await eventPage.theme(place).newNote.fill('three, and a good deal more');
      await eventPage.theme(place).newNote.blur();
      await expect(eventPage.theme(place).draftMark).toBeVisible();
    }
    for (const text of ['one, and', 'two, and']) await expect(theme.note(text).unsavedMark).toBeVisible();
    await expect(eventPage.alert).toHaveText(/storage for this site is full/);
    expect(await eventPage.storedTexts(), 'what was stored is as it was').toEqual(['one', 'two']);
    expect(await eventPage.storedOf('draft')).toEqual({ [second.id]: '{"v":1,"text":"three"}' });

    await makeRoom(neighbour);
    await expect(eventPage.alert).toBeHidden();
    await expect(page.getByText('Not saved', { exact: true })).toHaveCount(0);
    expect(await eventPage.storedTexts()).toEqual(['one, and a good deal more', 'two, and a good deal more']);
    await eventPage.reload();
    for (const place of [1, 2]) await expect(eventPage.theme(place).newNote).toHaveValue('three, and a good deal more');
  });

  test('What could not be stored is back after a reload all the same', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('kept before');
    await fillFor(page, await eventPage.neighbour());
    await page.bringToFront();
    await theme.add('one too many');
    await expect(theme.note('one too many').unsavedMark).toBeVisible();
    await eventPage.theme(1).newNote.fill('begun too late');
    await eventPage.theme(1).newNote.blur();
    await expect(eventPage.theme(1).draftMark).toBeVisible();
    // Nothing on the page tells when that copy is written.
    await secondCopyIsRead(page);
    await reloadUnasked(page);
    await eventPage.takenOver();
    await expect(theme.note('one too many').unsavedMark).toBeVisible();
    await expect(theme.note('kept before').item).toBeVisible();
    await expect(eventPage.theme(1).newNote).toHaveValue('begun too late');
  });

  test('With room for this much and no more, every note is on the page and stored in the end', async ({ page, eventPage }) => {
    // From no room at all to room for everything: the write that fails is another one each time.
    const rooms = [0, 1, 20, 80, 160, 240, 280, 320, 400, 800];
    await eventPage.open();
    const neighbour = await eventPage.neighbour();
    await page.bringToFront();
    const theme = eventPage.theme(0);
    const texts: string[] = [];
    for (const room of rooms) {
      await makeRoom(neighbour);
      await expect(eventPage.alert).toBeHidden();
      await fillFor(page, neighbour, room);
      const text = `There was room for ${room}.`;
      await theme.newNote.fill(`for ${room}`);
      await theme.newNote.press('Control+Enter');
      await expect(theme.note(`for ${room}`).item).toHaveCount(1);
      await edit(theme, `for ${room}`, text);
      texts.push(text);
      for (const text of texts) await expect(theme.notes.filter({ hasText: text })).toHaveCount(1);
    }
    await makeRoom(neighbour);
    await expect(eventPage.alert).toBeHidden();
    expect(await eventPage.storedTexts()).toEqual(texts);
    expect(await eventPage.storedOf('draft')).toEqual({});
    figure(`${rooms.length} sizes of what room was left`);
  });

  test('A note that cannot be put among the deleted stays, and one that makes its own room goes there', async ({
    page,
    eventPage,
  }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add(`to be deleted ${'x'.repeat(500)}`);
    const neighbour = await eventPage.neighbour();
    await fillFor(page, neighbour);
    await page.bringToFront();
    await theme.onlyNote.delete();
    await expect(eventPage.alert).toHaveText(/^Not deleted: /);
    await expect(theme.note('to be deleted').item).toBeVisible();
    expect((await eventPage.storedTexts()).map((text) => text.slice(0, 13))).toEqual(['to be deleted']);

    // Room for what is added at a deletion, and not for the text a second time.
    await fillFor(page, neighbour, 100);
    await theme.onlyNote.delete();
    await expect(theme.notes).toHaveCount(0);
    await expect(eventPage.alert).toBeHidden();
    await eventPage.myNotes.openDeleted(1);
    await eventPage.myNotes.deletedNote('to be deleted').restore.click();
    await expect(theme.note('to be deleted').item).toBeVisible();
    await makeRoom(neighbour);
    await expect(theme.note('to be deleted').unsavedMark).toBeHidden();
    await eventPage.reload();
    await expect(theme.note('to be deleted').item).toBeVisible();
    await expect(eventPage.alert).toBeHidden();
  });

  test('A damaged entry and one of an older version are as safe as ever where there is no room for a copy', async ({
    page,
    eventPage,
  }) => {
    const damaged = { name: eventPage.noteKey(ID), value: '{"v":1,"text":"cut' };
    const { changed, revision, ...old } = { ...record, v: 0, id: OTHER_ID, text: 'from long ago' };
    const older = { name: eventPage.noteKey(OTHER_ID), value: JSON.stringify(old) };
    await eventPage.store([damaged, older]);
    const neighbour = await eventPage.neighbour();
    await fill(neighbour);
    await page.bringToFront();
    await eventPage.open();
    await expect(eventPage.myNotes.attentionEntry(damaged.value).raw).toHaveText(damaged.value);
    const theme = eventPage.theme(0);
    await expect(theme.note('from long ago').item).toBeVisible();
    expect(await eventPage.storedOf('note')).toEqual({ [ID]: damaged.value, [OTHER_ID]: older.value });
    await edit(theme, 'from long ago', `from long ago, and ${'x'.repeat(200)}`);
    await expect(theme.note('from long ago').unsavedMark).toBeVisible();
    expect(await eventPage.storedOf('note')).toEqual({ [ID]: damaged.value, [OTHER_ID]: older.value });
    await makeRoom(neighbour);
    await expect(theme.note('from long ago').unsavedMark).toBeHidden();
    expect(await eventPage.storedValue(damaged.name)).toBe(damaged.value);
    await eventPage.reload();
    await expect(theme.note('from long ago, and').item).toBeVisible();
    await expect(eventPage.myNotes.attentionEntry(damaged.value).raw).toBeVisible();
  });

  test('“Storage” shows how much is used, and what takes the space', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.theme(0).add('n'.repeat(6_500));
    await eventPage.theme(1).newNote.fill('d'.repeat(2_500));
    await eventPage.theme(1).newNote.blur();
    await eventPage.theme(2).add('x'.repeat(4_500));
    await eventPage.theme(2).onlyNote.delete();
    await expect(eventPage.theme(2).notes).toHaveCount(0);
    const neighbour = await eventPage.neighbour();
    await neighbour.evaluate((BALLAST) => localStorage.setItem(BALLAST, 'x'.repeat(1_000_000)), BALLAST);
    await page.bringToFront();
    await expect.poll(() => eventPage.storedValue(BALLAST)).not.toBeNull();
    const { storage } = eventPage.myNotes;
    await storage.locator('summary').click();
    await expect(storage).toContainText('7,000 for notes, 3,000 for drafts, 5,000 for recently deleted notes');
    await expect(storage).toContainText('Other pages of this site hold 1 entry');
    await expect(eventPage.copyAll(eventPage.myNotes.region)).toBeVisible();
  });
});

test.describe('A stored entry is damaged', () => {
  // What cannot be in the options of a test as it is, is made in the browser.
  const halfPair = 'a lone surrogate';
  const noise = Array.from({ length: 1_000_000 }, (_, place) => String.fromCharCode(33 + ((place * place * 31 + place * 7) % 90))).join('');
  const kinds: [string, string][] = [
    ['cut in the middle', JSON.stringify(record).slice(0, 60)],
    ['cut to one sign', '{'],
    ['empty', ''],
    ['blank', '  \n'],
    ['no JSON', 'undefined'],
    ['a list', '[1,2,3]'],
    ['null', 'null'],
    ['with a number for a text', JSON.stringify({ ...record, text: 7 })],
    ['with a text for a revision', JSON.stringify({ ...record, revision: 'first' })],
    ['with a list for a theme', JSON.stringify({ ...record, theme: ['human-rights'] })],
    ['with a version that is no number', JSON.stringify({ ...record, v: 'one' })],
    ['with a time that is none', JSON.stringify({ ...record, changed: 'yesterday' })],
    ['without a text', JSON.stringify({ ...record, text: undefined })],
    ['with the id of another note', JSON.stringify({ ...record, id: OTHER_ID })],
    ['with an escape of a lone surrogate', JSON.stringify(record).replace('words', 'words \\ud800')],
    ['with something behind its end', `${JSON.stringify(record)}}`],
    ['a million characters of noise', noise],
    [halfPair, ''],
  ];

  test.describe('A note is set aside unchanged and shown, and all others work, where it is', () => {
    for (const [kind, value] of kinds) {
      test(kind, async ({ page, event, eventPage }) => {
        await allowClipboard(page.context());
        const good = noteEntry(event.id, { theme: eventPage.outline[1].id, text: 'a good note' });
        await eventPage.store([{ name: eventPage.noteKey(ID), value }, good]);
        if (kind === halfPair) {
          const neighbour = await eventPage.neighbour();
          await neighbour.evaluate((key) => localStorage.setItem(key, '{"v":1,"text":"half \ud800 of it"}'), eventPage.noteKey(ID));
          await neighbour.close();
        }
        const raw = kind === halfPair ? '{"v":1,"text":"half \\ud800 of it"}' : value;
        await eventPage.open();
        await expect(eventPage.alert).toHaveText(/1 stored entry could not be read/);

        const { attentionEntries } = eventPage.myNotes;
        await expect(attentionEntries).toHaveCount(1);
        const entry = eventPage.myNotes.attentionEntry(/^Damaged: /);
        expect((await entry.raw.textContent())!.slice(0, 2_000)).toBe(raw.slice(0, 2_000));
        // Compared in the browser, where half a pair stays half a pair.
        const isSetAside = () =>
          page.evaluate(
            ([original, copy]) => localStorage.getItem(copy) !== null && localStorage.getItem(original) === localStorage.getItem(copy),
            [eventPage.noteKey(ID), eventPage.key('quarantine', `note/${ID}/1`)],
          );
        expect(await isSetAside(), 'the copy equals the original').toBe(true);

        if (raw !== '') {
          await entry.copy.click();
          await expect(eventPage.status).toHaveText('Copied.');
          expect(await clipboard(page)).toBe(raw);
        }
        const download = page.waitForEvent('download');
        await entry.download.click();
        expect(await readFile(await (await download).path(), 'utf8')).toBe(raw);

        const theme = eventPage.theme(1);
        await edit(theme, 'a good note', 'a better note');
        await theme.add('a new note');
        await eventPage.reload();
        await expect(theme.notes).toHaveCount(2);
        await expect(attentionEntries, 'it is shown once').toHaveCount(1);
        expect(await isSetAside(), 'and neither is written over').toBe(true);
        if (kind !== halfPair) expect(await eventPage.storedValue(eventPage.noteKey(ID))).toBe(value);
        expect(Object.keys(await eventPage.storedOf('quarantine'))).toEqual([`note/${ID}/1`]);
      });
    }
  });

  test('Two notes with one id: the one whose key says so works, the other is set aside', async ({ eventPage }) => {
    const impostor = JSON.stringify({ ...record, text: 'with the id of another' });
    await eventPage.store([
      { name: eventPage.noteKey(ID), value: JSON.stringify(record) },
      { name: eventPage.noteKey(OTHER_ID), value: impostor },
    ]);
    await eventPage.open();
    await expect(eventPage.theme(0).notes).toHaveCount(1);
    await expect(eventPage.theme(0).onlyNote.item).toContainText(record.text);
    await expect(eventPage.myNotes.attentionEntry('with the id of another').raw).toHaveText(impostor);
    await edit(eventPage.theme(0), record.text, 'changed');
    expect(await eventPage.storedValue(eventPage.noteKey(OTHER_ID))).toBe(impostor);
    expect(await eventPage.storedOf('quarantine')).toEqual({ [`note/${OTHER_ID}/1`]: impostor });
  });

  test('A damaged draft and a damaged deleted note are set aside, and the draft’s theme takes notes', async ({ eventPage }) => {
    const draft = '{"v":1,"text":["a draft"]}';
    const deleted = '{"v":1,"text":"a deleted note"}';
    const theme = eventPage.theme(0);
    await eventPage.store([
      { name: eventPage.draftKey(theme.theme), value: draft },
      { name: eventPage.key('deleted', ID), value: deleted },
    ]);
    await eventPage.open();
    await expect(eventPage.alert).toHaveText(/2 stored entries could not be read/);
    await expect(eventPage.myNotes.attentionEntry('a draft').raw).toHaveText(draft);
    await expect(eventPage.myNotes.attentionEntry('a deleted note').raw).toHaveText(deleted);
    await theme.newNote.fill('a new thought');
    await theme.newNote.blur();
    await expect(theme.draftMark).toBeVisible();
    await theme.addNote.click();
    await expect(theme.note('a new thought').item).toBeVisible();
    expect(await eventPage.storedOf('draft')).toEqual({ [theme.theme.id]: draft });
    expect(await eventPage.storedOf('deleted')).toEqual({ [ID]: deleted });
    expect(await eventPage.storedOf('quarantine')).toEqual({
      [`draft/${theme.theme.id}/1`]: draft,
      [`deleted/${ID}/1`]: deleted,
    });
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('a new thought');
    await expect(eventPage.myNotes.attentionEntries).toHaveCount(2);
  });

  test('A note that is damaged while the page shows it stays as a note of its own', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('still in mind');
    const [{ id }] = await eventPage.storedNotes();
    const neighbour = await eventPage.neighbour();
    await neighbour.evaluate((key) => localStorage.setItem(key, '{"v":1,"te'), eventPage.noteKey(id));
    await eventPage.page.bringToFront();
    await expect(eventPage.myNotes.attentionEntry('{"v":1,"te').raw).toBeVisible();
    await expect(theme.note('still in mind').item).toBeVisible();
    await eventPage.reload();
    await expect(theme.note('still in mind').item).toBeVisible();
    await expect(eventPage.myNotes.attentionEntry('{"v":1,"te').raw).toBeVisible();
    expect(await eventPage.storedValue(eventPage.noteKey(id))).toBe('{"v":1,"te');
  });

  test('It is removed, with its copy, only after a question', async ({ eventPage }) => {
    const value = '{"v":1,"text":"cut';
    await eventPage.store([{ name: eventPage.noteKey(ID), value }]);
    await eventPage.open();
    const entry = eventPage.myNotes.attentionEntry('cut');
    await entry.remove.click();
    await entry.keep.click();
    await expect(entry.remove).toBeVisible();
    expect(await eventPage.storedValue(eventPage.noteKey(ID))).toBe(value);
    await entry.remove.click();
    await entry.removeForGood.click();
    await expect(eventPage.myNotes.attention).toBeHidden();
    await expect(eventPage.alert).toBeHidden();
    expect(await eventPage.stored()).toEqual({});
    await eventPage.reload();
    await expect(eventPage.myNotes.attention).toBeHidden();
  });
});

test.describe('An entry is from a newer version of the app', () => {
  const newer = { ...record, v: 2, colour: 'green' };
  const unknown = { v: 9, words: ['from', 'the', 'future'] };

  test('A note in a known form is shown read-only and never written over', async ({ eventPage }) => {
    const stored = { [ID]: JSON.stringify(newer) };
    await eventPage.store([{ name: eventPage.noteKey(ID), value: stored[ID] }]);
    await eventPage.open();
    const theme = eventPage.theme(0);
    const note = theme.note(record.text);
    await expect(note.item).toContainText('From a newer version of this page:');
    await expect(note.editButton).toBeHidden();
    await expect(note.deleteButton).toBeHidden();
    await theme.add('beside it');
    await edit(theme, 'beside it', 'changed beside it');
    await theme.note('changed beside it').delete();
    await expect(theme.notes).toHaveCount(1);
    expect(await eventPage.storedOf('note')).toEqual(stored);
    await eventPage.reload();
    await expect(note.item).toContainText('From a newer version of this page:');
    expect(await eventPage.storedOf('note')).toEqual(stored);
  });

  test('A note in an unknown form is left untouched, and its text can be had', async ({ eventPage }) => {
    const value = JSON.stringify(unknown);
    await eventPage.store([{ name: eventPage.noteKey(ID), value }]);
    await eventPage.open();
    await expect(eventPage.myNotes.attentionEntry(/^From a newer version of this page/).raw).toHaveText(value);
    await eventPage.theme(0).add('beside it');
    await eventPage.reload();
    await expect(eventPage.myNotes.attentionEntries).toHaveCount(1);
    expect(await eventPage.storedValue(eventPage.noteKey(ID))).toBe(value);
    expect(await eventPage.storedOf('quarantine'), 'it is not damaged').toEqual({});
  });

  test('A draft is left untouched whatever is typed in its place', async ({ eventPage }) => {
    const theme = eventPage.theme(0);
    const value = JSON.stringify({ v: 2, text: 'from the future' });
    await eventPage.store([{ name: eventPage.draftKey(theme.theme), value }]);
    await eventPage.open();
    await expect(eventPage.myNotes.attentionEntry('from the future').raw).toHaveText(value);
    await theme.newNote.fill('from today');
    await theme.newNote.blur();
    await expect(theme.draftMark).toBeVisible();
    await expect(eventPage.alert).toContainText('the place of this text holds an older entry');
    await theme.addNote.click();
    await expect(theme.onlyNote.item).toContainText('from today');
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('from today');
    expect(await eventPage.storedValue(eventPage.draftKey(theme.theme))).toBe(value);
  });

  test('A newer page that writes the note being edited here is not written over, and the edit survives', async ({ eventPage }) => {
    await eventPage.store([{ name: eventPage.noteKey(ID), value: JSON.stringify(record) }]);
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.onlyNote.edit();
    await theme.editor.fill('written with the old page');
    await expect.poll(() => eventPage.storedTexts()).toEqual(['written with the old page']);
    const value = JSON.stringify({ ...newer, revision: 7, text: 'written with the new page' });
    const neighbour = await eventPage.neighbour();
    await neighbour.evaluate(([key, value]) => localStorage.setItem(key, value), [eventPage.noteKey(ID), value]);
    await eventPage.page.bringToFront();
    await expect.poll(() => eventPage.storedValue(eventPage.noteKey(ID))).toBe(value);
    // It is saved by itself, and finds its place taken: the editor goes with that.
    await theme.editor.fill('written with the old page, and on');
    await expect(theme.note('written with the new page').item).toContainText('From a newer version of this page:');
    expect(await eventPage.storedValue(eventPage.noteKey(ID))).toBe(value);
    await eventPage.reload();
    await expect(theme.note('written with the new page').item).toBeVisible();
    await expect(theme.note('written with the old page, and on').item).toBeVisible();
  });
});

test.describe('An entry is from an older version', () => {
  const { changed, revision, ...old } = { ...record, v: 0 };
  const before = JSON.stringify(old);
  const after = JSON.stringify({ ...record, changed: record.created });
  const half = after.slice(0, 50);

  test('It is brought to today’s form, and works like any other', async ({ eventPage }) => {
    const draft = JSON.stringify({ v: 0, text: 'an old draft' });
    await eventPage.store([
      { name: eventPage.noteKey(ID), value: before },
      { name: eventPage.draftKey(eventPage.outline[1]), value: draft },
    ]);
    await eventPage.open();
    const theme = eventPage.theme(0);
    await expect(theme.onlyNote.item).toContainText(record.text);
    await expect(eventPage.theme(1).newNote).toHaveValue('an old draft');
    await expect(eventPage.alert).toBeHidden();
    expect(await eventPage.stored()).toEqual({
      [eventPage.noteKey(ID)]: after,
      [eventPage.draftKey(eventPage.outline[1])]: '{"v":1,"text":"an old draft"}',
    });
    await edit(theme, record.text, 'changed today');
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('changed today');
  });

  test.describe('Nothing is lost where the browser ended when', () => {
    for (const [step, entries] of [
      ['the original was copied', { note: before, older: before }],
      ['the original was copied, and its place is empty', { older: before }],
      ['the original was copied, and its place was written by half', { note: half, older: before }],
      ['it was brought to today’s form', { note: after, older: before }],
    ] as [string, { note?: string; older: string }][]) {
      test(step, async ({ eventPage }) => {
        await eventPage.store(
          Object.entries({ [eventPage.noteKey(ID)]: entries.note, [eventPage.key('older', `note/${ID}`)]: entries.older })
            .filter((entry): entry is [string, string] => entry[1] !== undefined)
            .map(([name, value]) => ({ name, value })),
        );
        await eventPage.open();
        const theme = eventPage.theme(0);
        await expect(theme.onlyNote.item).toContainText(record.text);
        await reloadUnasked(eventPage.page);
        await eventPage.takenOver();
        await expect(theme.onlyNote.item).toContainText(record.text);
        expect(await eventPage.storedOf('older'), 'the original is no longer needed').toEqual({});
        const isHalf = entries.note === half;
        await expect(eventPage.myNotes.attentionEntries).toHaveCount(isHalf ? 1 : 0);
        // The damaged place is not written over unasked, so the note then stands in another one.
        if (!isHalf) expect(await eventPage.storedOf('note')).toEqual({ [ID]: after });
      });
    }
  });

  test('A page that ends at any call of the migration has lost nothing', async ({ page, eventPage }) => {
    // Past the last call of the storage the whole opening is undisturbed.
    const calls = 10;
    for (let call = 1; call <= calls; call += 1) {
      await eventPage.store([{ name: eventPage.noteKey(ID), value: before }]);
      const dying = await page.context().newPage();
      await dying.addInitScript((call) => {
        let left = call;
        for (const method of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
          const real = Storage.prototype[method] as (...values: string[]) => never;
          Storage.prototype[method] = function (...values: string[]) {
            left -= 1;
            // From this call on nothing of the page reaches the storage any more.
            if (left <= 0) throw new DOMException('The page is no more.', 'InvalidStateError');
            return real.apply(this, values);
          };
        }
      }, call);
      const unlucky = new EventPage(dying, eventPage.event, eventPage.url);
      await unlucky.open();
      await dying.close();
      await eventPage.open();
      await expect(eventPage.theme(0).onlyNote.item).toContainText(record.text);
      expect(await eventPage.stored()).toEqual({ [eventPage.noteKey(ID)]: after });
    }
    figure(`ended at each of ${calls} calls`);
  });
});

test.describe('A theme with notes disappears from the event or is renamed', () => {
  test('Its notes stand in a list of their own, and can be moved to another theme', async ({ event, eventPage }) => {
    const lost = noteEntry(event.id, { theme: 'no-such-theme', text: 'on something else', number: 4 });
    const alsoLost = noteEntry(event.id, { theme: 'nor-this-one', text: 'on something else again', number: 5 });
    await eventPage.store([lost, alsoLost]);
    await eventPage.open();
    await expect(eventPage.alert).toHaveText(/2 notes are on a theme that this event no longer has/);
    await expect(eventPage.myNotes.lostNotes).toHaveCount(2);
    const target = eventPage.theme(2);
    const note = eventPage.myNotes.lostNote('something else again');
    await note.themes.selectOption(target.theme.title);
    await note.move.click();
    await expect(target.onlyNote.item).toContainText('on something else again');
    await expect(eventPage.myNotes.lostNotes).toHaveCount(1);
    expect(await eventPage.storedValue(lost.name), 'the other one is as it was').toBe(lost.value);
    await eventPage.reload();
    await expect(target.onlyNote.item).toContainText('on something else again');
    await eventPage.myNotes.lostNote('something else').themes.selectOption(target.theme.title);
    await eventPage.myNotes.lostNote('something else').move.click();
    await expect(target.notes).toHaveCount(2);
    await expect(eventPage.myNotes.lostNotes).toHaveCount(0);
    await expect(eventPage.alert).toBeHidden();
  });

  test('Its drafts stand in that list as notes', async ({ event, eventPage }) => {
    await eventPage.store(['no-such-theme', 'nor-this-one'].map((theme) => draftEntry(event.id, theme, `begun on ${theme}`)));
    await eventPage.open();
    for (const text of ['begun on no-such-theme', 'begun on nor-this-one']) {
      await expect(eventPage.myNotes.lostNote(text).item).toBeVisible();
    }
    await eventPage.reload();
    await expect(eventPage.myNotes.lostNotes).toHaveCount(2);
    const target = eventPage.theme(0);
    await eventPage.myNotes.lostNote('begun on no-such-theme').themes.selectOption(target.theme.title);
    await eventPage.myNotes.lostNote('begun on no-such-theme').move.click();
    await expect(target.onlyNote.item).toContainText('begun on no-such-theme');
    await eventPage.reload();
    await expect(target.onlyNote.item).toContainText('begun on no-such-theme');
    await expect(eventPage.myNotes.lostNote('begun on nor-this-one').item).toBeVisible();
  });

  test('All that can be copied out has its notes and drafts too', async ({ page, event, eventPage }) => {
    await allowClipboard(page.context());
    await eventPage.store([
      noteEntry(event.id, { theme: 'no-such-theme', text: 'on something else' }),
      ...['no-such-theme', 'nor-this-one'].map((theme) => draftEntry(event.id, theme, `begun on ${theme}`)),
    ]);
    await eventPage.open();
    await eventPage.theme(0).add('beside them');
    await eventPage.copyAll(eventPage.myNotes.region).click();
    await expect(eventPage.status).toHaveText('Copied.');
    const copied = await clipboard(page);
    for (const text of ['on something else', 'begun on no-such-theme', 'begun on nor-this-one', 'beside them']) {
      expect(copied).toContain(text);
    }
  });

  testOnOwnSite('A theme whose id the host changes keeps its notes within reach', async ({ page, site, event, eventPage }) => {
    await eventPage.open();
    const renamed = eventPage.theme(0);
    await renamed.add('written before the change');
    site.renameTheme(renamed.theme.id, 'under-another-name');
    const changed = new EventPage(page, eventIn(site.folder), site.url);
    await changed.open();
    expect(changed.theme(0).theme.title).toBe(event.themes[0].title);
    await expect(changed.theme(0).notes).toHaveCount(0);
    const note = changed.myNotes.lostNote('written before the change');
    await note.themes.selectOption(changed.theme(0).theme.title);
    await note.move.click();
    await expect(changed.theme(0).onlyNote.item).toContainText('written before the change');
    await changed.reload();
    await expect(changed.theme(0).onlyNote.item).toContainText('written before the change');
    await expect(changed.alert).toBeHidden();
  });
});

/** A second tab with the same note open in the editors of both. */
async function editInBoth(eventPage: EventPage, text: string): Promise<EventPage> {
  await eventPage.theme(0).note(text).edit();
  const second = await eventPage.secondTab();
  await second.theme(0).note(text).edit();
  return second;
}

/** Waits until a tab finds this text in the storage: another tab's process tells it only later. */
async function hasHeardOf(tab: EventPage, text: string): Promise<void> {
  await expect.poll(() => tab.storedTexts()).toContainEqual(text);
}

test.describe('The same note is edited in two tabs', () => {
  test('Both texts survive: the later one stays in place, the other stands beside it as a conflict copy', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('as it was');
    const [{ id }] = await eventPage.storedNotes();
    const second = await editInBoth(eventPage, 'as it was');
    await theme.editor.fill('the earlier text');
    await hasHeardOf(second, 'the earlier text');
    await second.theme(0).editor.fill('the later text');
    await hasHeardOf(eventPage, 'the later text');
    await second.theme(0).done.click();
    await theme.done.click();
    for (const tab of [eventPage, second]) {
      await expect(tab.theme(0).notes).toHaveCount(2);
      await expect(tab.theme(0).note('the earlier text').item).toContainText('Conflict copy:');
      await expect(tab.theme(0).note('the later text').item).not.toContainText('Conflict copy:');
      await expect(tab.theme(0).notes.nth(0), 'beside it').toContainText('the later text');
    }
    const stored = await eventPage.storedNotes();
    expect(stored.find((note) => note.id === id)!.text).toBe('the later text');
    await eventPage.reload();
    await expect(theme.notes).toHaveCount(2);
    await expect(theme.conflictCopies).toHaveCount(1);
  });

  test('Edits to different notes never touch each other', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('one');
    await theme.add('two');
    const second = await eventPage.secondTab();
    await theme.note('one').edit();
    await second.theme(0).note('two').edit();
    await Promise.all([
      theme.editor.pressSequentially(' from the first tab', { delay: 20 }),
      second.theme(0).editor.pressSequentially(' from the second tab', { delay: 20 }),
    ]);
    await theme.done.click();
    await second.theme(0).done.click();
    for (const tab of [eventPage, second]) {
      await expect(tab.theme(0).notes).toHaveCount(2);
      for (const text of ['from the first tab', 'from the second tab']) await expect(tab.theme(0).note(text).item).toBeVisible();
      await expect(tab.theme(0).conflictCopies).toHaveCount(0);
    }
    expect((await eventPage.storedNotes()).map((note) => note.text).sort()).toEqual([
      expect.stringContaining('one'),
      expect.stringContaining('two'),
    ]);
  });

  test('What is typed in both at once can be read afterwards, in both tabs and after a reload', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('as it was');
    const second = await editInBoth(eventPage, 'as it was');
    await theme.editor.fill('');
    await second.theme(0).editor.fill('');
    await Promise.all([
      theme.editor.pressSequentially('typed in the first tab', { delay: 30 }),
      second.theme(0).editor.pressSequentially('typed in the second tab', { delay: 30 }),
    ]);
    await Promise.all([theme.done.click(), second.theme(0).done.click()]);
    const bothAreThere = async (tab: EventPage) => {
      for (const text of ['typed in the first tab', 'typed in the second tab']) {
        await expect(tab.theme(0).note(text).item.first()).toBeVisible();
      }
    };
    for (const tab of [eventPage, second]) await bothAreThere(tab);
    await eventPage.reload();
    await bothAreThere(eventPage);
  });

  test('A draft is written over by no tab that has not heard of it', async ({ page, eventPage }) => {
    await eventPage.open();
    const deaf = new EventPage(await page.context().newPage(), eventPage.event, eventPage.url);
    // The event that tells of other tabs comes late, as it may when a computer is busy.
    await deaf.page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
    await deaf.open();
    await eventPage.theme(0).newNote.fill('begun in the first tab');
    await eventPage.theme(0).newNote.blur();
    await expect.poll(() => deaf.storedValue(deaf.draftKey(deaf.outline[0]))).toContain('begun in the first tab');
    await deaf.theme(0).newNote.fill('begun in the second tab');
    await deaf.theme(0).newNote.blur();
    await expect(deaf.theme(0).note('begun in the first tab').item).toContainText('Conflict copy:');
    await expect(deaf.theme(0).newNote).toHaveValue('begun in the second tab');
    await eventPage.reload();
    await expect(eventPage.theme(0).note('begun in the first tab').item).toBeVisible();
    await expect(eventPage.theme(0).newNote).toHaveValue('begun in the second tab');
  });
});

test.describe('One tab deletes a note that another is editing', () => {
  test('The edited text survives', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('as it was');
    const second = await eventPage.secondTab();
    await theme.onlyNote.edit();
    await theme.editor.fill('being written');
    await expect(second.theme(0).onlyNote.item).toContainText('being written');
    await second.theme(0).onlyNote.delete();
    await expect(theme.editor).toHaveValue('being written');
    await theme.editor.fill('being written on');
    await theme.done.click();
    for (const tab of [eventPage, second]) await expect(tab.theme(0).onlyNote.item).toContainText('being written on');
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('being written on');
  });

  test('An editor in which nothing was typed yet keeps its text', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('as it was');
    const second = await eventPage.secondTab();
    await theme.onlyNote.edit();
    await second.theme(0).onlyNote.delete();
    await expect(second.undo).toBeVisible();
    await expect(theme.editor).toHaveValue('as it was');
    await theme.done.click();
    for (const tab of [eventPage, second]) await expect(tab.theme(0).onlyNote.item).toContainText('as it was');
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('as it was');
  });

  test('A text that the deleting tab had not heard of survives', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('as it was');
    const deaf = new EventPage(await page.context().newPage(), eventPage.event, eventPage.url);
    await deaf.page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
    await deaf.open();
    await edit(theme, 'as it was', 'as it is now');
    await hasHeardOf(deaf, 'as it is now');
    await deaf.theme(0).note('as it was').delete();
    await expect(theme.onlyNote.item).toContainText('as it is now');
    await expect(deaf.theme(0).onlyNote.item).toContainText('as it is now');
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('as it is now');
    await eventPage.myNotes.openDeleted(1);
    await expect(eventPage.myNotes.deletedNotes).toContainText('as it was');
  });
});

test.describe('The reader deletes', () => {
  test('A deleted note can be restored long after Undo has gone', async ({ page, eventPage }) => {
    await page.clock.install();
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('not needed, or so it seemed');
    await theme.add('needed');
    await theme.note('not needed').delete();
    await expect(eventPage.undo).toBeVisible();
    await page.clock.fastForward('00:11');
    await expect(eventPage.undo).toBeHidden();
    await eventPage.reload();
    await expect(theme.notes).toHaveCount(1);
    await eventPage.myNotes.openDeleted(1);
    await eventPage.myNotes.deletedNote('not needed').restore.click();
    await expect(theme.note('not needed').item).toBeVisible();
    await expect(eventPage.myNotes.deleted).toBeHidden();
    await eventPage.reload();
    await expect(theme.notes).toHaveCount(2);
    await expect(eventPage.myNotes.deleted).toBeHidden();
  });

  test('It is kept for 30 days, and no longer', async ({ eventPage }) => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const deleted = (id: string, text: string, days: number) => ({
      name: eventPage.key('deleted', id),
      value: JSON.stringify({ ...record, id, text, deleted: daysAgo(days) }),
    });
    await eventPage.store([deleted(ID, 'from last month', 29.9), deleted(OTHER_ID, 'from the month before', 30.1)]);
    await eventPage.open();
    await eventPage.myNotes.openDeleted(1);
    await expect(eventPage.myNotes.deletedNotes).toContainText('from last month');
    expect(Object.keys(await eventPage.storedOf('deleted'))).toEqual([ID]);
  });

  test('Emptying asks first, and what was emptied does not come back', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    for (const text of ['one', 'two']) {
      await theme.add(text);
      await theme.note(text).delete();
      await expect(theme.notes).toHaveCount(0);
    }
    const { deleted } = eventPage.myNotes;
    await eventPage.myNotes.openDeleted(2);
    await deleted.getByRole('button', { name: 'Empty…' }).click();
    await expect(deleted).toContainText('They cannot be brought back.');
    await deleted.getByRole('button', { name: 'Keep them' }).click();
    await expect(eventPage.myNotes.deletedNotes).toHaveCount(2);
    await deleted.getByRole('button', { name: 'Empty…' }).click();
    await deleted.getByRole('button', { name: 'Delete for good' }).click();
    await expect(deleted).toBeHidden();
    expect(await eventPage.stored()).toEqual({});
    await secondCopyIsRead(page);
    await eventPage.reload();
    await secondCopyIsRead(page);
    await expect(deleted).toBeHidden();
    await expect(theme.notes).toHaveCount(0);
  });
});

test.describe('The tab is closed, crashes, is discarded, or goes through the back/forward cache while typing', () => {
  /** Types a draft and a note for a while, as somebody does who does not expect what comes. */
  async function typeForAWhile(eventPage: EventPage, place: 'draft' | 'note') {
    await eventPage.open();
    const theme = eventPage.theme(0);
    if (place === 'note') {
      await theme.add('as it was');
      await theme.onlyNote.edit();
      await theme.editor.fill('');
    } else {
      await theme.newNote.focus();
    }
    const typist = typeOnAndOn(eventPage.page);
    await expect.poll(() => typist.typed().length).toBeGreaterThan(30);
    return typist;
  }

  /** What is found when the page is opened again. */
  async function foundIn(tab: EventPage, place: 'draft' | 'note'): Promise<string> {
    await tab.open();
    await secondCopyIsRead(tab.page);
    if (place === 'draft') return tab.theme(0).newNote.inputValue();
    return (await tab.theme(0).onlyNote.item.getByText(/^1 2 3/).textContent())!;
  }

  const anotherTab = async (eventPage: EventPage) =>
    new EventPage(await eventPage.page.context().newPage(), eventPage.event, eventPage.url);

  for (const place of ['draft', 'note'] as const) {
    test(`Closed in the middle of typing a ${place}, no more than the last 300 ms are missing`, async ({ page, eventPage }) => {
      const typist = await typeForAWhile(eventPage, place);
      const again = await anotherTab(eventPage);
      await page.close();
      const typed = await typist.stop();
      expectLittleLost(charactersLost(typed, await foundIn(again, place)));
    });

    test(`Crashed in the middle of typing a ${place}, no more than the last 300 ms are missing`, async ({ page, eventPage }) => {
      const typist = await typeForAWhile(eventPage, place);
      const again = await anotherTab(eventPage);
      const crash = page.waitForEvent('crash');
      // Answered by nobody: who should answer has crashed.
      const session = await page.context().newCDPSession(page);
      session.send('Page.crash').catch(() => {});
      await crash;
      const typed = await typist.stop();
      expectLittleLost(charactersLost(typed, await foundIn(again, place)));
    });

    test(`Discarded in the background after typing a ${place}, nothing is missing`, async ({ page, eventPage }) => {
      const typist = await typeForAWhile(eventPage, place);
      const again = await anotherTab(eventPage);
      const session = await page.context().newCDPSession(page);
      const crash = page.waitForEvent('crash');
      // What a browser does to a tab that it discards: the tab is hidden, and then its process is
      // ended without a word. It never does so by itself to a tab that a test steers.
      const typed = await typist.stop();
      await hide(page);
      session.send('Page.crash').catch(() => {});
      await crash;
      expect(charactersLost(typed, await foundIn(again, place))).toBe(0);
    });
  }

  /** A browser that keeps the pages of its history alive, as browsers of readers do. */
  async function withHistoryCache(eventPage: EventPage, run: (eventPage: EventPage) => Promise<void>): Promise<void> {
    const { viewport, isMobile, hasTouch } = test.info().project.use;
    const browser = await chromium.launch({ executablePath, args, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    const context = await browser.newContext({ baseURL: eventPage.url, viewport, isMobile, hasTouch });
    const watched = watch(context, eventPage.url);
    await run(new EventPage(await context.newPage(), eventPage.event, eventPage.url));
    watched.check();
    await browser.close();
  }

  /** Leaves the page for another one, does something, and comes back to the very same page. */
  async function thereAndBack(page: Page, meanwhile: () => Promise<void>): Promise<void> {
    await page.evaluate(() => Object.assign(window, { isTheVerySame: true }));
    await openNeighbour(page);
    await meanwhile();
    // The page is not loaded again, so there is no load to wait for.
    await page.goBack({ waitUntil: 'commit' });
    expect(await page.evaluate(() => 'isTheVerySame' in window), 'it came from the cache').toBe(true);
  }

  test('Back from the history, the page shows what other tabs did meanwhile', async ({ eventPage }) => {
    await withHistoryCache(eventPage, async (first) => {
      await first.open();
      for (const text of ['to be changed', 'to be deleted']) await first.theme(0).add(text);
      await first.theme(1).newNote.fill('a draft to be added');
      await first.theme(1).newNote.blur();
      const second = await first.secondTab();
      await thereAndBack(first.page, async () => {
        await edit(second.theme(0), 'to be changed', 'changed meanwhile');
        await second.theme(0).note('to be deleted').delete();
        await second.theme(0).add('added meanwhile');
        await second.theme(1).addNote.click();
        await expect(second.theme(1).notes).toHaveCount(1);
      });
      await expect(first.theme(0).note('changed meanwhile').item).toBeVisible();
      await expect(first.theme(0).note('added meanwhile').item).toBeVisible();
      await expect(first.theme(0).note('to be deleted').item).toHaveCount(0);
      await expect(first.theme(1).newNote).toHaveValue('');
      await expect(first.theme(1).onlyNote.item).toContainText('a draft to be added');
      await expect(first.alert).toBeHidden();
      await first.theme(0).add('and it works on');
      await expect(second.theme(0).note('and it works on').item).toBeVisible();
    });
  });

  test('Back from the history with an editor open, what is written on and what another tab wrote meanwhile both survive', async ({
    eventPage,
  }) => {
    await withHistoryCache(eventPage, async (first) => {
      await first.open();
      await first.theme(0).add('as it was');
      const second = await first.secondTab();
      await first.page.bringToFront();
      await first.theme(0).onlyNote.edit();
      await first.theme(0).editor.pressSequentially('just typed, ');
      await expect(second.theme(0).onlyNote.item).toContainText('just typed, ');
      // A page whose second copy is still being written makes way for a tab that waits for it: the
      // browser then loads it anew, which is not what is tested here.
      await secondCopyIsRead(first.page);
      await thereAndBack(first.page, () => edit(second.theme(0), 'just typed, ', 'changed meanwhile'));
      await expect(first.theme(0).editor).toHaveValue(/just typed, /);
      await first.theme(0).editor.pressSequentially('and on ');
      await first.theme(0).done.click();
      for (const tab of [first, second]) {
        await expect(tab.theme(0).notes).toHaveCount(2);
        await expect(tab.theme(0).note('just typed, and on').item).toBeVisible();
        await expect(tab.theme(0).note('changed meanwhile').item).toContainText('Conflict copy:');
      }
    });
  });

  for (const place of ['draft', 'note'] as const) {
    test(`Gone to another page in the middle of typing a ${place}, nothing is missing in other tabs or on the way back`, async ({
      page,
      eventPage,
    }) => {
      const typist = await typeForAWhile(eventPage, place);
      const second = await anotherTab(eventPage);
      const typed = await typist.stop();
      await openNeighbour(page);
      expect(charactersLost(typed, await foundIn(second, place))).toBe(0);
      await page.goBack();
      await eventPage.takenOver();
      expect(charactersLost(typed, await foundIn(eventPage, place))).toBe(0);
    });
  }
});

test.describe('The page’s program has not come yet, or does not come', () => {
  const notSaved = /Not saved: a part of this page did not load/;

  /** Lets the program not come, of which the browser itself speaks. */
  async function withoutProgram(page: Page, consoleOutput: { expect(words: RegExp): void }): Promise<void> {
    consoleOutput.expect(/ERR_FAILED|Failed to (load|fetch)/);
    await page.route('**/*.wasm', (route) => route.abort());
  }

  /** What is typed where it cannot be stored is told of beside the box, and can be copied. */
  async function isToldBesideTheBox(page: Page, theme: ThemeSection): Promise<void> {
    await allowClipboard(page.context());
    await theme.newNote.pressSequentially('nowhere but here');
    await theme.addNote.click();
    await expect(theme.region.getByRole('alert')).toHaveText(notSaved);
    await expect(theme.newNote).toHaveValue('nowhere but here');
    await theme.region.getByRole('button', { name: 'Copy this text', exact: true }).click();
    await expect.poll(() => clipboard(page)).toBe('nowhere but here');
    expect(await asksBeforeLeaving(page), 'leaving asks first').toBe(true);
    // The program comes after all.
    await page.unroute('**/*.wasm');
    await theme.addNote.click();
    await expect(theme.onlyNote.item).toContainText('nowhere but here');
  }

  test('Without room in the storage, what is typed stays in its box, which says so, until there is', async ({
    page,
    eventPage,
    consoleOutput,
  }) => {
    await withoutProgram(page, consoleOutput);
    const neighbour = await eventPage.neighbour();
    await eventPage.openUnready();
    await fillFor(page, neighbour);
    await page.bringToFront();
    await isToldBesideTheBox(page, eventPage.theme(0));
    await expect(eventPage.theme(0).onlyNote.unsavedMark).toBeVisible();
    await makeRoom(neighbour);
    await expect(eventPage.theme(0).onlyNote.unsavedMark).toBeHidden();
    await expect.poll(() => eventPage.storedTexts()).toEqual(['nowhere but here']);
  });

  test('Without any storage, what is typed stays in its box, which says so', async ({ page, eventPage, consoleOutput }) => {
    await withoutProgram(page, consoleOutput);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await eventPage.openUnready();
    await isToldBesideTheBox(page, eventPage.theme(0));
    await expect(eventPage.alert).toHaveText(/vanish when this tab closes/);
  });

  test('What is typed in the same box of two tabs can be read afterwards', async ({ page, eventPage }) => {
    const other = new EventPage(await page.context().newPage(), eventPage.event, eventPage.url);
    // The event that tells of other tabs comes late, as it may when a computer is busy.
    await other.page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
    const [wasm, othersWasm] = [await holdBackWasm(page), await holdBackWasm(other.page)];
    await eventPage.openUnready();
    await other.openUnready();
    // A page that arrives later would show what was typed in the other one, to be gone on with.
    await other.page.waitForLoadState('domcontentloaded');
    const key = eventPage.draftKey(eventPage.outline[0]);
    await eventPage.theme(0).newNote.fill('in the first tab');
    // Stored in one process, and known in the other a moment later.
    await expect.poll(() => other.storedValue(key)).toBe('{"v":1,"text":"in the first tab"}');
    await other.theme(0).newNote.fill('in the second tab');
    await other.page.evaluate(() => dispatchEvent(new Event('pagehide')));
    expect(await eventPage.storedValue(key), 'not written over').toBe('{"v":1,"text":"in the first tab"}');
    othersWasm.release();
    await other.takenOver();
    wasm.release();
    await eventPage.takenOver();
    const texts = async () => JSON.stringify([await eventPage.storedTexts(), await eventPage.storedOf('draft')]);
    for (const text of ['in the first tab', 'in the second tab']) await expect.poll(texts).toContain(text);
    await eventPage.reload();
    const shown = async () => (await eventPage.theme(0).region.innerText()) + (await eventPage.theme(0).newNote.inputValue());
    for (const text of ['in the first tab', 'in the second tab']) await expect.poll(shown).toContain(text);
  });
});

test.describe('Another site page or extension writes foreign keys, or calls localStorage.clear() while the page is open', () => {
  test('Foreign keys are never read, written nor removed', async ({ page, event, eventPage }) => {
    const foreign = [
      { name: 'another-program', value: 'its own' },
      { name: 'marginalia', value: 'not ours either' },
      { name: `marginalia/another-event/note/${ID}`, value: JSON.stringify(record) },
      { name: `marginalia/${event.id}-2/note/${ID}`, value: JSON.stringify(record) },
      { name: '', value: 'no name' },
    ];
    await page.addInitScript(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
        const real = Storage.prototype[method] as (key: string, ...values: string[]) => never;
        Storage.prototype[method] = function (key: string, ...values: string[]) {
          touched.push(key);
          return real.call(this, key, ...values);
        };
      }
      Storage.prototype.clear = () => touched.push('everything, by `clear`');
    });
    await eventPage.store(foreign);
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('ours');
    await edit(theme, 'ours', 'still ours');
    const neighbour = await eventPage.neighbour();
    await neighbour.evaluate(() => localStorage.setItem('another-program/new', 'written while the page is open'));
    await page.bringToFront();
    await expect.poll(() => eventPage.storedValue('another-program/new')).not.toBeNull();
    await page.evaluate(() => (window as unknown as { touched: string[] }).touched.splice(0, Infinity, 'so far'));
    await eventPage.reload();
    await theme.onlyNote.delete();
    await eventPage.undo.click();
    await eventPage.myNotes.storage.locator('summary').click();
    await expect(theme.onlyNote.item).toContainText('still ours');
    const touched = await page.evaluate(() => (window as unknown as { touched: string[] }).touched);
    expect(touched.length).toBeGreaterThan(0);
    const own = (key: string) => key.startsWith(`marginalia/${event.id}/`) || key === 'marginalia/settings';
    expect(touched.filter((key) => !own(key))).toEqual([]);
    const stored = await eventPage.stored();
    for (const { name, value } of foreign) expect(stored[name], name).toBe(value);
    expect(stored['another-program/new']).toBe('written while the page is open');
  });

  for (const where of ['in another tab', 'in this very page'] as const) {
    test(`After a clear ${where} the page holds its notes, says so, and writes them back when the reader agrees`, async ({
      page,
      eventPage,
    }) => {
      await eventPage.open();
      const theme = eventPage.theme(0);
      for (const text of ['one', 'two', 'deleted']) await theme.add(text);
      await theme.note('deleted').delete();
      await eventPage.theme(1).newNote.fill('begun');
      await eventPage.theme(1).newNote.blur();
      await expect.poll(() => eventPage.storedOf('draft')).not.toEqual({});
      const before = await eventPage.stored();
      const clearing = where === 'in this very page' ? page : await eventPage.neighbour();
      await clearing.evaluate(() => localStorage.clear());
      await page.bringToFront();

      await expect(eventPage.alert).toHaveText(/no longer stored in this browser/);
      await expect(theme.notes).toHaveCount(2);
      await expect(eventPage.theme(1).newNote).toHaveValue('begun');
      expect(await asksBeforeLeaving(page), 'leaving asks first').toBe(true);
      expect(await eventPage.stored(), 'nothing is written unasked').toEqual({});
      await eventPage.writeBack.click();
      await expect(eventPage.alert).toBeHidden();
      await expect(eventPage.status).toHaveText('Your notes are stored in this browser again.');
      expect(await eventPage.stored()).toEqual(before);
      await eventPage.reload();
      await expect(theme.notes).toHaveCount(2);
      await expect(eventPage.theme(1).newNote).toHaveValue('begun');
      await eventPage.myNotes.openDeleted(1);
    });
  }

  test('A clear while a note is being edited loses neither that note nor the others', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('one');
    await theme.add('two');
    await theme.note('one').edit();
    await theme.editor.fill('one, ');
    await page.evaluate(() => localStorage.clear());
    await theme.editor.press('End');
    await theme.editor.pressSequentially('and on');
    await expect(eventPage.alert).toHaveText(/no longer stored in this browser/);
    await theme.done.click();
    await expect(theme.notes).toHaveCount(2);
    await eventPage.writeBack.click();
    await expect(eventPage.alert).toBeHidden();
    expect((await eventPage.storedTexts()).sort()).toEqual(['one, and on', 'two']);
    await eventPage.reload();
    await expect(theme.notes).toHaveCount(2);
  });

  test('Who closes the page after a clear without agreeing finds the notes again nevertheless', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('still in the second copy');
    await secondCopyIsRead(page);
    await page.evaluate(() => localStorage.clear());
    await expect(eventPage.alert).toHaveText(/no longer stored in this browser/);
    await reloadUnasked(page);
    await eventPage.takenOver();
    await expect(theme.onlyNote.item).toContainText('still in the second copy');
    await expect(eventPage.status).toHaveText(/^1 text that this browser had not finished storing is back\./);
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText('still in the second copy');
  });
});

test.describe("The device's clock jumps back or forward", () => {
  const YEARS = ['2026-03-05', '2001-01-01', '2040-12-31', '2025-06-30', '2026-03-05'].map((day) => new Date(`${day}T12:00:00Z`));

  test('Notes stand in the order in which they were added', async ({ page, eventPage }) => {
    await page.clock.install({ time: YEARS[0] });
    await eventPage.open();
    const theme = eventPage.theme(0);
    for (const [number, time] of YEARS.entries()) {
      await page.clock.setSystemTime(time);
      await theme.add(`note ${number}`);
    }
    // The newest comes first.
    const inOrder = YEARS.map((_, number) => `note ${number}`).reverse();
    await expect(theme.notes).toContainText(inOrder);
    await eventPage.reload();
    await expect(theme.notes).toContainText(inOrder);
    const second = await eventPage.secondTab();
    await second.theme(0).add('and one more');
    for (const tab of [eventPage, second]) await expect(tab.theme(0).notes).toContainText(['and one more', ...inOrder]);
  });

  for (const [jump, later] of [['back', YEARS[1]], ['forward', YEARS[2]]] as const) {
    test(`Of two texts for one note the later one stays in place, though the clock jumped ${jump}`, async ({ page, eventPage }) => {
      await page.clock.install({ time: YEARS[0] });
      await eventPage.open();
      const theme = eventPage.theme(0);
      await theme.add('as it was');
      const second = await editInBoth(eventPage, 'as it was');
      await theme.editor.fill('the earlier text');
      await hasHeardOf(second, 'the earlier text');
      await page.clock.setSystemTime(later);
      await second.theme(0).editor.fill('the later text');
      await second.theme(0).done.click();
      await hasHeardOf(eventPage, 'the later text');
      await theme.done.click();
      for (const tab of [eventPage, second]) {
        await expect(tab.theme(0).note('the later text').item).not.toContainText('Conflict copy:');
        await expect(tab.theme(0).note('the earlier text').item).toContainText('Conflict copy:');
      }
    });

    test(`What is deleted and edited in two tabs survives, though the clock jumped ${jump}`, async ({ page, eventPage }) => {
      await page.clock.install({ time: YEARS[0] });
      await eventPage.open();
      const theme = eventPage.theme(0);
      await theme.add('as it was');
      const second = await eventPage.secondTab();
      await theme.onlyNote.edit();
      await page.clock.setSystemTime(later);
      await second.theme(0).onlyNote.delete();
      await page.clock.setSystemTime(YEARS[0]);
      await theme.editor.fill('written on');
      await theme.done.click();
      for (const tab of [eventPage, second]) await expect(tab.theme(0).onlyNote.item).toContainText('written on');
      await theme.onlyNote.delete();
      await expect(theme.notes).toHaveCount(0);
      await eventPage.undo.click();
      for (const tab of [eventPage, second]) await expect(tab.theme(0).onlyNote.item).toContainText('written on');
    });
  }
});

test.describe("Two tabs open while the app's files are updated under them", () => {
  testOnOwnSite('The old tab and the new one work on the same notes', async ({ site, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('from before the update');
    const alsoOld = await eventPage.secondTab();
    site.rename();
    const updated = await eventPage.secondTab();
    await expect(updated.theme(0).onlyNote.item).toContainText('from before the update');
    await edit(updated.theme(0), 'from before the update', 'changed in the new tab');
    await expect(theme.onlyNote.item).toContainText('changed in the new tab');
    await edit(theme, 'changed in the new tab', 'changed in the old tab');
    await alsoOld.theme(0).add('added in the other old tab');
    for (const tab of [eventPage, alsoOld, updated]) {
      await expect(tab.theme(0).notes).toHaveCount(2);
      await expect(tab.theme(0).note('changed in the old tab').item).toBeVisible();
      await expect(tab.theme(0).note('added in the other old tab').item).toBeVisible();
      await expect(tab.theme(0).conflictCopies).toHaveCount(0);
      await expect(tab.alert).toBeHidden();
    }
    // The old tab becomes a new one by a reload.
    await eventPage.reload();
    await expect(theme.notes).toHaveCount(2);
  });

  testOnOwnSite('A note edited in the old tab and the new one keeps both texts', async ({ site, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('as it was');
    site.rename();
    const updated = await editInBoth(eventPage, 'as it was');
    await theme.editor.fill('from the old tab');
    await hasHeardOf(updated, 'from the old tab');
    await updated.theme(0).editor.fill('from the new tab');
    await updated.theme(0).done.click();
    await hasHeardOf(eventPage, 'from the new tab');
    await theme.done.click();
    for (const tab of [eventPage, updated]) {
      await expect(tab.theme(0).note('from the new tab').item).not.toContainText('Conflict copy:');
      await expect(tab.theme(0).note('from the old tab').item).toContainText('Conflict copy:');
    }
  });

  testOnOwnSite('A page whose program has gone meanwhile reads, and leaves the notes alone', async ({
    page,
    site,
    eventPage,
    consoleOutput,
  }) => {
    consoleOutput.expect(/Failed to load resource: .* 404/);
    consoleOutput.expect(/Failed to fetch dynamically imported module/);
    await eventPage.open();
    await eventPage.theme(0).add('from before the update');
    const before = await eventPage.stored();
    const oldHtml = site.html();
    site.rename();
    // A copy of the old page that some cache still held.
    await page.route(site.url, (route) => route.fulfill({ body: oldHtml, contentType: 'text/html' }));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(eventPage.event.title);
    await eventPage.theme(0).addNote.click();
    await expect(eventPage.theme(0).region.getByRole('alert')).toContainText('is kept in this browser');
    expect(await eventPage.stored()).toEqual(before);
    await page.unroute(site.url);
    await eventPage.reload();
    await expect(eventPage.theme(0).onlyNote.item).toContainText('from before the update');
  });
});

test.describe('On the first note the page asks the browser for persistent storage', () => {
  /** Opens “Storage” and gives its place. */
  async function storageLine(eventPage: EventPage) {
    await eventPage.myNotes.storage.locator('summary').click();
    return eventPage.myNotes.storage;
  }

  test('It asks with the first note, once, and not before', async ({ page, eventPage }) => {
    await page.addInitScript(() => {
      let asked = 0;
      const real = StorageManager.prototype.persist;
      StorageManager.prototype.persist = function () {
        asked += 1;
        return real.call(this);
      };
      Object.defineProperty(window, 'timesAsked', { get: () => asked });
    });
    const timesAsked = () => page.evaluate(() => (window as unknown as { timesAsked: number }).timesAsked);
    await eventPage.open();
    await eventPage.theme(0).newNote.fill('only a draft');
    await eventPage.theme(0).newNote.blur();
    await expect(await storageLine(eventPage)).toContainText('With your first note this page asks the browser');
    expect(await timesAsked()).toBe(0);
    await eventPage.theme(0).addNote.click();
    await expect.poll(timesAsked).toBe(1);
    await eventPage.theme(1).add('a second note');
    expect(await timesAsked()).toBe(1);
  });

  test('It says so where the browser agrees', async ({ page, eventPage }) => {
    const session = await page.context().browser()!.newBrowserCDPSession();
    const inPage = await page.context().newCDPSession(page);
    const { browserContextId } = (await inPage.send('Target.getTargetInfo')).targetInfo;
    const origin = new URL(eventPage.url).origin;
    await session.send('Browser.grantPermissions', { permissions: ['durableStorage'], origin, browserContextId });
    await eventPage.open();
    await eventPage.theme(0).add('a first note');
    await expect(await storageLine(eventPage)).toContainText('This browser has agreed to keep your notes');
    expect(await page.evaluate(() => navigator.storage.persisted()), 'it really has').toBe(true);
  });

  test('It says so where the browser does not agree', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.theme(0).add('a first note');
    await expect(await storageLine(eventPage)).toContainText('This browser has not agreed to keep your notes');
    expect(await page.evaluate(() => navigator.storage.persisted()), 'it really has not').toBe(false);
  });

  test('It says so where the browser cannot be asked', async ({ page, eventPage }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'storage', { get: () => undefined }));
    await eventPage.open();
    await eventPage.theme(0).add('a first note');
    await expect(await storageLine(eventPage)).toContainText('This browser has not agreed to keep your notes');
  });
});
