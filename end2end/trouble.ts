// What befalls a page and its notes, as real as a test can bring it about: a storage that is full to
// the last character, a reader who leaves, a host who updates the files, somebody who types on and on.

import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { expect, test as base } from './fixtures';
import { DIST, startSite } from './server.mjs';

/** The beginning of the keys by which another program of the site fills the storage. */
export const BALLAST = 'another-program/ballast-';

/** How many characters local storage holds, as this page knows it, keys included. */
async function charactersStored(page: Page): Promise<number> {
  return page.evaluate(() =>
    Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0),
  );
}

/**
 * Fills local storage to the last character that the browser takes, but for `room` characters,
 * from another page of the site. Returns how many characters there are then.
 */
export async function fill(neighbour: Page, room = 0): Promise<number> {
  await neighbour.evaluate(
    ({ BALLAST, room }) => {
      const takes = (key: string, length: number) => {
        try {
          localStorage.setItem(key, 'x'.repeat(length));
          return true;
        } catch (error) {
          if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
          return false;
        }
      };
      let number = 0;
      while (takes(`${BALLAST}${number}`, 500_000)) number += 1;
      const last = `${BALLAST}last`;
      let length = 0;
      for (let step = 1 << 19; step >= 1; step /= 2) if (takes(last, length + step)) length += step;
      takes(last, length - room);
    },
    { BALLAST, room },
  );
  return charactersStored(neighbour);
}

/**
 * Fills local storage while a page of the event is open. Each of the two is told only later what the
 * other has written, so they are waited for: then a write that goes over the quota fails at once.
 */
export async function fillFor(page: Page, neighbour: Page, room = 0): Promise<number> {
  await makeRoom(neighbour);
  const knowTheSame = () =>
    expect.poll(async () => (await charactersStored(page)) - (await charactersStored(neighbour))).toBe(0);
  await knowTheSame();
  const characters = await fill(neighbour, room);
  await knowTheSame();
  return characters;
}

/** The other program takes its ballast away. */
export async function makeRoom(neighbour: Page): Promise<void> {
  await neighbour.evaluate((BALLAST) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(BALLAST)) localStorage.removeItem(key);
  }, BALLAST);
}

/** Closes the tab as the reader does. Where the browser asks first, the reader stays. */
export async function asksBeforeLeaving(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    return true;
  });
  const closed = page.waitForEvent('close').then(() => false);
  await page.close({ runBeforeUnload: true });
  // The one that does not happen is refused later, when nobody listens any more.
  for (const outcome of [asked, closed]) outcome.catch(() => {});
  return Promise.race([asked, closed]);
}

/** Tells the page that it is hidden now: Playwright keeps every tab visible, whichever is in front. */
export async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/** Loads the page again although it asks whether to leave. */
export async function reloadUnasked(page: Page): Promise<void> {
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
}

/**
 * Waits, behind the page itself, for its turn at the second copy: what the page has asked of that
 * until now is done then, be it to read it or to write it to the disk.
 */
export async function secondCopyIsRead(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('entries', 'readwrite');
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    }
  });
}

// Typing.

/** The pace of somebody who types fast. */
export const KEY_EVERY = 30;

/** What 300 ms of typing are at that pace, and one key that was on its way. */
export const MOST_LOST = 300 / KEY_EVERY + 1;

const COUNT = Array.from({ length: 500 }, (_, number) => number + 1).join(' ');

/** Somebody who types `1 2 3 …` where the focus is, without a pause. */
export interface Typist {
  /** What the page has taken from the keyboard so far. */
  typed(): string;
  /** Ends the typing, and returns what was typed. */
  stop(): Promise<string>;
}

/** Begins to type, one key every 30 ms or slower, until it is stopped or the page is gone. */
export function typeOnAndOn(page: Page): Typist {
  let typed = '';
  let running = true;
  const typing = (async () => {
    for (const letter of COUNT) {
      const pause = setTimeout(KEY_EVERY);
      try {
        await page.keyboard.press(letter);
      } catch {
        // The page is gone, as it should.
        return;
      }
      if (!running) return;
      typed += letter;
      await pause;
      if (!running) return;
    }
  })();
  return {
    typed: () => typed,
    stop: async () => {
      running = false;
      const result = typed;
      await typing;
      return result;
    },
  };
}

/**
 * How many of the typed characters are missing at the end of what was found. Fails where anything
 * else is missing or different: what was found must be a beginning of what was typed.
 */
export function charactersLost(typed: string, found: string): number {
  // One key may have arrived of which the typist had not yet heard.
  const sent = COUNT.slice(0, typed.length + 1);
  expect(sent.startsWith(found), `“${found}” is a beginning of “${sent}”`).toBe(true);
  return Math.max(0, typed.length - found.length);
}

// The host.

/** A site of its own for a test, whose files can be changed while pages are open. */
export interface OwnSite {
  url: string;
  /** Where it lies on the disk. */
  folder: string;
  /** The text of `index.html` as it stands there now. */
  html(): string;
  /** Gives the files of the program other names, as another build does, and takes the old ones away. */
  rename(): void;
  /** Gives a theme another id, as a host may by mistake. */
  renameTheme(from: string, to: string): void;
}

/** Tests whose page stands on such a site. */
export const testOnOwnSite = base.extend<{ site: OwnSite }>({
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'marginalia-site-'));
    cpSync(DIST, folder, { recursive: true });
    const server = await startSite({ dir: folder });
    const index = join(folder, 'index.html');
    const html = () => readFileSync(index, 'utf8');
    await use({
      url: server.url,
      folder,
      html,
      rename: () => {
        const program = readdirSync(folder).find((name) => /^marginalia-.*\.js$/.test(name))!.slice(0, -'.js'.length);
        const renamed = program.replace(/[0-9a-f]{8}$/, (hash) => createHash('sha256').update(hash).digest('hex').slice(0, 8));
        expect(renamed).not.toBe(program);
        for (const end of ['.js', '_bg.wasm']) renameSync(join(folder, program + end), join(folder, renamed + end));
        writeFileSync(index, html().replaceAll(program, renamed));
      },
      renameTheme: (from, to) => {
        // As a whole word: in ids, addresses, attributes and the data.
        const whole = new RegExp(`(?<=["=-])${from}(?=["\\s>]|-title)`, 'g');
        for (const file of [index, join(folder, 'event.json')]) {
          writeFileSync(file, readFileSync(file, 'utf8').replace(whole, to));
        }
      },
    });
    await server.close();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
});
