// In the smallest windows there are: 320 pixels wide, as WCAG 2.2 asks (success criterion 1.4.10), and
// as it is at 400 % zoom of a window of 1280 by 1024. Nothing is cut off, nothing scrolls sideways,
// what has the focus is seen, larger spaces between letters, words and lines find their room, and a
// finger meets what it is meant for.

import type { Page } from '@playwright/test';

import { expectNoViolation } from '../axe';
import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { TakeHome } from '../pages/transfer';
import { noteEntry } from '../records.mjs';

const WIDTH = 320;

/** Events with programmes of every kind. */
const PROGRAMMES = ['conference-ar-2020', 'conference-day-fr', 'forum-fr', 'hybrid-workshop', 'lecture-series-2021', 'side-event-2018'];

/** Notes as they come: a short one, one without a place to break it, and one that cannot be read. */
async function storeNotes(eventPage: EventPage): Promise<void> {
  const [first, second] = eventPage.outline;
  const good = noteEntry(eventPage.event.id, { theme: first.id, text: 'a short note' });
  const long = noteEntry(eventPage.event.id, { theme: second.id, text: `https://example.org/${'unbroken'.repeat(40)}`, number: 1 });
  await eventPage.store([good, long, { name: `${good.name.slice(0, -1)}f`, value: '{broken' }]);
}

/** Whatever stands beyond the window's sides. What can be scrolled into it stands in `nav`. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = [...document.querySelectorAll('body *:not(nav *, .visually-hidden, .visually-hidden *)')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > width + 1;
      });
    const scrolls = document.documentElement.scrollWidth > width ? ['the page'] : [];
    return [...scrolls, ...found.map((element) => `${element.localName}.${element.className}`)];
  });

/** Whatever holds more than it shows, and cannot be scrolled. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *:not(.visually-hidden, .contents__part-title)')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const across = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
        const down = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
        // The words of a button may not leave it either.
        const out = element.localName === 'button' && element.scrollWidth > element.clientWidth + 1;
        return across || down || out;
      })
      .map((element) => `${element.localName}.${element.className}`),
  );

for (const { name, height, deviceScaleFactor } of [
  { name: 'In a window 320 pixels wide', height: 640, deviceScaleFactor: 1 },
  { name: 'At 400 % zoom', height: 256, deviceScaleFactor: 4 },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width: WIDTH, height }, deviceScaleFactor });

    test('every state fits, and has no violation', async ({ page, eventPage }) => {
      test.slow();
      const fits = async () => {
        expect(await beyond(page)).toEqual([]);
        await expectNoViolation(page);
      };
      await storeNotes(eventPage);
      await eventPage.open();
      await expect(eventPage.alert).toBeVisible();
      await fits();
      const theme = eventPage.theme(0);
      await theme.onlyNote.edit();
      await expect(theme.editor).toBeFocused();
      await fits();
      await theme.done.click();
      await theme.onlyNote.delete();
      await expect(eventPage.undo).toBeVisible();
      await eventPage.myNotes.search.fill('unbroken');
      await expect(eventPage.myNotes.hits.first()).toBeVisible();
      await fits();
      const home = new TakeHome(page);
      await home.openBy(page.getByRole('button', { name: 'Export…', exact: true }));
      await fits();
      await home.close();
    });

    test('what has the focus is seen, whatever is told at the foot of the window', async ({ page, eventPage }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await storeNotes(eventPage);
      await eventPage.open();
      await expect(eventPage.alert).toBeVisible();
      const hidden: string[] = [];
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        const what = await page.evaluate(() => {
          const focused = document.activeElement as HTMLElement;
          const box = focused.getBoundingClientRect();
          const seen = [0.02, 0.5, 0.98].some((across) =>
            [0.1, 0.5, 0.9].some((down) => {
              const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
              return top !== null && (focused.contains(top) || top.contains(focused));
            }),
          );
          return seen ? '' : `${focused.localName} “${(focused.ariaLabel ?? focused.innerText).slice(0, 40)}”`;
        });
        if (what) hidden.push(what);
      }
      expect(hidden).toEqual([]);
    });
  });
}

test.describe('In a window 320 pixels wide', () => {
  test.use({ viewport: { width: WIDTH, height: 640 } });

  test('larger spaces between letters, words, lines and paragraphs find their room', async ({ page, eventPage }) => {
    await storeNotes(eventPage);
    await eventPage.open();
    await eventPage.theme(0).onlyNote.delete();
    await expect(eventPage.undo).toBeVisible();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      // Success criterion 1.4.12.
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    expect(await beyond(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
  });

  test('everything that can be pressed is 24 pixels wide and high, or stands in a sentence', async ({ page, eventPage }) => {
    await storeNotes(eventPage);
    await eventPage.open();
    await expect(eventPage.alert).toBeVisible();
    await eventPage.theme(0).onlyNote.delete();
    await expect(eventPage.undo).toBeVisible();
    const small = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      // What is out of view has its true size too.
      sheet.replaceSync('* { content-visibility: visible !important }');
      document.adoptedStyleSheets.push(sheet);
      const inSentence = (element: Element) => {
        const sentence = element.closest('p, li, figcaption')?.textContent ?? element.textContent;
        return getComputedStyle(element).display === 'inline' && sentence !== element.textContent;
      };
      return [...document.querySelectorAll('body :is(a, button, input, select, textarea, summary)')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => element.matches('.citation') || !inSentence(element))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 24)
        .map(({ element, box }) => `${element.localName}.${element.className} “${element.textContent}” ${box.width} × ${box.height}`);
    });
    expect(small).toEqual([]);
  });
});

/** What a reader has set in the browser; 16 pixels unless they have. */
async function setDefaultFont(page: Page, size: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}

for (const { width, size } of [
  { width: 360, size: 32 },
  { width: 1280, size: 64 },
]) {
  test.describe(`With a default font of ${size} pixels, ${width} pixels wide`, () => {
    // Where each time stands beside that of the reader's clock.
    test.use({ viewport: { width, height: 740 }, timezoneId: 'Asia/Kolkata' });

    test('every page fits', async ({ page, consoleOutput }) => {
      // A page for a missing address has no icon at a place of its own.
      consoleOutput.allow(/404/);
      await setDefaultFont(page, size);
      const misfits: Record<string, string[]> = {};
      for (const path of ['./', './404.html', './several/', './several/notes/', ...PROGRAMMES.map((event) => `./events/${event}/`)]) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { content-visibility: visible !important }');
          document.adoptedStyleSheets.push(sheet);
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        // What lives in a programme comes by itself.
        if (path.startsWith('./events/')) await expect(page.locator('.programme__yours').first()).toBeAttached();
        const found = [...(await beyond(page)), ...(await cutOff(page))];
        if (found.length > 0) misfits[path] = [...new Set(found)];
      }
      expect(misfits).toEqual({});
    });
  });
}

test.describe('With a default font of 32 pixels, 360 pixels wide', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('every state fits', async ({ page, eventPage }) => {
    await setDefaultFont(page, 32);
    await storeNotes(eventPage);
    await eventPage.open();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    const fits = async () => {
      expect(await beyond(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
    };
    await expect(eventPage.alert).toBeVisible();
    await fits();
    const theme = eventPage.theme(0);
    await theme.onlyNote.edit();
    await fits();
    await theme.done.click();
    await theme.onlyNote.delete();
    await expect(eventPage.undo).toBeVisible();
    await fits();
    await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
    await fits();
  });
});
