// What the page says in each of its languages: the sentences of `locales/`, by Fluent's own library, so that no
// test repeats them; and where things are found on a page that speaks one of them.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { type Locator, expect } from '@playwright/test';

import type { Theme } from './event';
import type { EventPage } from './pages/event-page';

const LOCALES = join(import.meta.dirname, '../locales');

/** The language to which the others are held, and that of the event. */
export const ENGLISH = 'en';

/** The English of all tests: its days and hours are written as in none of the others. */
export const localeOf = (tag: string) => (tag === ENGLISH ? 'en-GB' : tag);

/** The languages of the interface, by their tags. */
export const LANGUAGES = readdirSync(LOCALES).sort();

/** What a sentence is told, by the names that `locales/en/` has for it. */
export type Told = Record<string, FluentVariable>;

/** The sentences of one language. */
interface Sentences {
  bundle: FluentBundle;
  ids: string[];
}

const known = new Map<string, Sentences>();

function sentencesOf(tag: string): Sentences {
  const already = known.get(tag);
  if (already) return already;
  const folder = join(LOCALES, tag);
  // What no page says stands outside the pages.
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl') && name !== 'publishing.ftl');
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const locale = /^page-locale = (.*)$/m.exec(text)![1];
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const [error] = bundle.addResource(new FluentResource(text));
  if (error) throw error;
  const ids = [...text.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id);
  const sentences = { bundle, ids };
  known.set(tag, sentences);
  return sentences;
}

/** The signs that keep apart what is handed to a sentence, where it is written from the right. */
const ISOLATES = /[\u2068\u2069]/g;

/** A text of the page as a sentence is compared with it: without those signs, and with plain blanks. */
export function plain(text: string): string {
  return text.replace(ISOLATES, '').replace(/\s+/g, ' ').trim();
}

/** What the page says in a language: a sentence by its id, as it can be read there. */
export function say(tag: string, id: string, told: Told = {}): string {
  const { bundle } = sentencesOf(tag);
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) throw new Error(`no ${id} in ${tag}`);
  const errors: Error[] = [];
  const sentence = bundle.formatPattern(pattern, told, errors);
  if (errors.length) throw new Error(`${id} in ${tag}: ${errors}`);
  return plain(sentence.replace(/<\/?\w+>/g, ''));
}

/** A sentence as a pattern for a whole text or name, which finds it with and without the signs that keep apart
    what it was handed. */
export function said(tag: string, id: string, told: Told = {}): RegExp {
  const letters = [...say(tag, id, told)].map((letter) => (letter === ' ' ? '\\s+' : letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')));
  const isolates = ISOLATES.source;
  return new RegExp(`^\\s*${isolates}*${letters.join(`${isolates}*`)}${isolates}*\\s*$`, 'u');
}

/** The direction in which a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return tag === 'ar' ? 'rtl' : 'ltr';
}

/** What reads texts of a sentence: the parts of it, as the library has them. */
type Part = string | { type: string; variants?: { value: Part | Part[] }[] };

/** The texts between what a sentence is handed, and those of its choices. */
function piecesOf(tag: string, id: string): string[] {
  const pieces = (part: Part | Part[]): string[] => {
    if (typeof part === 'string') return part.split(/<\/?\w+>/);
    if (Array.isArray(part)) return part.flatMap(pieces);
    return part.variants?.flatMap(({ value }) => pieces(value)) ?? [];
  };
  return pieces(sentencesOf(tag).bundle.getMessage(id)!.value as Part).map(plain);
}

const allPieces = (tag: string) => new Set(sentencesOf(tag).ids.flatMap((id) => piecesOf(tag, id)));

/** Whether a text is one that a language says: a whole sentence, or what stands before, after or between the things
    that it is handed. */
export function isSaidIn(tag: string): (text: string) => boolean {
  const pieces = allPieces(tag);
  return (text) => pieces.has(text);
}

/** Finds what is English among texts that another language says: whole sentences, and, where they are long enough
    to be nothing else, what stands between the things that they are handed. */
export function englishAmong(texts: string[], tag: string): string[] {
  const own = allPieces(tag);
  const english = [...allPieces(ENGLISH)].filter((piece) => /\p{L}{2}/u.test(piece) && !own.has(piece));
  const long = english.filter((piece) => piece.split(' ').length > 2);
  return texts.filter((text) => english.includes(text) || long.some((piece) => text.includes(piece)));
}

/** The page of the event as it speaks a language. */
export class SpokenPage {
  readonly contents: Locator;
  readonly map: Locator;
  readonly myNotes: Locator;
  /** How many notes there are, in a sentence. */
  readonly totals: Locator;
  readonly search: Locator;
  readonly hits: Locator;
  readonly undo: Locator;
  readonly dialog: Locator;
  /** The list of the languages, at the foot. */
  readonly languages: Locator;

  constructor(
    readonly eventPage: EventPage,
    readonly tag: string,
  ) {
    const { page } = eventPage;
    this.contents = page.getByRole('navigation', { name: this.say('page-themes'), exact: true });
    this.map = page.getByRole('navigation', { name: this.say('page-map'), exact: true });
    this.myNotes = page.getByRole('region', { name: this.say('notes-my-notes'), exact: true });
    this.totals = this.myNotes.locator('.my-notes__totals span').first();
    this.search = this.myNotes.getByRole('searchbox', { name: this.say('notes-search-notes'), exact: true });
    this.hits = this.myNotes.locator('mark');
    this.undo = this.button('notes-undo');
    this.dialog = page.getByRole('dialog');
    this.languages = page.locator('#languages-place').getByRole('combobox', { name: this.say('page-language'), exact: true });
  }

  say(id: string, told: Told = {}): string {
    return say(this.tag, id, told);
  }

  said(id: string, told: Told = {}): RegExp {
    return said(this.tag, id, told);
  }

  button(id: string, place: Locator = this.eventPage.page.locator(':root')): Locator {
    return place.getByRole('button', { name: this.say(id), exact: true });
  }

  /** Opens the page and waits until notes can be taken. */
  async open(): Promise<void> {
    await this.eventPage.page.goto('./');
    await this.takenOver();
  }

  async reload(): Promise<void> {
    await this.eventPage.page.reload();
    await this.takenOver();
  }

  async takenOver(): Promise<void> {
    const colours = this.eventPage.page.getByRole('combobox', { name: this.say('annotating-colours'), exact: true });
    await expect(colours).toBeVisible();
  }

  theme(place: number): SpokenTheme {
    return new SpokenTheme(this, this.eventPage.outline[place]);
  }

  /** Opens a dialog by its button. */
  async openDialog(button: string, title: string): Promise<Locator> {
    // By key: what is above may still be moving right after the page was opened.
    await this.button(button).press('Enter');
    await expect(this.dialog).toHaveAccessibleName(this.say(title));
    return this.dialog;
  }
}

/** A theme of that page. */
export class SpokenTheme {
  readonly region: Locator;
  readonly newNote: Locator;
  readonly addNote: Locator;
  readonly list: Locator;
  readonly notes: Locator;
  readonly editor: Locator;
  readonly done: Locator;

  constructor(
    readonly spoken: SpokenPage,
    readonly theme: Theme,
  ) {
    const { title } = theme;
    this.region = spoken.eventPage.page.getByRole('region', { name: title, exact: true }).and(spoken.eventPage.page.locator(`#theme-${theme.id}`));
    this.newNote = this.region.getByRole('textbox', { name: spoken.said('notes-new-note-on', { theme: title }) });
    this.addNote = spoken.button('notes-add-note', this.region);
    this.list = this.region.getByRole('list', { name: spoken.said('notes-notes-on', { theme: title }) });
    // Its own items: a note may hold a list.
    this.notes = this.list.locator('> li');
    this.editor = this.region.getByRole('textbox', { name: spoken.say('notes-note-text'), exact: true });
    this.done = spoken.button('notes-done', this.region);
  }

  /** Adds a note by the button and waits until it is shown. */
  async add(text: string): Promise<void> {
    await this.newNote.fill(text);
    await this.addNote.click();
    await expect(this.notes.filter({ hasText: text })).toBeVisible();
  }
}
