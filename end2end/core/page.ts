// The page as its readers know it: the names and keys that are a contract, in one place.

import { expect } from '@playwright/test';

import { type Event, type Theme, outlineOf } from '../event';
import type { Tab } from './engine';
import { Found, evaluate } from './found';

/** One entry of local storage. */
export interface Entry {
  name: string;
  value: string;
}

/** The event's page in one tab. */
export class EventPage extends Found {
  readonly outline: Theme[];

  constructor(
    tab: Tab,
    readonly event: Event,
    readonly url: string,
  ) {
    super(tab);
    this.outline = outlineOf(event);
  }

  /** Opens the page and waits until notes can be taken. */
  async open(fragment = ''): Promise<void> {
    await this.openUnready(fragment);
    await this.takenOver();
  }

  /** Opens the page without waiting for its program. */
  async openUnready(fragment = ''): Promise<void> {
    await this.tab.open(this.url + fragment);
  }

  async reload(): Promise<void> {
    await this.tab.reload();
    await this.takenOver();
  }

  /** The choice of colours stands on the page once the program has taken over from the early script. */
  async takenOver(): Promise<void> {
    await this.find('combobox', 'Colours').isThere();
  }

  button(name: string): Found {
    return this.find('button', name);
  }

  get status(): Found {
    return this.find('status');
  }

  get alert(): Found {
    return this.find('alert');
  }

  get undo(): Found {
    return this.button('Undo');
  }

  get myNotes(): Found {
    return this.find('region', 'My notes');
  }

  get search(): Found {
    return this.myNotes.find('searchbox', 'Search notes');
  }

  /** A theme by its place in the outline. */
  theme(place: number): ThemeSection {
    return new ThemeSection(this, this.outline[place]);
  }

  /** All that local storage holds of a kind, by what follows the kind in the key. */
  stored(kind: 'note' | 'draft'): Promise<Record<string, string>> {
    return evaluate(
      this.tab,
      (prefix) => {
        const ours = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix));
        return Object.fromEntries(ours.map(([key, value]) => [key.slice(prefix.length), value as string]));
      },
      `marginalia/${this.event.id}/${kind}/`,
    );
  }

  /** Waits until just these notes are stored, the oldest first. */
  async stores(texts: string[]): Promise<void> {
    await expect.poll(() => this.storedTexts(), 'the stored notes').toEqual(texts);
  }

  async storedTexts(): Promise<string[]> {
    const notes = Object.entries(await this.stored('note')).sort(([one], [other]) => (one < other ? -1 : 1));
    return notes.map(([, note]) => JSON.parse(note).text);
  }

  /** Waits until a theme’s draft is stored with this text; `null` for none. */
  async storesDraft(theme: Theme, text: string | null): Promise<void> {
    const draft = async () => JSON.parse((await this.stored('draft'))[theme.id] ?? 'null')?.text ?? null;
    await expect.poll(draft, 'the stored draft').toBe(text);
  }

  /** Puts entries into local storage by another page of the site, before this one is opened. */
  async store(entries: Entry[]): Promise<void> {
    await this.tab.open(`${this.url}neighbour.html`);
    await evaluate(
      this.tab,
      (entries) => {
        for (const { name, value } of entries) localStorage.setItem(name, value);
      },
      entries,
    );
  }
}

/** A theme: its region, with the box for new notes and the notes. */
export class ThemeSection {
  constructor(
    readonly page: EventPage,
    readonly theme: Theme,
  ) {}

  get region(): Found {
    return this.page.find('region', this.theme.title).matching(`#theme-${this.theme.id}`);
  }

  /** What opens and closes it. */
  get summary(): Found {
    return this.region.find('button', this.theme.title);
  }

  get newNote(): Found {
    return this.region.find('textbox', `New note on ${this.theme.title}`);
  }

  get addNote(): Found {
    return this.region.find('button', 'Add note');
  }

  /** The notes; a note may hold a list of its own. */
  get notes(): Found {
    return this.region.find('list', `Notes on ${this.theme.title}`).by(':scope > li');
  }

  get editor(): Found {
    return this.region.find('textbox', 'Note text');
  }

  get done(): Found {
    return this.region.find('button', 'Done');
  }

  note(text: string): Found {
    return this.notes.containing(text);
  }

  /** Adds a note by the button, and waits until it is shown. */
  async add(text: string): Promise<void> {
    const before = await this.notes.count();
    await this.newNote.fill(text);
    await this.addNote.click();
    await this.notes.has(before + 1);
  }

  async edit(text: string): Promise<void> {
    await this.note(text).find('button', 'Edit note').click();
    await this.editor.isThere();
  }

  async delete(text: string): Promise<void> {
    await this.note(text).find('button', 'Delete note').click();
  }
}
