// The start page of a site, found by role and name.

import { type Locator, type Page, expect } from '@playwright/test';

export class StartPage {
  readonly search: Locator;
  readonly topic: Locator;
  readonly year: Locator;
  readonly showAll: Locator;
  /** What became of the search, as it is seen. */
  readonly status: Locator;
  /** The titles of the events that are seen. */
  readonly titles: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.search = main.getByRole('searchbox', { name: 'Search events' });
    this.topic = main.getByLabel('Topic');
    this.year = main.getByLabel('Year');
    this.showAll = main.getByRole('button', { name: 'Show all events' });
    this.status = main.getByRole('search').locator('.start__result span').first();
    this.titles = main.getByRole('listitem').getByRole('heading');
  }

  async open(search = ''): Promise<void> {
    await this.page.goto(`./several/${search}`);
  }

  /** Opens it and waits for what finds events. */
  async openWithSearch(search = ''): Promise<void> {
    await this.open(search);
    await expect(this.search).toBeVisible();
  }

  /** The events below a heading. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  titlesIn(name: string): Locator {
    return this.section(name).getByRole('listitem').getByRole('heading');
  }

  /** An event by words of its title. */
  event(title: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title }) });
  }
}
