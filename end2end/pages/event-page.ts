// The page object: the one place that knows how things on the page are found. Everything is
// selected by role and accessible name, as the contract of accessible names fixes them; the few
// other selectors are ids and keys which the contract fixes as well.

import { type BrowserContext, type Locator, type Page, expect } from '@playwright/test';

import { type Event, type Theme, outlineOf } from '../event';

/** One entry of local storage. */
export interface Entry {
  name: string;
  value: string;
}

/** A stored note, by the contract of local storage. */
export interface NoteRecord {
  v: number;
  id: string;
  theme: string;
  text: string;
  created: string;
  changed: string;
  revision: number;
}

/** All of local storage, read as another program would read it. */
export type Stored = Record<string, string>;

/** The open page of the event. */
export class EventPage {
  readonly outline: Theme[];
  readonly banner: Locator;
  readonly main: Locator;
  readonly contentinfo: Locator;
  readonly contents: Locator;
  readonly people: Locator;
  readonly status: Locator;
  readonly alert: Locator;
  readonly undo: Locator;
  readonly myNotes: MyNotes;

  constructor(
    readonly page: Page,
    readonly event: Event,
    readonly url: string,
  ) {
    this.outline = outlineOf(event);
    this.banner = page.getByRole('banner');
    this.main = page.getByRole('main');
    this.contentinfo = page.getByRole('contentinfo');
    this.contents = page.getByRole('navigation', { name: 'Themes', exact: true });
    this.people = page.getByRole('list', { name: 'People', exact: true });
    this.status = page.getByRole('status');
    this.alert = page.getByRole('alert');
    this.undo = page.getByRole('button', { name: 'Undo', exact: true });
    this.myNotes = new MyNotes(page);
  }

  /** Opens the page and waits until notes can be taken. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`);
    await this.takenOver();
  }

  /** Opens the page without waiting for the program behind it. */
  async openUnready(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`, { waitUntil: 'commit' });
  }

  /** Loads the page again, as the reader does. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.takenOver();
  }

  /** “Add note” is disabled until the program has taken over the page. */
  async takenOver(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Add note', exact: true }).first()).toBeEnabled();
  }

  /** The same page in a second tab of the same browser. */
  async secondTab(): Promise<EventPage> {
    const second = new EventPage(await this.page.context().newPage(), this.event, this.url);
    await second.open();
    return second;
  }

  /** Puts entries into local storage before the page opens. */
  async store(entries: Entry[]): Promise<void> {
    await putInStorage(this.page.context(), this.url, entries);
  }

  /** A theme by its place in the outline. */
  theme(place: number): ThemeSection {
    return new ThemeSection(this.page, this.outline[place]);
  }

  /** All themes in the order of the outline. */
  get themes(): ThemeSection[] {
    return this.outline.map((theme) => new ThemeSection(this.page, theme));
  }

  /** A theme's line in the table of contents. */
  contentsLink(theme: Theme): Locator {
    return this.contents.getByRole('link', { name: theme.title });
  }

  /** A theme's whole line in the table of contents, with its number of notes. */
  contentsLine(theme: Theme): Locator {
    const link = this.page.getByRole('link', { name: theme.title });
    // Lists may be nested, part by part: the innermost item comes last.
    return this.contents.getByRole('listitem').filter({ has: link }).last();
  }

  /** Waits until the table of contents tells how many notes a theme has. */
  async contentsTell(theme: Theme, count: number): Promise<void> {
    const words = count === 0 ? 'no notes' : count === 1 ? '1 note' : `${grouped(count)} notes`;
    await expect(this.contentsLine(theme).getByText(new RegExp(`^${words}$`))).toHaveCount(1);
  }

  /** The link of the table of contents that is marked as being read. */
  get contentsCurrent(): Locator {
    return this.contents.locator('a[aria-current]:not([aria-current="false"])');
  }

  /** The sources at the end. */
  get sources(): Locator {
    return this.page.getByRole('region', { name: 'Sources', exact: true });
  }

  /** All of local storage. */
  async stored(): Promise<Stored> {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  }

  /** The stored value of a key, `null` where there is none. */
  async storedValue(key: string): Promise<string | null> {
    return this.page.evaluate((key) => localStorage.getItem(key), key);
  }

  /** The stored notes of this event, oldest first. */
  async storedNotes(): Promise<NoteRecord[]> {
    const prefix = `marginalia/${this.event.id}/note/`;
    return Object.entries(await this.stored())
      .filter(([key]) => key.startsWith(prefix))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => JSON.parse(value) as NoteRecord);
  }

  /** The texts of the stored notes, oldest first. */
  async storedTexts(): Promise<string[]> {
    return (await this.storedNotes()).map((note) => note.text);
  }

  noteKey(id: string): string {
    return `marginalia/${this.event.id}/note/${id}`;
  }

  draftKey(theme: Theme): string {
    return `marginalia/${this.event.id}/draft/${theme.id}`;
  }
}

/** A theme: its region, with the box for new notes and the notes. */
export class ThemeSection {
  readonly region: Locator;
  /** What opens and closes the theme. */
  readonly summary: Locator;
  readonly newNote: Locator;
  readonly addNote: Locator;
  readonly list: Locator;
  readonly notes: Locator;
  /** The editor: there is at most one. */
  readonly editor: Locator;
  readonly done: Locator;

  constructor(
    readonly page: Page,
    readonly theme: Theme,
  ) {
    this.region = page.getByRole('region', { name: theme.title, exact: true }).and(page.locator(`#theme-${theme.id}`));
    this.summary = this.region.locator('summary').filter({ hasText: theme.title });
    this.newNote = this.region.getByRole('textbox', { name: `New note on ${theme.title}`, exact: true });
    this.addNote = this.region.getByRole('button', { name: 'Add note', exact: true });
    this.list = this.region.getByRole('list', { name: `Notes on ${theme.title}`, exact: true });
    this.notes = this.list.getByRole('listitem');
    this.editor = this.region.getByRole('textbox', { name: 'Note text', exact: true });
    this.done = this.region.getByRole('button', { name: 'Done', exact: true });
  }

  /** The theme's first paragraph, which is seen only while the theme is open. */
  get body(): Locator {
    return this.region.getByText(this.theme.text[0]);
  }

  /** Whether the focus is on the theme or on something in it. */
  async hasFocus(): Promise<boolean> {
    return this.page.evaluate(
      (id) => document.getElementById(id)?.contains(document.activeElement) ?? false,
      `theme-${this.theme.id}`,
    );
  }

  /** Adds a note by the button and waits until it is shown. */
  async add(text: string): Promise<void> {
    const before = await this.notes.count();
    await this.newNote.fill(text);
    await this.addNote.click();
    await expect(this.notes).toHaveCount(before + 1);
  }

  /** The note that holds this text; while it is edited, its text is found in `editor` instead. */
  note(text: string): Note {
    return new Note(this.notes.filter({ hasText: text }));
  }

  /** The theme's only note, whatever it holds. */
  get onlyNote(): Note {
    return new Note(this.notes);
  }
}

/** A note in a theme's list. */
export class Note {
  readonly editButton: Locator;
  readonly deleteButton: Locator;
  readonly times: Locator;

  constructor(readonly item: Locator) {
    this.editButton = item.getByRole('button', { name: 'Edit note' });
    this.deleteButton = item.getByRole('button', { name: 'Delete note' });
    this.times = item.locator('time');
  }

  /** Opens the note for editing; the editor is `ThemeSection.editor`. */
  async edit(): Promise<void> {
    await this.editButton.click();
  }

  async delete(): Promise<void> {
    await this.deleteButton.click();
  }
}

/** The panel with all notes. */
export class MyNotes {
  readonly region: Locator;
  readonly search: Locator;
  readonly hits: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'My notes', exact: true });
    this.search = this.region.getByRole('searchbox', { name: 'Search notes', exact: true });
    this.hits = this.region.locator('mark');
  }

  /** The links that lead to a theme. */
  linksTo(theme: Theme): Locator {
    return this.region.locator(`a[href="#theme-${theme.id}"]`);
  }

  /** A note's text as the panel shows it. */
  text(text: string): Locator {
    return this.region.getByText(text);
  }

  /** Waits until the panel says how many notes there are. */
  async saysTotal(count: number): Promise<void> {
    await expect(this.words(`${grouped(count)}\\s+notes?`)).toBeVisible();
  }

  /** Waits until the panel says how many of the notes were found. */
  async saysFound(found: number, count: number): Promise<void> {
    await expect(this.words(`${grouped(found)}\\s+of\\s+${grouped(count)}`)).toBeVisible();
  }

  private words(pattern: string): Locator {
    return this.region.getByText(new RegExp(`(^|[^\\d.,])${pattern}(\\W|$)`)).first();
  }
}

/** A number as a pattern that allows for a sign between the thousands. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\\W?');
}

/** Puts entries into local storage of the page's origin, and nothing else. */
export async function putInStorage(context: BrowserContext, url: string, entries: Entry[]): Promise<void> {
  await context.setStorageState({ cookies: [], origins: [{ origin: new URL(url).origin, localStorage: entries }] });
}
