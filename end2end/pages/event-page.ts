// The page object: the one place that knows how things on the page are found. Everything is
// selected by role and accessible name, as the contract of accessible names fixes them; the few
// other selectors are ids and keys which the contract fixes as well.

import { type BrowserContext, type Frame, type Locator, type Page, expect } from '@playwright/test';

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

/** What a key of this event may hold: the word that follows the event's id. */
export type Kind = 'note' | 'draft' | 'deleted' | 'quarantine' | 'older';

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

  /** What an alert or the storage line offers: every note and draft as text. */
  copyAll(place: Locator): Locator {
    return place.getByRole('button', { name: 'Copy all my notes', exact: true });
  }

  /** What the alert offers when the notes are gone from storage. */
  get writeBack(): Locator {
    return this.alert.getByRole('button', { name: 'Write them back', exact: true });
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

  /** The choice of colours stands on the page once the program has taken over from the early script. */
  async takenOver(): Promise<void> {
    await expect(this.page.getByRole('combobox', { name: 'Colours', exact: true })).toBeVisible();
  }

  /** The same page in a second tab of the same browser. */
  async secondTab(): Promise<EventPage> {
    const second = new EventPage(await this.page.context().newPage(), this.event, this.url);
    await second.open();
    return second;
  }

  /** Another page of the same site, which is not ours and shares its local storage. */
  async neighbour(): Promise<Page> {
    const neighbour = await this.page.context().newPage();
    await openNeighbour(neighbour);
    return neighbour;
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

  /** The event for other programs. */
  get eventFiles(): Locator {
    return this.page.getByRole('region', { name: 'Take the event home', exact: true });
  }

  /** All of local storage. */
  async stored(): Promise<Stored> {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  }

  /** The stored value of a key, `null` where there is none. */
  async storedValue(key: string): Promise<string | null> {
    return this.page.evaluate((key) => localStorage.getItem(key), key);
  }

  /** The stored entries of one kind: what follows the kind in each key, and the value. */
  async storedOf(kind: Kind): Promise<Stored> {
    // Chosen in the browser: local storage may hold megabytes of something else.
    return this.page.evaluate((prefix) => {
      const ours = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix));
      return Object.fromEntries(ours.map(([key, value]) => [key.slice(prefix.length), value]));
    }, this.key(kind, ''));
  }

  /** The stored notes of this event, oldest first. */
  async storedNotes(): Promise<NoteRecord[]> {
    return Object.entries(await this.storedOf('note'))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => JSON.parse(value) as NoteRecord);
  }

  /** The texts of the stored notes, oldest first. */
  async storedTexts(): Promise<string[]> {
    return (await this.storedNotes()).map((note) => note.text);
  }

  key(kind: Kind, name: string): string {
    return `marginalia/${this.event.id}/${kind}/${name}`;
  }

  noteKey(id: string): string {
    return this.key('note', id);
  }

  draftKey(theme: Theme): string {
    return this.key('draft', theme.id);
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
    readonly page: Page | Frame,
    readonly theme: Theme,
  ) {
    this.region = page.getByRole('region', { name: theme.title, exact: true }).and(page.locator(`#theme-${theme.id}`));
    this.summary = this.region.locator('summary').filter({ hasText: theme.title });
    this.newNote = this.region.getByRole('textbox', { name: `New note on ${theme.title}`, exact: true });
    this.addNote = this.region.getByRole('button', { name: 'Add note', exact: true });
    this.list = this.region.getByRole('list', { name: `Notes on ${theme.title}`, exact: true });
    // Its own items: a note may hold a list.
    this.notes = this.list.locator('> li');
    this.editor = this.region.getByRole('textbox', { name: 'Note text', exact: true });
    this.done = this.region.getByRole('button', { name: 'Done', exact: true });
  }

  /** What stands below a list that is not shown whole. */
  get more(): Locator {
    return this.region.locator('.more');
  }

  get showMore(): Locator {
    return this.more.getByRole('button', { name: 'Show more notes', exact: true });
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

  /** Said beside the box while what stands in it could not be stored. */
  get draftMark(): Locator {
    // Notes have such a mark too, and stand in the list.
    return this.region.getByText('Not saved', { exact: true }).and(this.page.locator(':not(li *)'));
  }

  /** The notes that are marked as written at the same time as another. */
  get conflictCopies(): Locator {
    return this.notes.filter({ hasText: 'Conflict copy:' });
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
  readonly pinButton: Locator;
  readonly unpinButton: Locator;
  /** Said of a note that is pinned. */
  readonly pinnedMark: Locator;
  /** Of a note that is shown as its Markdown means it. */
  readonly showSource: Locator;
  /** Of a note that is shown as it was typed. */
  readonly showFormatted: Locator;
  /** Said of a note whose text could not be stored. */
  readonly unsavedMark: Locator;

  constructor(readonly item: Locator) {
    this.editButton = item.getByRole('button', { name: 'Edit note' });
    this.deleteButton = item.getByRole('button', { name: 'Delete note' });
    this.times = item.locator('time');
    this.pinButton = item.getByRole('button', { name: 'Pin', exact: true });
    this.unpinButton = item.getByRole('button', { name: 'Unpin', exact: true });
    this.pinnedMark = item.getByText('Pinned', { exact: true });
    this.showSource = item.getByRole('button', { name: 'Show source', exact: true });
    this.showFormatted = item.getByRole('button', { name: 'Show formatted', exact: true });
    this.unsavedMark = item.getByText('Not saved', { exact: true });
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
  /** The lists that say which notes are shown, and in which order. */
  readonly theme: Locator;
  readonly tag: Locator;
  readonly order: Locator;
  /** The one list of all notes, where they do not stand by theme. */
  readonly inOrder: Locator;
  readonly hits: Locator;
  /** Where stands what could not be read. */
  readonly attention: Locator;
  readonly attentionEntries: Locator;
  /** The recently deleted notes, behind a summary. */
  readonly deleted: Locator;
  readonly deletedNotes: Locator;
  /** What is stored how, behind a summary. */
  readonly storage: Locator;
  /** Notes on themes that the event lacks. */
  readonly lostNotes: Locator;
  /** What stands below the list where it is not shown whole. */
  readonly more: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'My notes', exact: true });
    this.more = this.region.locator('.more');
    this.search = this.region.getByRole('searchbox', { name: 'Search notes', exact: true });
    const list = (name: string) => this.region.getByRole('combobox', { name, exact: true });
    this.theme = list('Theme');
    this.tag = list('Tag');
    this.order = list('Sort by');
    this.inOrder = this.listed('Notes in order of time');
    this.hits = this.region.locator('mark');
    this.attention = this.region.getByRole('region', { name: 'Needs attention', exact: true });
    this.attentionEntries = this.listed('Entries that need attention');
    this.deleted = this.region.locator('details').filter({ hasText: /^Recently deleted/ });
    this.deletedNotes = this.listed('Recently deleted');
    this.storage = this.region.locator('details').filter({ hasText: /^Storage/ });
    this.lostNotes = this.listed('Notes on themes no longer in this event');
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

  /** Waits until there are so many recently deleted notes, and shows them. */
  async openDeleted(count: number): Promise<void> {
    await expect(this.deleted.locator('summary')).toHaveText(`Recently deleted (${count})`);
    // By key: what is above may still be moving right after the page was opened.
    if ((await this.deleted.getAttribute('open')) === null) await this.deleted.locator('summary').press('Enter');
    await expect(this.deletedNotes).toHaveCount(count);
  }

  /** The recently deleted note that holds this text. */
  deletedNote(text: string): DeletedNote {
    return new DeletedNote(this.deletedNotes.filter({ hasText: text }));
  }

  /** The entry that needs attention and holds this text. */
  attentionEntry(text: string | RegExp): AttentionEntry {
    return new AttentionEntry(this.attentionEntries.filter({ hasText: text }));
  }

  /** The note on a theme that the event lacks which holds this text. */
  lostNote(text: string): LostNote {
    return new LostNote(this.lostNotes.filter({ hasText: text }));
  }

  private listed(name: string): Locator {
    return this.region.getByRole('list', { name, exact: true }).getByRole('listitem');
  }

  private words(pattern: string): Locator {
    return this.region.getByText(new RegExp(`(^|[^\\d.,])${pattern}(\\W|$)`)).first();
  }
}

/** A note that was deleted and can be brought back. */
export class DeletedNote {
  readonly restore: Locator;

  constructor(readonly item: Locator) {
    this.restore = item.getByRole('button', { name: 'Restore note', exact: true });
  }
}

/** A note whose theme the event lacks. */
export class LostNote {
  readonly themes: Locator;
  readonly move: Locator;

  constructor(readonly item: Locator) {
    this.themes = item.getByRole('combobox', { name: 'Move to theme', exact: true });
    this.move = item.getByRole('button', { name: 'Move', exact: true });
  }
}

/** An entry that could not be read. */
export class AttentionEntry {
  /** The entry as it is stored. */
  readonly raw: Locator;
  readonly copy: Locator;
  readonly download: Locator;
  readonly remove: Locator;
  readonly removeForGood: Locator;
  readonly keep: Locator;

  constructor(readonly item: Locator) {
    const button = (name: string) => item.getByRole('button', { name, exact: true });
    this.raw = item.locator('pre');
    this.copy = button('Copy');
    this.download = button('Download');
    this.remove = button('Remove…');
    this.removeForGood = button('Remove for good');
    this.keep = button('Keep it');
  }
}

/** A number as a pattern that allows for a sign between the thousands. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\\W?');
}

/** Opens in a tab another page of the same site, which the server of the tests does not have. */
export async function openNeighbour(page: Page): Promise<void> {
  const body = '<!doctype html><html lang="en"><title>A neighbour</title><link rel="icon" href="data:,"><p>Another page of this site.';
  await page.route('**/neighbour.html', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto('./neighbour.html');
}

/** Puts entries into local storage of the page's origin, and nothing else. */
export async function putInStorage(context: BrowserContext, url: string, entries: Entry[]): Promise<void> {
  const origins = [{ origin: new URL(url).origin, localStorage: entries }];
  // Playwright closes the page by which it does this in the next moment, and of thousands of entries
  // Chromium then now and then forgets the last.
  await expect(async () => {
    await context.setStorageState({ cookies: [], origins });
    const found = (await context.storageState()).origins[0]?.localStorage ?? [];
    expect(found.length).toBe(entries.length);
  }).toPass();
}
