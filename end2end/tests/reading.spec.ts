// Reading needs nothing but HTML: everything here holds with JavaScript off, CSS off, and on the
// narrowest phone.

import { outlineOf } from '../event';
import { expect, test } from '../fixtures';

test.describe('With JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test.beforeEach(async ({ page }) => {
    await page.goto('./');
  });

  test('the title is the one heading of level 1', async ({ page, event }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
    await expect(page).toHaveTitle(new RegExp(escaped(event.title)));
  });

  test('the header tells the facts of the event', async ({ eventPage, event }) => {
    const { banner } = eventPage;
    await expect(banner.locator(`time[datetime="${event.starts}"]`)).toBeVisible();
    for (const fact of [event.title, event.place, event.topic, event.attendance]) {
      await expect(banner).toContainText(fact);
    }
    for (const organizer of event.organizers) await expect(banner).toContainText(organizer.name);
  });

  test('the summary and what the event prepared for can be read', async ({ eventPage, event }) => {
    for (const paragraph of event.summary) await expect(eventPage.main.getByText(paragraph.text)).toBeVisible();
    for (const occasion of event.occasions) {
      await expect(eventPage.main).toContainText(occasion.title);
      await expect(eventPage.main).toContainText(occasion.text);
    }
  });

  test('every person has a card with role and affiliation', async ({ eventPage, event }) => {
    const cards = eventPage.people.getByRole('listitem');
    await expect(cards).toHaveCount(3);
    for (const [place, person] of event.people.entries()) {
      const card = cards.nth(place);
      await expect(card).toBeVisible();
      await expect(card).toContainText(person.name);
      await expect(card).toContainText(new RegExp(person.role, 'i'));
      await expect(card).toContainText(person.affiliation);
      if (person.position) await expect(card).toContainText(person.position);
    }
    if (event.people_note) await expect(eventPage.main).toContainText(event.people_note);
  });

  test('the quotation stands word for word with its speaker', async ({ eventPage, event }) => {
    expect(event.quotations.length).toBeGreaterThan(0);
    for (const quotation of event.quotations) {
      const words = eventPage.main.getByRole('blockquote').filter({ hasText: quotation.text });
      await expect(words).toBeVisible();
      const speaker = event.people.find((person) => person.id === quotation.person)!;
      const attributed = eventPage.main.locator('figure, blockquote').filter({ has: words.or(eventPage.page.getByText(quotation.text)) });
      await expect(attributed.filter({ hasText: speaker.name }).first()).toBeVisible();
    }
  });

  test('both parts and all seven themes can be read in their order', async ({ page, eventPage, event }) => {
    for (const part of event.parts) {
      await expect(eventPage.main.getByRole('heading', { name: part.title, exact: true })).toBeVisible();
    }
    expect(eventPage.outline).toHaveLength(7);
    for (const theme of eventPage.themes) {
      await expect(theme.region).toBeVisible();
      for (const paragraph of theme.theme.text) await expect(theme.region.getByText(paragraph)).toBeVisible();
    }
    const titles = await page.locator('[id^="theme-"]').getByRole('heading').allTextContents();
    const expected = eventPage.outline.map((theme) => theme.title);
    expect(titles.map((title) => title.trim()).filter((title) => expected.includes(title))).toEqual(expected);
  });

  test('the sources stand at the end with their addresses', async ({ eventPage, event }) => {
    for (const source of event.sources) {
      await expect(eventPage.sources).toContainText(source.title);
      await expect(eventPage.sources).toContainText(source.publisher);
      await expect(eventPage.sources.locator(`a[href="${source.url}"]`).first()).toBeVisible();
    }
  });

  test('a line says that notes need JavaScript', async ({ page }) => {
    await expect(page.getByText(/notes need JavaScript/i).first()).toBeVisible();
  });

  test('the page has its landmarks, once each', async ({ eventPage }) => {
    for (const landmark of [eventPage.banner, eventPage.main, eventPage.contentinfo, eventPage.contents]) {
      await expect(landmark).toHaveCount(1);
      await expect(landmark).toBeVisible();
    }
  });

  test('the table of contents leads to every theme', async ({ page, eventPage }) => {
    for (const theme of eventPage.themes) {
      await eventPage.contentsLink(theme.theme).click();
      await expect(page).toHaveURL(new RegExp(`#theme-${theme.theme.id}$`));
      await expect(theme.region).toBeInViewport();
    }
  });

  test('nothing is wider than a screen 320 pixels wide', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test('The line about JavaScript is not there when JavaScript runs', async ({ page, eventPage }) => {
  await eventPage.open();
  await expect(page.getByText(/notes need JavaScript/i)).toHaveCount(0);
});

test('Every theme leads to its sources, and the source leads back', async ({ page, eventPage }) => {
  await eventPage.open();
  const sources = (await eventPage.sources.elementHandle())!;
  for (const theme of eventPage.themes) {
    const leadsBack = await theme.region.evaluate((region, sources) => {
      const target = (link: HTMLAnchorElement) => document.getElementById(link.hash.slice(1));
      const links = (element: Element) => [...element.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
      return links(region)
        .map(target)
        .filter((source) => source !== null && sources.contains(source))
        .map((source) => links(source!).some((link) => region.contains(target(link))));
    }, sources);
    expect(leadsBack.length, `${theme.theme.id} cites`).toBeGreaterThanOrEqual(theme.theme.cites.length);
    expect(leadsBack, `the sources lead back to ${theme.theme.id}`).not.toContain(false);
  }
  const citation = eventPage.theme(0).region.getByRole('link', { name: /^Source / }).first();
  const target = (await citation.getAttribute('href'))!;
  await citation.click();
  await expect(page.locator(target)).toBeInViewport();
});

test('Every address within the page leads somewhere', async ({ page, eventPage }) => {
  await eventPage.open();
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"], [aria-labelledby], [aria-describedby], [aria-controls], label[for]')]
      .flatMap((element) =>
        ['href', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) => {
          const value = element.getAttribute(name);
          if (value === null || (name === 'href' && !value.startsWith('#'))) return [];
          return value.replace(/^#/, '').split(/\s+/).filter((id) => id !== '');
        }),
      )
      .filter((id) => document.getElementById(id) === null),
  );
  expect(broken).toEqual([]);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
  expect(ids.filter((id, place) => ids.indexOf(id) !== place), 'ids used twice').toEqual([]);
});

test('All addresses of the page itself are relative', async ({ page, eventPage, request }) => {
  const html = await (await request.get('./')).text();
  const addresses = [...html.matchAll(/\b(?:href|src|action|data)\s*=\s*["']?([^"'\s>]+)/g)].map((match) => match[1]);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => address.startsWith('/'))).toEqual([]);
  // Other origins are for links that the reader may follow, never for what the page loads.
  await eventPage.open();
  const loaded = await page.evaluate(() =>
    [...document.querySelectorAll('[src], link[href]:not([rel="canonical"])')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href')!,
    ),
  );
  expect(loaded.filter((address) => /^([a-z]+:)?\/\//i.test(address))).toEqual([]);
});

test('With CSS off, the page is still in its order', async ({ page, eventPage, event }) => {
  await eventPage.open();
  await page.evaluate(() => {
    for (const sheet of document.querySelectorAll('style, link[rel~="stylesheet"]')) sheet.remove();
    for (const element of document.querySelectorAll('[style]')) element.removeAttribute('style');
    document.adoptedStyleSheets = [];
  });
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  const statements = [
    event.title,
    event.summary[0].text,
    event.people[0].name,
    ...outlineOf(event).flatMap((theme) => theme.text),
    event.sources[0].publisher,
  ];
  let place = 0;
  for (const statement of statements) {
    const found = text.indexOf(statement.replace(/\s+/g, ' '), place);
    expect(found, `“${statement}” stands where it belongs`).toBeGreaterThanOrEqual(place);
    place = found;
  }
  // Headings go down one level at a time.
  const levels = await page
    .getByRole('heading')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) {
    if (index > 0) expect(level - levels[index - 1]).toBeLessThanOrEqual(1);
  }
});

test('A long word in a note does not widen a screen 320 pixels wide', async ({ page, eventPage }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await eventPage.open();
  await eventPage.theme(0).add('W'.repeat(300));
  await eventPage.theme(0).newNote.fill('W'.repeat(300));
  await expect(eventPage.myNotes.text('W'.repeat(300))).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
