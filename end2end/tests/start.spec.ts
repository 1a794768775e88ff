// The start page of a site: what is still to come by the reader's date, and events that are found. Its events
// are those of `tests/events`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectNoViolation } from '../axe';
import { type Event, eventIn } from '../event';
import { expect, test as base } from '../fixtures';
import { StartPage } from '../pages/start-page';
import { SEVERAL_EVENTS } from '../publication';
import { ScreenReader } from '../screen-reader';

const test = base.extend<{ start: StartPage }>({
  start: async ({ page }, use) => {
    await use(new StartPage(page));
  },
});

/** In the order of the page: the latest first. */
const LISTED: { id: string; title: string }[] = JSON.parse(readFileSync(join(SEVERAL_EVENTS, 'events.json'), 'utf8'));
const eventOf = (id: string): Event => eventIn(join(SEVERAL_EVENTS, id));
const title = (id: string): string => eventOf(id).title;

const FORUM = 'forum-fr';
const CONFERENCE = 'conference-day-fr';
const WORKSHOP = 'hybrid-workshop';
const LECTURES = 'lecture-series-2021';
const ARABIC = 'conference-ar-2020';
const SIDE_EVENT = 'side-event-2018';
const ALL = [FORUM, CONFERENCE, WORKSHOP, LECTURES, ARABIC, SIDE_EVENT];
const COUNT = ALL.length;

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all events are listed by years, and lead to their pages', async ({ page, start }) => {
    await start.open();
    expect(LISTED.map(({ id }) => id)).toEqual(ALL);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['All events', 'Your notes', 'Keep up with the events']);
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['2024', '2023', '2022', '2021', '2020', '2018']);
    await expect(page.getByRole('heading', { level: 4 })).toHaveText(ALL.map(title));
    await expect(start.search).toHaveCount(0);
    await page.getByRole('link', { name: title(WORKSHOP) }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title(WORKSHOP));
  });
});

for (const { date, upcoming, marks, past } of [
  { date: '2018-09-24', upcoming: [...ALL].reverse(), marks: {}, past: [] },
  { date: '2018-09-25', upcoming: [...ALL].reverse(), marks: { [SIDE_EVENT]: 'Today' }, past: [] },
  { date: '2018-09-26', upcoming: [ARABIC, LECTURES, WORKSHOP, CONFERENCE, FORUM], marks: {}, past: ['2018'] },
  { date: '2021-03-01', upcoming: [LECTURES, WORKSHOP, CONFERENCE, FORUM], marks: { [LECTURES]: 'On now' }, past: ['2020', '2018'] },
  { date: '2024-06-14', upcoming: [FORUM], marks: { [FORUM]: 'On now' }, past: ['2023', '2022', '2021', '2020', '2018'] },
]) {
  test(`On ${date} what is still to come stands first, ${upcoming.length} of it`, async ({ page, start }) => {
    await page.clock.setFixedTime(`${date}T12:00:00Z`);
    await start.open();
    await expect(start.titlesIn('Upcoming events')).toHaveText(upcoming.map(title));
    const rest = ALL.filter((id) => !upcoming.includes(id));
    await expect(start.titlesIn('Past events')).toHaveText(rest.map(title));
    await expect(page.getByRole('heading', { name: 'All events' })).toHaveCount(0);
    // No year without events, and no heading without years.
    await expect(start.section('Past events').getByRole('heading', { level: 3 })).toHaveText(past);
    await expect(page.getByRole('heading', { name: 'Past events' })).toHaveCount(past.length > 0 ? 1 : 0);
    await expect(page.getByText(/^(Today|On now)$/)).toHaveCount(Object.keys(marks).length);
    for (const [id, mark] of Object.entries(marks)) await expect(start.event(title(id))).toContainText(mark);
    // Right below the heading of its section: no year stands between.
    for (const heading of await start.titlesIn('Upcoming events').all()) await expect(heading).toHaveAttribute('aria-level', '3');
  });
}

test('Where nothing is to come the page looks as it does without a script', async ({ page, start }) => {
  await page.clock.setFixedTime('2024-06-15T12:00:00Z');
  await start.open();
  await expect(start.titlesIn('All events')).toHaveText(ALL.map(title));
  for (const name of ['Upcoming events', 'Past events']) {
    await expect(page.getByRole('heading', { name })).toHaveCount(0);
  }
});

test.describe('Far in the east', () => {
  test.use({ timezoneId: 'Pacific/Kiritimati' });

  test('the day is the reader’s own', async ({ page, start }) => {
    await page.clock.setFixedTime('2024-06-14T09:59:00Z');
    await start.open();
    await expect(start.titlesIn('Upcoming events')).toHaveText([title(FORUM)]);
    await page.clock.setFixedTime('2024-06-14T10:00:00Z');
    // Back in a tab that was open all the time.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(start.titlesIn('All events')).toHaveText(ALL.map(title));
  });
});

test('Words find events by what the list shows, however they are typed', async ({ start }) => {
  await start.openWithSearch();
  await expect(start.titles).toHaveCount(COUNT);
  await expect(start.status).toBeEmpty();
  await expect(start.showAll).toBeHidden();
  await start.search.fill('PARTAGE journee');
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  await expect(start.status).toHaveText(`1 of ${COUNT} events`);
  await expect(start.page.getByRole('heading', { level: 3 })).toHaveText(['2023']);
  await start.search.fill('مكتبة');
  await expect(start.titles).toHaveText([title(ARABIC)]);
  // A place and a day.
  await start.search.fill('new york september');
  await expect(start.titles).toHaveText([title(SIDE_EVENT)]);
  await start.showAll.click();
  await expect(start.titles).toHaveText(ALL.map(title));
  await expect(start.search).toHaveValue('');
  await expect(start.search).toBeFocused();
  await expect(start.status).toBeEmpty();
});

test('Screen readers are told what is found once the reader pauses', async ({ page, start }) => {
  const reader = await ScreenReader.at(page);
  await start.openWithSearch();
  await start.search.pressSequentially('new york september', { delay: 30 });
  await expect(start.titles).toHaveText([title(SIDE_EVENT)]);
  await reader.hears(`polite: 1 of ${COUNT} events`);
});

test('What is found beside the list is told, and a theme leads to its place', async ({ page, start }) => {
  const [person] = eventOf(WORKSHOP).people;
  await start.openWithSearch();
  await start.search.fill(person.name);
  await expect(start.event(title(WORKSHOP))).toContainText(`Person: ${person.name}`);
  await start.search.fill('builds reproducible');
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  const theme = start.event(title(CONFERENCE)).getByRole('link', { name: 'Reproducible builds without tears' });
  await expect(start.event(title(CONFERENCE))).toContainText('Theme: Reproducible builds without tears');
  await theme.click();
  await expect(page.getByRole('textbox', { name: /^New note on Reproducible builds/ })).toBeVisible();
  await page.goBack();
  await expect(start.search).toHaveValue('builds reproducible');
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  await start.search.fill('');
  await expect(page.getByText('Theme:')).toHaveCount(0);
});

test('A topic and a year are chosen, with words or without', async ({ start }) => {
  await start.openWithSearch();
  const years = await start.year.getByRole('option').allTextContents();
  expect(years).toEqual(['All', '2024', '2023', '2022', '2021', '2020', '2018']);
  const topics = await start.topic.getByRole('option').allTextContents();
  expect(topics).toHaveLength(new Set(ALL.map((id) => eventOf(id).topic).filter(Boolean)).size + 1);
  expect(topics).toContain('Logiciel libre');
  await expect(start.topic.getByRole('option', { name: 'Logiciel libre', exact: true })).toHaveAttribute('lang', 'fr');
  await start.topic.selectOption('Logiciel libre');
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  await start.year.selectOption('2021');
  await expect(start.titles).toHaveCount(0);
  await expect(start.status).toHaveText('No event has all of this. Search for fewer words, choose less, or show all events.');
  await start.topic.selectOption({ label: 'All' });
  await expect(start.titles).toHaveText([title(LECTURES)]);
  await expect(start.status).toHaveText(`1 of ${COUNT} events`);
  await start.showAll.click();
  await expect(start.year).toHaveValue('');
  await expect(start.titles).toHaveCount(COUNT);
});

test('What is found among upcoming and past events stays in its section', async ({ page, start }) => {
  await page.clock.setFixedTime('2022-01-01T12:00:00Z');
  await start.openWithSearch();
  await start.search.fill('2023');
  await expect(start.titlesIn('Upcoming events')).toHaveText([title(CONFERENCE)]);
  await expect(page.getByRole('heading', { name: 'Past events' })).toHaveCount(0);
  await start.search.fill('2018');
  await expect(start.titlesIn('Past events')).toHaveText([title(SIDE_EVENT)]);
  await expect(page.getByRole('heading', { name: 'Upcoming events' })).toHaveCount(0);
});

test('The address tells what is searched for, and finds it again', async ({ page, start }) => {
  await start.openWithSearch('?from=a-mail&q=forum&year=2024&topic=no+such+topic');
  await expect(start.titles).toHaveText([title(FORUM)]);
  await expect(start.search).toHaveValue('forum');
  await expect(start.year).toHaveValue('2024');
  await expect(start.topic).toHaveValue('');
  await expect(page).toHaveURL(/several\/\?from=a-mail&q=forum&year=2024$/);
  await start.search.fill('eau & rivières');
  await expect(page).toHaveURL(/\?from=a-mail&q=eau\+%26\+rivi%C3%A8res&year=2024$/);
  await start.showAll.click();
  await expect(page).toHaveURL(/several\/\?from=a-mail$/);
  await start.topic.selectOption('Logiciel libre');
  await page.reload();
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  await expect(start.topic).toHaveValue('Logiciel libre');
});

test('Without the list of other words the search goes on in those of the page', async ({ page, start, consoleOutput }) => {
  consoleOutput.expect(/Failed to load resource/);
  await page.route('**/events.json', (route) => route.abort());
  await start.openWithSearch();
  await start.search.fill('forum');
  await expect(start.titles).toHaveText([title(FORUM)]);
  await expect(start.status).toContainText(`1 of ${COUNT} events. What the page shows was searched.`);
  // It is asked for again by whoever comes back to the box.
  await page.unroute('**/events.json');
  await start.search.fill('reproducible');
  await expect(start.titles).toHaveCount(0);
  await start.search.blur();
  await start.search.focus();
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  await expect(start.status).toHaveText(`1 of ${COUNT} events`);
});

test('What does not come yet is not said to be missing', async ({ page, start }) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/events.json', async (route) => {
    await held;
    await route.continue();
  });
  await start.openWithSearch('?q=reproducible');
  await expect(start.status).toHaveText('Searching…');
  answer();
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
});

test('Nothing moves when the search comes', async ({ page, start }) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/events-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await start.open();
  const first = start.titles.first();
  const before = await first.boundingBox();
  answer();
  await expect(start.search).toBeVisible();
  expect(await first.boundingBox()).toEqual(before);
  // Nor when it has something to say.
  await start.search.fill('2024');
  await expect(start.status).toHaveText(`1 of ${COUNT} events`);
  expect(await first.boundingBox()).toEqual(before);
});

test('The keyboard alone finds an event and opens it', async ({ page, start }) => {
  await start.openWithSearch();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(start.search).toBeFocused();
  await page.keyboard.type('2021');
  await expect(start.titles).toHaveText([title(LECTURES)]);
  await page.keyboard.press('Tab');
  await expect(start.topic).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(start.year).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(start.showAll).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: title(LECTURES) })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title(LECTURES));
});

test('Everybody can use the start page, however wide it is', async ({ page, start }) => {
  await page.clock.setFixedTime('2021-03-01T12:00:00Z');
  const looks = async () => {
    await expectNoViolation(page);
    for (const width of [320, 390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `at ${width} px nothing is beyond the edge`).toBeLessThanOrEqual(0);
    }
  };
  await start.openWithSearch();
  await looks();
  await start.search.fill('reproducible');
  await expect(start.titles).toHaveText([title(CONFERENCE)]);
  await looks();
  await start.search.fill('reproducible nonsense');
  await expect(start.titles).toHaveCount(0);
  await looks();
  await page.emulateMedia({ colorScheme: 'dark' });
  await start.showAll.click();
  await looks();
});

test('A word that is wider than the window is broken', async ({ page, start }) => {
  await page.clock.setFixedTime('2021-03-01T12:00:00Z');
  await start.openWithSearch();
  await page.evaluate(() => {
    const long = 'Verfassungsgerichtsbarkeit'.repeat(5);
    for (const words of document.querySelectorAll('main li span')) words.textContent = long;
  });
  for (const width of [320, 390, 800, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `at ${width} px nothing is beyond the edge`).toBeLessThanOrEqual(0);
  }
});

test('A title is read its own way', async ({ page, start }) => {
  await start.open();
  const words = page.getByText(title(ARABIC));
  await expect(words).toHaveAttribute('lang', 'ar');
  await expect(words).toHaveAttribute('dir', 'auto');
});

test('On paper the list stands alone', async ({ page, start }) => {
  await start.openWithSearch();
  await page.emulateMedia({ media: 'print' });
  await expect(start.search).toBeHidden();
  await expect(start.topic).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Keep up with the events' })).toBeHidden();
  await expect(start.titles).toHaveText(ALL.map(title));
  // A list of what was found says so.
  await page.emulateMedia({ media: 'screen' });
  await start.search.fill('2024');
  await page.emulateMedia({ media: 'print' });
  await expect(start.titles).toHaveText([title(FORUM)]);
  await expect(page.getByText(`1 of ${COUNT} events`).first()).toBeVisible();
});
