// The pages that are measured, and how each of them is used. What differs between them stands here
// alone; `measure.mjs` does the same with all.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { manyNotes } from '../records.mjs';
import { DIST } from '../server.mjs';
import { themes as peerThemes } from './peers/build.mjs';

const LOCALES = join(import.meta.dirname, '../../locales');

/** The language that readers' browsers ask for, where nothing else is said. */
export const ENGLISH = 'en-GB';

/** What local storage holds in Chromium, counted in the characters of names and values. */
const QUOTA = 5_242_880;

const inTheme = (selector) => (theme) => selector.replaceAll('{theme}', theme);

/** Notes as the peers store them: the same texts on as many themes. */
function peerEntries(count) {
  return manyNotes('', peerThemes, count).map(({ value }) => {
    const { id, theme, text, created } = JSON.parse(value);
    const moment = Date.parse(created);
    return { name: `note:${id}`, value: JSON.stringify({ id, theme, text, created: moment, updated: moment }) };
  });
}

const peer = {
  themes: peerThemes,
  entries: peerEntries,
  input: inTheme('[data-testid="note-input-{theme}"]'),
  add: inTheme('[data-testid="note-add-{theme}"]'),
  item: '[data-testid="note-item"]',
  /** Opens a note that stands in the middle for editing, and resolves to its text box. */
  openEditor: async (page) => {
    const notes = page.locator('[data-testid="note-item"]');
    return notes.nth(Math.floor((await notes.count()) / 2)).locator('[data-testid="note-edit"]');
  },
  search: '[data-testid="note-filter"]',
  hit: '[data-testid="note-item"]',
  /** How many hits must be there at once. */
  shows: (found) => found,
};

/** The peers, built into `folder`. */
export function peersIn(folder) {
  const bare = { dir: join(folder, 'static') };
  return ['vanilla-cv', 'react'].map((name) => ({ ...peer, name, site: { dir: join(folder, name) }, bare }));
}

/** The page of this project. `html` is its `index.html`. */
export function ownPage(html) {
  const event = JSON.parse(/<script\b[^>]*\bid="?event"?[^>]*>([\s\S]*?)<\/script>/.exec(html)[1]);
  const themes = event.parts
    .flatMap((part) => event.themes.filter((theme) => theme.part === part.id))
    .map((theme) => theme.id);
  // By what is the same in each language of the page.
  const item = '.notes > .note';
  return {
    name: 'own',
    site: { dir: DIST },
    bare: { dir: DIST, extra: { 'index.html': { type: 'text/html; charset=utf-8', body: withoutScripts(html) } } },
    themes,
    entries: (count) => manyNotes(event.id, themes, count),
    input: inTheme('#new-note-{theme}'),
    add: inTheme('#add-note-{theme}'),
    item,
    openEditor: async (page) => {
      const notes = page.locator(item);
      const [name] = /Memo \d+:/.exec(await notes.nth(Math.floor((await notes.count()) / 2)).textContent());
      await notes.filter({ hasText: name }).locator('[id^="edit-"]').click();
      return page.locator(`${item} textarea`);
    },
    search: '#my-notes input[type=search]',
    hit: '#my-notes ul > li',
    // A long list is shown bit by bit as the reader scrolls.
    shows: (found) => Math.min(found, 20),
  };
}

/** The same page as it comes to readers whose browsers ask for one of its languages each. */
export function inEachLanguage(page) {
  const tags = readdirSync(LOCALES).sort();
  return tags.map((tag) => ({ ...page, name: tag, locale: tag === 'en' ? ENGLISH : tag }));
}

/** The page without anything that runs or is loaded to run: what plain HTML and CSS would cost. */
function withoutScripts(html) {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<link\b[^>]*\brel\s*=\s*["']?(?:modulepreload|preload)\b[^>]*>/gi, '');
}

/** As many of `wanted` notes as storage holds with room to write, in full thousands. */
export function thatFit(page, wanted) {
  const sample = page.entries(1_000).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return Math.min(wanted, Math.floor((QUOTA * 0.9) / sample) * 1_000);
}
