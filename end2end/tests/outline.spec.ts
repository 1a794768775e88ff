// The outline: themes that open and close, addresses that lead to them, and a table of contents
// that knows where the reader is.

import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../fixtures';

/** Waits until the page no longer scrolls, in some frames of it. */
const scrolled = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let still = 0, last = -1; still < 10; last = scrollY) {
      await frame();
      still = scrollY === last ? still + 1 : 0;
    }
  });

test('A theme closes and opens again', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(1);
  await expect(theme.body).toBeVisible();
  await theme.summary.click();
  await expect(theme.body).toBeHidden();
  await expect(theme.newNote).toBeHidden();
  await expect(eventPage.theme(2).body, 'the others stay as they are').toBeVisible();
  await theme.summary.click();
  await expect(theme.body).toBeVisible();
  await expect(theme.newNote).toBeVisible();
});

test('A theme closed and opened still has its notes and what was typed', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(1);
  await theme.add('a note that waits');
  await theme.newNote.fill('half a thought');
  await theme.summary.click();
  await expect(theme.newNote).toBeHidden();
  await theme.summary.click();
  await expect(theme.note('a note that waits').item).toBeVisible();
  await expect(theme.newNote).toHaveValue('half a thought');
});

test('An address with a theme opens the page at that theme, with the focus there', async ({ eventPage }) => {
  const theme = eventPage.theme(5);
  await eventPage.open(`#theme-${theme.theme.id}`);
  await expect(theme.body).toBeInViewport();
  await expect.poll(() => theme.hasFocus()).toBe(true);
});

test('The table of contents leads to a theme, with the focus there', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(4);
  await eventPage.contentsLink(theme.theme).click();
  await expect(page).toHaveURL(new RegExp(`#theme-${theme.theme.id}$`));
  await expect(theme.region).toBeInViewport();
  await expect.poll(() => theme.hasFocus()).toBe(true);
});

test('The table of contents opens a theme that was closed', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(6);
  await theme.summary.click();
  await expect(theme.body).toBeHidden();
  await eventPage.contentsLink(theme.theme).click();
  await expect(theme.body).toBeVisible();
  await expect.poll(() => theme.hasFocus()).toBe(true);
});

test('Following the same link twice opens the theme each time', async ({ eventPage }) => {
  // The address does not change the second time, so no `hashchange` tells of it.
  await eventPage.open();
  const theme = eventPage.theme(3);
  await eventPage.contentsLink(theme.theme).click();
  await expect.poll(() => theme.hasFocus()).toBe(true);
  await theme.summary.click();
  await expect(theme.body).toBeHidden();
  await eventPage.contentsLink(theme.theme).click();
  await expect(theme.body).toBeVisible();
});

test('Going back leads to the theme that was read before', async ({ page, eventPage }) => {
  await eventPage.open();
  const [first, second] = [eventPage.theme(1), eventPage.theme(5)];
  await eventPage.contentsLink(first.theme).click();
  await expect.poll(() => first.hasFocus()).toBe(true);
  await eventPage.contentsLink(second.theme).click();
  await expect.poll(() => second.hasFocus()).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`#theme-${first.theme.id}$`));
  await expect(first.region).toBeInViewport();
});

test('An address that names no theme does no harm', async ({ eventPage }) => {
  await eventPage.open('#theme-of-nothing%20"]');
  await eventPage.theme(0).add('still works');
  await expect(eventPage.alert).toBeHidden();
});

test('The table of contents marks the theme that is being read', async ({ eventPage }) => {
  await eventPage.open();
  for (const place of [2, 5, 0]) {
    const theme = eventPage.theme(place);
    await theme.region.evaluate((region) => region.scrollIntoView());
    await expect(eventPage.contentsCurrent).toHaveCount(1);
    await expect(eventPage.contentsCurrent).toContainText(theme.theme.title);
  }
});

for (const height of [640, 900, 1080, 1400]) {
  test.describe(`In a window ${height} high`, () => {
    test.use({ viewport: { width: 1280, height } });

    test('what the table of contents led to stays marked until the reader scrolls on', async ({ page, eventPage }) => {
      await eventPage.open();
      for (const theme of eventPage.themes) {
        await eventPage.contentsLink(theme.theme).click();
        await scrolled(page);
        await expect(eventPage.contentsCurrent).toHaveText([theme.theme.title]);
        // “n” goes by the same, also where the focus was let go of.
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await page.keyboard.press('n');
        await expect(theme.newNote).toBeFocused();
        await theme.newNote.blur();
      }
      await eventPage.contentsLink(eventPage.outline[3]).click();
      await scrolled(page);
      await page.mouse.move(700, height / 2);
      await page.mouse.wheel(0, -3 * height);
      await scrolled(page);
      await expect(eventPage.contentsCurrent.filter({ hasText: eventPage.outline[3].title })).toHaveCount(0);
    });
  });
}

test('An address that leads to a theme, “j” and the map mark it as the table of contents does', async ({ page, eventPage }) => {
  const { themes } = eventPage;
  await eventPage.open(`#theme-${themes[2].theme.id}`);
  await scrolled(page);
  await expect(eventPage.contentsCurrent).toHaveText([themes[2].theme.title]);
  for (const theme of themes.slice(3)) {
    await page.keyboard.press('j');
    await scrolled(page);
    await expect(eventPage.contentsCurrent).toHaveText([theme.theme.title]);
  }
  const map = page.getByRole('navigation', { name: 'Map of the themes', exact: true });
  await map.getByRole('link', { name: themes[0].theme.title }).click();
  await scrolled(page);
  await expect(eventPage.contentsCurrent).toHaveText([themes[0].theme.title]);
});

test('It marks “My notes” while these are read, and nothing before the themes', async ({ eventPage }) => {
  await eventPage.open();
  const read = (place: Locator) => place.evaluate((place) => place.scrollIntoView({ behavior: 'instant' }));
  await expect(eventPage.contentsCurrent).toHaveCount(0);
  await read(eventPage.theme(2).region);
  await expect(eventPage.contentsCurrent).toContainText(eventPage.outline[2].title);
  await read(eventPage.myNotes.region);
  await expect(eventPage.contentsCurrent).toHaveText(['My notes']);
  await read(eventPage.theme(6).region);
  await expect(eventPage.contentsCurrent).toHaveText([eventPage.outline[6].title]);
  await read(eventPage.people);
  await expect(eventPage.contentsCurrent).toHaveCount(0);
});

test('The table of contents stays in view while the reader scrolls', async ({ eventPage }) => {
  await eventPage.open();
  for (const theme of eventPage.themes) {
    await theme.region.evaluate((region) => region.scrollIntoView());
    await expect(theme.region).toBeInViewport();
    await expect(eventPage.contents).toBeInViewport();
  }
});

test('The table of contents shows how many notes each theme has', async ({ eventPage }) => {
  await eventPage.open();
  const [first, second, third] = eventPage.themes;
  await first.add('one');
  await first.add('two');
  await second.add('three');
  await eventPage.contentsTell(first.theme, 2);
  await eventPage.contentsTell(second.theme, 1);
  await eventPage.contentsTell(third.theme, 0);
  await first.note('one').delete();
  await eventPage.contentsTell(first.theme, 1);
  await eventPage.undo.click();
  await eventPage.contentsTell(first.theme, 2);
  await eventPage.reload();
  await eventPage.contentsTell(first.theme, 2);
});
