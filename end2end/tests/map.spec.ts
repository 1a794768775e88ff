// The map of the themes: a way to every theme, and a picture of what the reader has written. And the
// time line of what the event prepared for.

import type { Locator, Page } from '@playwright/test';

import type { Theme } from '../event';
import { expect, test as base } from '../fixtures';
import { manyNotes } from '../records.mjs';

/** The map and what is in it, found by role and name. */
class ThemeMap {
  readonly region: Locator;
  readonly links: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('navigation', { name: 'Map of the themes', exact: true });
    this.links = this.region.getByRole('link');
  }

  /** A theme's link, by its title and its number of notes. */
  link(theme: Theme, notes: string): Locator {
    return this.region.getByRole('link', { name: `${theme.title}, ${notes}`, exact: true });
  }

  /** How much of a theme's ring is filled, in fifths. */
  async filled(theme: Theme): Promise<number> {
    const ring = this.region.locator(`a[href="#theme-${theme.id}"] circle[pathLength]`);
    return 5 - Number(await ring.getAttribute('stroke-dashoffset'));
  }
}

const test = base.extend<{ map: ThemeMap }>({
  map: async ({ page }, use) => {
    await use(new ThemeMap(page));
  },
});

test('The map has every part with its themes, in the order of the page', async ({ eventPage, event, map }) => {
  await eventPage.open();
  for (const part of event.parts) {
    const themes = event.themes.filter((theme) => theme.part === part.id);
    const list = map.region.getByRole('list', { name: part.title, exact: true });
    await expect(list.getByRole('listitem')).toHaveCount(themes.length);
  }
  const names = await map.links.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(names).toEqual(eventPage.outline.map((theme) => `${theme.title}, no notes`));
});

test('The map leads to every theme, with the focus there', async ({ page, eventPage, map }) => {
  await eventPage.open();
  for (const theme of eventPage.themes) {
    await map.link(theme.theme, 'no notes').click();
    await expect(page).toHaveURL(new RegExp(`#theme-${theme.theme.id}$`));
    await expect(theme.region).toBeInViewport();
    await expect.poll(() => theme.hasFocus()).toBe(true);
  }
});

test('The map is walked by keyboard, and opens a theme that was closed', async ({ page, eventPage, map }) => {
  await eventPage.open();
  const theme = eventPage.theme(4);
  await theme.summary.click();
  await expect(theme.body).toBeHidden();
  await map.links.first().focus();
  for (const { theme } of eventPage.themes.slice(0, 4)) {
    await expect(map.link(theme, 'no notes')).toBeFocused();
    await page.keyboard.press('Tab');
  }
  const link = map.link(theme.theme, 'no notes');
  await expect(link).toBeFocused();
  const frame = () => link.evaluate((link) => getComputedStyle(link).outlineStyle);
  expect(await frame(), 'the focus is seen').not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(theme.body).toBeVisible();
  await expect.poll(() => theme.hasFocus()).toBe(true);
  expect(await frame()).toBe('none');
});

test('Names and rings follow the notes', async ({ eventPage, map }) => {
  await eventPage.open();
  const [first, second] = eventPage.themes;
  await first.add('one');
  await expect(map.link(first.theme, '1 note')).toBeVisible();
  expect(await map.filled(first.theme)).toBe(1);
  await first.add('two');
  await expect(map.link(first.theme, '2 notes')).toBeVisible();
  await first.note('one').delete();
  await expect(map.link(first.theme, '1 note')).toBeVisible();
  await eventPage.undo.click();
  await expect(map.link(first.theme, '2 notes')).toBeVisible();
  await eventPage.reload();
  await expect(map.link(first.theme, '2 notes')).toBeVisible();
  expect(await map.filled(first.theme)).toBe(2);
  await expect(map.link(second.theme, 'no notes')).toBeVisible();
  expect(await map.filled(second.theme)).toBe(0);
});

test('A ring is full at five notes and stays full', async ({ eventPage, event, map }) => {
  const [first, second] = eventPage.outline;
  const place = (theme: Theme, count: number) => manyNotes(event.id, [theme.id], count);
  await eventPage.store(place(first, 5));
  await eventPage.open();
  await expect(map.link(first, '5 notes')).toBeVisible();
  expect(await map.filled(first)).toBe(5);
  await eventPage.theme(0).add('a sixth');
  await expect(map.link(first, '6 notes')).toBeVisible();
  expect(await map.filled(first)).toBe(5);
  expect(await map.filled(second)).toBe(0);
});

for (const { titles, title } of [
  { titles: 'its titles', title: null },
  { titles: 'long words', title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenverband' },
  { titles: 'long titles', title: 'Sharing information and cooperating at all levels, before, during and after a mission, in peace and in war' },
]) {
  test(`With ${titles} the map fits every screen, nothing in it overlaps, and its words can be read`, async ({ page, eventPage, event, map }) => {
    await eventPage.store(manyNotes(event.id, eventPage.outline.map((theme) => theme.id), 900));
    await eventPage.open();
    await eventPage.myNotes.saysTotal(900);
    const words = map.region.locator('.map__title, .map__label');
    if (title) await words.evaluateAll((all, title) => all.forEach((one) => (one.textContent = title)), title);
    for (const width of [320, 360, 640, 768, 960, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { texts, links, sizes, room } = await map.region.evaluate((nav) => {
        const box = (element: Element | Range) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom };
        };
        // The letters themselves, which may reach beyond the box they are in.
        const letters = (element: Element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range;
        };
        const texts = [...nav.querySelectorAll('.map__title, .map__label')];
        return {
          texts: texts.map((text) => box(letters(text))),
          links: [...nav.querySelectorAll('a')].map(box),
          sizes: texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
          room: box(nav),
        };
      });
      expect(Math.min(...sizes), `${width} wide`).toBeGreaterThanOrEqual(12);
      for (const { left, right } of [...texts, ...links]) {
        expect(left, `${width} wide`).toBeGreaterThanOrEqual(room.left - 1);
        expect(right, `${width} wide`).toBeLessThanOrEqual(room.right + 1);
      }
      for (const boxes of [texts, links]) {
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            // Two trees share the line between them.
            expect(Math.min(across, down), `${width} wide`).toBeLessThanOrEqual(1);
          }
        }
      }
      // A finger meets what is 40 pixels high.
      for (const { top, bottom } of links) expect(bottom - top).toBeGreaterThanOrEqual(40);
    }
  });
}


test('In forced colours, the rings are drawn in colours of the system', async ({ page, eventPage, map }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await eventPage.open();
  await eventPage.theme(0).add('one');
  await expect(map.link(eventPage.outline[0], '1 note')).toBeVisible();
  const colours = await map.region.evaluate((nav) => {
    const probe = nav.ownerDocument.createElement('a');
    probe.href = '#';
    nav.append(probe);
    const link = getComputedStyle(probe).color;
    probe.remove();
    return { link, ring: getComputedStyle(nav.querySelector('circle[pathLength]')!).stroke };
  });
  expect(colours.ring).toBe(colours.link);
});

test('The rings fill without motion for a reader who asks for less', async ({ page, eventPage, map }) => {
  await eventPage.open();
  const ring = map.region.locator('circle[pathLength]').first();
  const duration = () => ring.evaluate((circle) => getComputedStyle(circle).transitionDuration);
  expect(await duration()).not.toBe('0s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await duration()).toBe('0s');
});

test('The map is not printed', async ({ page, eventPage, map }) => {
  await eventPage.open();
  await page.emulateMedia({ media: 'print' });
  await expect(map.region).toBeHidden();
});

test('The time line has the event and each dated occasion in the order of time', async ({ page, eventPage, event }) => {
  await eventPage.open();
  const items = page.getByRole('list', { name: 'Time line', exact: true }).getByRole('listitem');
  const dated = event.occasions.filter((occasion) => occasion.date !== null);
  await expect(items).toHaveCount(dated.length + 1);
  const dates = await items.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')!));
  expect(dates).toContain(event.starts);
  for (const occasion of dated) {
    expect(dates).toContain(occasion.date);
    await expect(items.filter({ hasText: occasion.title })).toContainText(occasion.text);
  }
  expect(dates).toEqual([...dates].sort());
  for (const occasion of event.occasions.filter((occasion) => occasion.date === null)) {
    await expect(eventPage.main.getByRole('listitem').filter({ hasText: occasion.title }).first()).toBeVisible();
    await expect(items.filter({ hasText: occasion.title })).toHaveCount(0);
  }
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the map is there, and its links lead to the themes', async ({ page, eventPage, map }) => {
    await page.goto('./');
    for (const theme of eventPage.themes) {
      await map.region.getByRole('link', { name: theme.theme.title, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`#theme-${theme.theme.id}$`));
      await expect(theme.region).toBeInViewport();
    }
  });
});
