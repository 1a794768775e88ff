// The programme of an event: what the page shows of it, the clock, the choice, and notes on sessions.
// Its events are those of `tests/events`, each with a page of its own.

import type { Locator, Page } from '@playwright/test';

import { expectNoViolation } from '../axe';
import { expect, test as base } from '../fixtures';

/** The programme, found by role and name. */
class Programme {
  readonly region: Locator;
  readonly choices: Locator;
  readonly count: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Programme', exact: true });
    this.choices = page.getByRole('group', { name: 'Choose sessions' });
    this.count = this.region.getByRole('status');
  }

  async open(event: string, fragment = ''): Promise<void> {
    await this.page.goto(`./events/${event}/${fragment}`);
  }

  /** A session on which notes hang. */
  session(title: string | RegExp): Locator {
    return this.region.getByRole('region', { name: title });
  }

  /** All sessions that are seen, breaks too, but not those that only hold others. */
  get shown(): Locator {
    return this.region.locator('[data-session]:not(:has([data-session])):visible');
  }
}

const test = base.extend<{ programme: Programme }>({
  programme: async ({ page }, use) => {
    await use(new Programme(page));
  },
});

const CONFERENCE = 'conference-day-fr';
const LECTURES = 'lecture-series-2021';
const SIDE_EVENT = 'side-event-2018';
const ARABIC = 'conference-ar-2020';

const EVENTS = [CONFERENCE, LECTURES, SIDE_EVENT, ARABIC, 'forum-fr', 'hybrid-workshop'];

test.describe('Without its program', () => {
  test.use({ javaScriptEnabled: false });

  test('the programme is read by days and times', async ({ page, programme }) => {
    await programme.open('forum-fr');
    await expect(programme.region.getByRole('heading', { level: 3 })).toHaveText(['13 juin 2024', '14 juin 2024']);
    const times = await programme.region.locator('.programme__time > time:first-of-type').allTextContents();
    const first = times.slice(0, times.indexOf('20:00') + 1);
    expect(first, 'the first day is in the order of time').toEqual(first.toSorted());
    await expect(page.getByText('Toutes les heures sont indiquées dans le fuseau horaire « Paris ».')).toBeVisible();
  });
});

test('A note on a session is kept, counted and found', async ({ page, programme }) => {
  await programme.open(CONFERENCE);
  const session = programme.session('Reproducible builds without tears');
  await session.getByText('Reproducible builds without tears').click();
  await session.getByRole('textbox', { name: 'New note on Reproducible builds without tears' }).fill('Ask for the slides');
  await session.getByRole('button', { name: 'Add note' }).click();
  await expect(session.getByRole('list', { name: /^Notes on/ }).getByRole('listitem')).toHaveText(/Ask for the slides/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'My notes' })).toContainText('Ask for the slides');
  await expect(page.getByRole('navigation', { name: 'Themes' })).toContainText('1 note');
});

test('An address that names a session opens it', async ({ programme }) => {
  await programme.open(CONFERENCE);
  const id = await programme.session('Reproducible builds without tears').getAttribute('id');
  await programme.open(LECTURES);
  await programme.open(CONFERENCE, `#${id}`);
  await expect(
    programme.session('Reproducible builds without tears').getByRole('textbox', { name: /^New note on/ }),
  ).toBeVisible();
});

test.describe('On the day', () => {
  test('what is on and what is next is marked, and goes on with the clock', async ({ page, programme }) => {
    // 10:31 in Paris.
    await page.clock.install({ time: new Date('2023-11-18T09:31:00Z') });
    await programme.open(CONFERENCE);
    const marked = (mark: string) => programme.region.locator('[data-session]', { has: page.getByText(mark, { exact: true }) });
    await expect(marked('Now').first()).toHaveAttribute('data-starts', '2023-11-18T10:30:00+01:00');
    for (const session of await marked('Now').all()) {
      const [starts, ends] = [await session.getAttribute('data-starts'), await session.getAttribute('data-ends')];
      expect(Date.parse(starts ?? '')).toBeLessThanOrEqual(Date.parse('2023-11-18T09:31:00Z'));
      expect(Date.parse(ends ?? '')).toBeGreaterThan(Date.parse('2023-11-18T09:31:00Z'));
    }
    await expect(marked('Next').first()).toHaveAttribute('data-starts', '2023-11-18T11:30:00+01:00');
    await page.clock.runFor('01:00:00');
    await expect(marked('Now').last()).toHaveAttribute('data-starts', '2023-11-18T11:30:00+01:00');
    await page.clock.runFor('24:00:00');
    await expect(marked('Now')).toHaveCount(0);
    await expect(marked('Next')).toHaveCount(0);
  });
});

test.describe('On another clock', () => {
  test.use({ timezoneId: 'Asia/Kolkata' });

  test('each time is told by the reader’s clock too, before and after the change to summer time', async ({ page, programme }) => {
    await programme.open(LECTURES);
    const times = programme.region.locator('.programme__time');
    await expect(times.first()).toContainText('12:30–13:30');
    await expect(times.first()).toContainText('23:00 on your clock');
    await expect(times.last()).toContainText('22:00 on your clock');
    await expect(page.getByText('Below each stands the time on your clock.')).toBeVisible();
    await programme.open(SIDE_EVENT);
    // After midnight: another day.
    await expect(page.getByRole('banner')).toContainText(/Wed,? 01:30 on your clock/);
  });
});

test.describe('On the event’s own clock', () => {
  test.use({ timezoneId: 'Europe/Paris' });

  test('no time is told twice', async ({ page, programme }) => {
    await programme.open(CONFERENCE);
    await expect(programme.choices).toBeVisible();
    await expect(page.getByText('on your clock')).toHaveCount(0);
  });
});

test('A track, a place and a person are chosen, and all is shown again', async ({ programme }) => {
  await programme.open(CONFERENCE);
  const all = await programme.shown.count();
  const track = programme.choices.getByLabel('Track');
  await expect(track.getByRole('option', { name: 'Technique', exact: true })).toHaveAttribute('lang', 'fr');
  await track.selectOption('Technique');
  await expect(programme.count).toContainText(' of ');
  const ofTrack = await programme.shown.count();
  expect(ofTrack).toBeGreaterThan(0);
  expect(ofTrack).toBeLessThan(all);
  for (const session of await programme.shown.all()) await expect(session).toHaveAttribute('data-track', 'Technique');
  await expect(programme.count).toHaveText(new RegExp(`^${ofTrack} of \\d+ sessions$`));
  await expect(programme.region.getByText('Accueil et café')).toBeHidden();
  await programme.choices.getByLabel('Place').selectOption('Salle Lumière');
  await expect(programme.count).not.toContainText(`${ofTrack} of `);
  for (const session of await programme.shown.all()) await expect(session).toHaveAttribute('data-place', 'Salle Lumière');
  await programme.choices.getByRole('button', { name: 'Show all sessions' }).click();
  await expect(programme.shown).toHaveCount(all);
  await expect(track).toHaveValue('');
  await expect(programme.count).toBeEmpty();
});

test('What is part of a session is chosen with it, and a day on which nothing is left goes', async ({ programme }) => {
  await programme.open('hybrid-workshop');
  await programme.choices.getByLabel('Person').selectOption({ label: 'Speaker 1' });
  await expect(programme.session('Sampling below Nyquist, honestly')).toBeVisible();
  await expect(programme.session('Random or designed measurements?')).toBeHidden();
  await expect(programme.session('Images')).toBeHidden();
});

test('A link to a session that was not chosen shows it', async ({ page, programme }) => {
  await programme.open(CONFERENCE);
  await programme.choices.getByLabel('Track').selectOption('Technique');
  const opening = programme.session('Ouverture');
  await expect(opening).toBeHidden();
  await page.getByRole('navigation', { name: 'Themes' }).getByRole('link', { name: /Ouverture/ }).click();
  await expect(opening).toBeVisible();
});

test('The text of an event is marked as its language, and is read its way', async ({ page, programme }) => {
  await programme.open(ARABIC);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: 'Programme' }).locator('[lang="en"]')).toHaveText('Programme');
  await programme.open(CONFERENCE);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).not.toHaveAttribute('dir');
});

for (const event of EVENTS) {
  test(`Everybody can use the page of ${event}, however wide it is`, async ({ page, programme }) => {
    await programme.open(event);
    await expect(page.getByRole('searchbox', { name: 'Search notes' })).toBeVisible();
    await expectNoViolation(page);
    for (const width of [320, 390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `at ${width} px nothing is beyond the edge`).toBeLessThanOrEqual(0);
    }
    // No heading without contents.
    for (const heading of await page.getByRole('main').getByRole('heading', { level: 2 }).all()) {
      const section = heading.locator('xpath=..');
      const [words, all] = [await heading.innerText(), await section.innerText()];
      expect(all.length, words).toBeGreaterThan(words.length + 5);
    }
  });
}
