// What befalls notes: no storage or none left, elements and words of others in the page, a program that
// does not come. Nothing typed is lost, and the page says what it means.

import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DIST } from '../server.mjs';
import { fill, makeRoom } from '../trouble';
import { evaluate } from './found';
import { expect, test } from './fixtures';
import type { EventPage } from './page';

/** A page as `trouble.ts` wants it. */
const asPage = ({ tab }: EventPage) =>
  ({ evaluate: (run: (argument: unknown) => unknown, argument: unknown) => evaluate(tab, run, argument) }) as never;

test.describe('Where the browser keeps nothing', () => {
  test.use({ lacks: { storage: true } });

  test('notes work as long as the page is open, and it says so', async ({ page, reader }) => {
    // Firefox notes each page that it kept from its storage.
    reader.expectConsole(/cookieBlockedAll/);
    await page.open();
    await page.alert.says('vanish when this tab closes');
    const theme = page.theme(0);
    await theme.add('first written');
    await theme.edit('first written');
    await theme.editor.fill('then changed');
    await theme.done.click();
    await theme.note('then changed').isThere();
    await page.theme(1).newNote.type('a draft');
    await page.alert.find('button', 'Copy all my notes').click();
    await page.status.says('Copied.');
    await page.theme(2).newNote.enter();
    await page.tab.press('Control+v');
    await expect.poll(() => page.theme(2).newNote.value()).toContain('then changed');
    await page.theme(1).newNote.holds('a draft');
  });
});

test('Where the storage is full, what is typed stays, and is stored once there is room', async ({ page, reader }) => {
  await page.open();
  await page.theme(0).add('kept before');
  await page.stores(['kept before']);
  const neighbour = await reader.neighbour();
  // A tab that has stored something may have room set aside for more, for a while.
  const isFull = async () => {
    await fill(asPage(neighbour));
    return evaluate(page.tab, () => {
      try {
        localStorage.setItem('probe', 'x'.repeat(10));
        localStorage.removeItem('probe');
        return false;
      } catch {
        return true;
      }
    });
  };
  await expect.poll(isFull, 'the storage is full').toBe(true);
  const theme = page.theme(1);
  await theme.newNote.fill('there is no room for this');
  await page.tab.press('Control+Enter');
  await theme.note('there is no room for this').isThere();
  await page.alert.says(/^Not saved: .*is full/);
  await theme.note('there is no room for this').says('Not saved');
  await makeRoom(asPage(neighbour));
  await page.stores(['kept before', 'there is no room for this']);
  await expect.poll(() => page.alert.text(), 'what endangers notes').toBe('');
});

/** Opens the page with its program on the way, and types into it. */
async function typeEarly(page: EventPage, hold: (pattern: RegExp) => void): Promise<void> {
  hold(/\.wasm/);
  await page.openUnready();
  await page.theme(0).newNote.type('written early');
}

/** What must work afterwards, whatever stands around it. */
async function worksOn(page: EventPage): Promise<void> {
  const theme = page.theme(0);
  await theme.newNote.holds('written early');
  await theme.addNote.click();
  await theme.note('written early').isThere();
  await theme.newNote.holds('');
  await theme.edit('written early');
  await theme.editor.fill('edited now');
  await theme.done.click();
  await theme.note('edited now').isThere();
  await page.search.type('edited');
  await expect.poll(() => page.myNotes.by('mark').texts()).toEqual(['edited']);
  await theme.delete('edited now');
  await theme.notes.has(0);
  await page.undo.click();
  await theme.note('edited now').isThere();
  await page.stores(['edited now']);
  await page.reload();
  await theme.note('edited now').isThere();
}

for (const where of ['before', 'beside', 'around'] as const) {
  test(`An extension's element ${where} each box, before the program starts, takes nothing away`, async ({ page, site }) => {
    await typeEarly(page, site.hold);
    await evaluate(
      page.tab,
      (where) => {
        for (const box of document.querySelectorAll('textarea')) {
          const foreign = document.createElement('grammar-helper');
          if (where === 'before') box.before(foreign);
          if (where === 'beside') box.after(foreign);
          if (where === 'around') {
            box.before(foreign);
            foreign.append(box);
          }
        }
      },
      where,
    );
    site.release();
    await page.takenOver();
    await worksOn(page);
  });
}

test('A translation around every word, before the program starts and after, takes nothing away', async ({ page, site }) => {
  const translate = () =>
    evaluate(page.tab, () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement!.closest('script, style, textarea, template')) continue;
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text.data);
      }
    });
  await typeEarly(page, site.hold);
  await translate();
  site.release();
  await page.takenOver();
  await translate();
  await worksOn(page);
});

test('What is typed before the program starts goes on without a break', async ({ page, site }) => {
  await typeEarly(page, site.hold);
  await page.storesDraft(page.outline[0], 'written early');
  site.release();
  await page.takenOver();
  await page.tab.type(' and late');
  await page.theme(0).newNote.holds('written early and late');
  await page.storesDraft(page.outline[0], 'written early and late');
});

/** What a page says whose program does not come, and that it keeps what is typed. */
async function saysSoAndKeeps(page: EventPage): Promise<void> {
  const theme = page.theme(0);
  await theme.newNote.type('not lost');
  await theme.addNote.click();
  await theme.region.find('alert').says('is kept in this browser');
  await theme.newNote.holds('not lost');
  await page.storesDraft(theme.theme, 'not lost');
}

test('When the program is refused, the page says so, keeps the text, and the next press tries again', async ({ page, reader, site }) => {
  // The browser itself reports the failed request, and the page why it could not start.
  reader.expectConsole(/404|Failed to|TypeError|CompileError|WebAssembly|MIME|JSHandle@error/i);
  site.refuse(/\.wasm/);
  await page.openUnready();
  await saysSoAndKeeps(page);
  site.release();
  await page.theme(0).addNote.click();
  await page.theme(0).note('not lost').isThere();
  await page.theme(0).newNote.holds('');
});

test.describe('Without WebAssembly', () => {
  test.use({ lacks: { webAssembly: true } });

  test('the page says so, and keeps the text', async ({ page, reader }) => {
    // Puppeteer does not tell the words of Firefox's error.
    reader.expectConsole(/WebAssembly|JSHandle@error/);
    await page.openUnready();
    expect(await evaluate(page.tab, () => typeof WebAssembly)).toBe('undefined');
    await saysSoAndKeeps(page);
    await page.openUnready();
    await page.theme(0).newNote.holds('not lost');
  });
});

test('The built folder opened from the disk says that it cannot work there, and keeps the text', async ({ page, reader, event }) => {
  // What a browser says of a module that it does not load from a disk.
  reader.expectConsole(/./);
  await page.tab.open(pathToFileURL(join(DIST, 'index.html')).href);
  expect(await page.find('heading').matching('h1').texts()).toEqual([event.title]);
  const theme = page.theme(0);
  await theme.newNote.type('not lost');
  await theme.addNote.click();
  await theme.region.find('alert').says('kept in this browser');
  await theme.newNote.holds('not lost');
  await page.tab.reload();
  await theme.newNote.holds('not lost');
});

test('The page as a single file takes notes from the disk', async ({ page, reader, event }) => {
  const file = join(reader.folder, 'A page from an e-mail (1).html');
  await copyFile(join(DIST, `${event.id}.html`), file);
  await page.tab.open(pathToFileURL(file).href);
  await page.takenOver();
  await page.theme(2).add('Written on a train');
  await page.status.says('Saved');
  await page.reload();
  await page.theme(2).note('Written on a train').isThere();
});
