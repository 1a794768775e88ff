// Where things stand: notes in the margin beside their theme on a wide window, and all of it the other
// way round where lines run from right to left.

import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';
import { manyNotes } from '../records.mjs';

test('On a wide window notes stand beside the text of their theme', async ({ page, eventPage, isMobile }) => {
  if (isMobile) await page.setViewportSize({ width: 1400, height: 900 });
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('In the margin');
  const text = (await theme.body.boundingBox())!;
  const note = (await theme.onlyNote.item.boundingBox())!;
  const box = (await theme.newNote.boundingBox())!;
  expect(note.x).toBeGreaterThan(text.x + text.width);
  expect(box.x).toBeGreaterThan(text.x + text.width);
  expect(Math.abs(box.y - text.y)).toBeLessThan(16);
  expect(note.x + note.width).toBeLessThanOrEqual(await page.evaluate(() => document.documentElement.clientWidth));
});

test('Where the table of contents is a strip, the theme that is read is in sight there', async ({ page, eventPage, isMobile }) => {
  if (!isMobile) await page.setViewportSize({ width: 600, height: 800 });
  await eventPage.open();
  // With the first note comes the program that moves the strip.
  await eventPage.theme(0).add('A **note**');
  await expect(eventPage.theme(0).onlyNote.item.locator('strong')).toBeVisible();
  for (const place of [6, 3, 0]) {
    const { region, theme } = eventPage.theme(place);
    await region.evaluate((region) => region.scrollIntoView());
    await expect(eventPage.contentsCurrent).toContainText(theme.title);
    await expect(eventPage.contentsCurrent).toBeInViewport({ ratio: 1 });
  }
});

test('Where the page opens at a theme, that theme is in sight in the strip as well', async ({ page, eventPage, isMobile }) => {
  if (!isMobile) await page.setViewportSize({ width: 600, height: 800 });
  const { title, id } = eventPage.outline[5];
  await eventPage.open(`#theme-${id}`);
  await expect(eventPage.contentsCurrent).toContainText(title);
  await expect(eventPage.contentsCurrent).toBeInViewport({ ratio: 1 });
});

test.describe('While the reader moves or presses that strip, it is left alone:', () => {
  /** Longer than a press or a move counts. */
  const rest = (page: Page) => page.waitForTimeout(1_200);
  const place = (strip: Locator) => strip.evaluate((strip) => strip.scrollLeft);
  const moveBack = (strip: Locator) => strip.evaluate((strip) => strip.scrollTo({ left: 0, behavior: 'instant' }));
  const read = async (eventPage: EventPage, place: number) => {
    const { region, theme } = eventPage.theme(place);
    await region.evaluate((region) => region.scrollIntoView({ behavior: 'instant' }));
    await expect(eventPage.contentsCurrent).toContainText(theme.title);
  };

  test.beforeEach(async ({ page, eventPage, isMobile }) => {
    if (!isMobile) await page.setViewportSize({ width: 600, height: 800 });
    await eventPage.open();
      await read(eventPage, 6);
    await expect.poll(() => place(eventPage.contents)).toBeGreaterThan(100);
  });

  test('something else is read while the page still scrolls', async ({ page, eventPage }) => {
    const { contents } = eventPage;
    // In one step, so that no busy machine comes between them.
    await eventPage.theme(4).region.evaluate((region) => {
      document.querySelector('.contents')!.scrollTo({ left: 0, behavior: 'instant' });
      region.scrollIntoView({ behavior: 'instant' });
    });
    await expect(eventPage.contentsCurrent).toContainText(eventPage.outline[4].title);
    expect(await place(contents)).toBe(0);
    await rest(page);
    await read(eventPage, 6);
    await expect.poll(() => place(contents), 'the reader has left it').toBeGreaterThan(100);
  });

  test('something else is read at the moment of a tap', async ({ page, eventPage, isMobile }) => {
    await moveBack(eventPage.contents);
    await rest(page);
    // Before the browser calls the link active.
    await eventPage.contents.evaluate((strip) => {
      const links = [...strip.querySelectorAll('a')];
      strip.addEventListener('pointerdown', () => {
        for (const link of links) link.removeAttribute('aria-current');
        links[4].setAttribute('aria-current', 'true');
      });
    });
    const first = eventPage.contentsLink(eventPage.outline[0]);
    await (isMobile ? first.tap() : first.click());
    await expect(page).toHaveURL(new RegExp(`#theme-${eventPage.outline[0].id}$`));
    await expect(eventPage.contentsCurrent).toContainText(eventPage.outline[0].title);
  });

  test('something else is read during a long press', async ({ page, eventPage }) => {
    await moveBack(eventPage.contents);
    const { x, y } = (await eventPage.contentsLink(eventPage.outline[0]).boundingBox())!;
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    await rest(page);
    await read(eventPage, 4);
    await page.mouse.up();
    await expect(page).toHaveURL(new RegExp(`#theme-${eventPage.outline[0].id}$`));
  });
});

/** What has a place of its own, and does not stand in a line of English, which is set as ever. */
const PLACED = 'section, figure, nav, ul, ol, li, dl, div, h1, h2, h3, h4, summary, textarea, input, select, svg, svg rect, svg circle, svg text';

/** Where each of these is, by how far it is from where lines begin and end. */
const places = (page: Page, rightToLeft: boolean) =>
  page.evaluate(
    ([placed, rightToLeft]) => {
      // What stays in view has its own place at the top alone.
      scrollTo(0, 0);
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll(`body :is(${placed})`)]
        .filter((element) => element.checkVisibility())
        .map((element) => {
          const box = element.getBoundingClientRect();
          const [start, end] = rightToLeft ? [width - box.right, width - box.left] : [box.left, box.right];
          const name = [element.localName, element.getAttribute('class'), element.id].filter(Boolean).join(' ');
          return { name, box: [start, end, box.top + scrollY, box.bottom + scrollY] };
        });
    },
    [PLACED, rightToLeft] as const,
  );

/** Where the theme's mark points: 1 for right, -1 for left, 0 for down. */
const markPoints = (page: Page) =>
  page.locator('summary').first().evaluate((summary) => {
    const { transform, borderLeftWidth, borderRightWidth } = getComputedStyle(summary, '::before');
    // The corner that is drawn is below, on the side that has a border.
    const side = Number.parseFloat(borderRightWidth) > Number.parseFloat(borderLeftWidth) ? 1 : -1;
    const { x, y } = new DOMMatrix(transform).transformPoint({ x: side, y: 1 });
    return Math.abs(y) > Math.abs(x) ? 0 : Math.sign(x);
  });

test('Read from right to left, the page is the mirror image of itself', async ({ page, event, eventPage, isMobile }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eventPage.store(manyNotes(event.id, eventPage.outline.map((theme) => theme.id), 9));
  const width = isMobile ? 360 : 1280;
  await page.setViewportSize({ width, height: 800 });
  await eventPage.open();
  await expect(eventPage.theme(6).notes).toHaveCount(1);
  const before = await places(page, false);
  expect(before.length).toBeGreaterThan(200);
  expect(await markPoints(page)).toBe(0);
  await eventPage.theme(0).summary.click();
  expect(await markPoints(page)).toBe(1);

  await page.route(page.url(), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<html', '<html dir="rtl"') });
  });
  await eventPage.reload();
  await expect(eventPage.theme(6).notes).toHaveCount(1);
  const after = await places(page, true);
  expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  const elsewhere = after.filter(({ box }, index) => box.some((edge, side) => Math.abs(edge - before[index].box[side]) > 1));
  expect(elsewhere).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await markPoints(page)).toBe(0);
  await eventPage.theme(0).summary.click();
  expect(await markPoints(page)).toBe(-1);
});

test.describe('What is told at the foot of the window', () => {
  test('goes by itself, and is seen anew when it is told anew', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.theme(0).add('one');
    await expect(eventPage.status).toHaveText('Saved');
    const opacity = () => eventPage.status.evaluate((status) => getComputedStyle(status).opacity);
    expect(await opacity()).toBe('1');
    await eventPage.status.evaluate((status) => status.getAnimations().forEach((animation) => animation.finish()));
    expect(await opacity()).toBe('0');
    await eventPage.theme(0).add('two');
    await expect.poll(opacity).toBe('1');
    await expect(eventPage.status).toHaveText('Saved');
    await page.keyboard.press('x');
    await expect.poll(opacity, 'whatever it tells').toBe('1');
    // As long as something can be taken back, both stay.
    await eventPage.theme(0).note('one').delete();
    await expect(eventPage.undo).toBeVisible();
    expect(await eventPage.status.evaluate((status) => status.getAnimations().length)).toBe(0);
  });

  test('covers no text where there are two columns', async ({ page, eventPage, isMobile }) => {
    if (isMobile) await page.setViewportSize({ width: 1280, height: 800 });
    await eventPage.open();
    const covered = () =>
      page.evaluate(() => {
        const notices = document.querySelector('.notices__news')!;
        const { left, right, top, bottom } = notices.getBoundingClientRect();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (!node.textContent!.trim() || notices.contains(node) || !node.parentElement!.checkVisibility()) continue;
          if (node.parentElement!.closest('.visually-hidden')) continue;
          const range = document.createRange();
          range.selectNode(node);
          for (const line of range.getClientRects()) {
            if (line.left < right && line.right > left && line.top < bottom && line.bottom > top) found.push(node.textContent!);
          }
        }
        return found;
      });
    for (const theme of [eventPage.theme(0), eventPage.theme(4)]) {
      await theme.add('a note');
      await expect(eventPage.status).toHaveText('Saved');
      await expect(eventPage.status).toBeInViewport();
      expect(await covered()).toEqual([]);
      await theme.onlyNote.delete();
      await expect(eventPage.undo).toBeInViewport();
      expect(await covered()).toEqual([]);
    }
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    expect(await covered()).toEqual([]);
  });
});
