// The page with the notes on all events of a site, and the pages of events in that site, as page objects.

import { readFile } from 'node:fs/promises';

import { type Locator, type Page, expect } from '@playwright/test';

import type { TakenFile } from './transfer';

/** Where the site of several events stands below the page of the single one. */
export const SITE = './several/';

/** An event of that site, and a theme of it. */
export interface Known {
  id: string;
  title: string;
  theme: { id: string; title: string };
}

/** The page with the notes on all events. */
export class AllNotes {
  readonly heading: Locator;
  readonly search: Locator;
  readonly event: Locator;
  readonly status: Locator;
  readonly events: Locator;
  readonly notes: Locator;
  readonly showMore: Locator;
  readonly export: Locator;
  readonly hits: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'My notes on all events', exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search notes', exact: true });
    this.event = page.getByRole('combobox', { name: 'Event', exact: true });
    this.status = page.getByRole('status');
    this.events = page.getByRole('main').getByRole('heading', { level: 2 });
    this.notes = page.getByRole('list', { name: /^Notes on / }).getByRole('listitem').and(page.locator('.all-notes__note'));
    this.showMore = page.getByRole('button', { name: 'Show more', exact: true });
    this.export = page.getByRole('group').filter({ hasText: 'Export all notes' });
    this.hits = page.locator('mark');
  }

  async open(): Promise<void> {
    await this.page.goto(`${SITE}notes/`);
    await expect(this.heading).toBeVisible();
  }

  /** The part of the page that is about an event, by its title. */
  of(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The note, draft or deleted note that holds this text. */
  note(text: string): Locator {
    return this.page.getByRole('listitem').and(this.page.locator('.all-notes__note')).filter({ hasText: text });
  }

  /** Waits until the page says how much there is, or was found. */
  async says(words: string): Promise<void> {
    await expect(this.page.locator('.all-notes__totals').getByText(words, { exact: true }).first()).toBeVisible();
  }

  async openExport(): Promise<void> {
    // By key: on a phone the summary may still be moving.
    if ((await this.export.getAttribute('open')) === null) await this.export.getByText('Export all notes', { exact: true }).press('Enter');
    await expect(this.export.getByRole('list')).toBeVisible();
  }

  /** Saves the notes in a form, and reads the file that the browser has put on the disk. */
  async save(form: string): Promise<TakenFile> {
    return this.saveBy(this.export.getByRole('button', { name: form, exact: true }));
  }

  async saveBy(button: Locator): Promise<TakenFile> {
    const download = this.page.waitForEvent('download');
    await button.click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }

  /** All of local storage. */
  async stored(): Promise<Record<string, string>> {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  }
}

/** The page of an event in that site. */
export class EventInSite {
  readonly theme: Locator;
  readonly newNote: Locator;
  readonly list: Locator;

  constructor(
    readonly page: Page,
    readonly event: Known,
  ) {
    this.theme = page.locator(`#theme-${event.theme.id}`);
    this.newNote = this.theme.getByRole('textbox', { name: `New note on ${event.theme.title}`, exact: true });
    this.list = this.theme.getByRole('list', { name: `Notes on ${event.theme.title}`, exact: true }).locator('> li');
  }

  /** Opens the page at its theme, and waits until notes can be taken. */
  async open(): Promise<void> {
    await this.page.goto(`${SITE}${this.event.id}/#theme-${this.event.theme.id}`);
    await expect(this.page.getByRole('combobox', { name: 'Colours', exact: true })).toBeVisible();
  }

  async add(text: string): Promise<void> {
    const before = await this.list.count();
    await this.newNote.fill(text);
    await this.theme.getByRole('button', { name: 'Add note', exact: true }).click();
    await expect(this.list).toHaveCount(before + 1);
  }

  /** What is stored of this event, but for when a backup was taken, and copies of what cannot be read. */
  async stored(): Promise<Record<string, string>> {
    const all = await this.page.evaluate(() => Object.entries(localStorage));
    const start = `marginalia/${this.event.id}/`;
    const isOwn = (key: string) => key.startsWith(start) && !['backup', 'quarantine'].includes(key.slice(start.length).split('/')[0]);
    return Object.fromEntries(all.filter(([key]) => isOwn(key)));
  }
}
