// Records as the page stores them (`docs/storage.md`), made by hand: to put notes into a browser
// before the page opens. Shared by the tests, the benchmark and the screens.

const BEGINNING = Date.UTC(2026, 0, 5, 9, 30);

/** A UUID version 7 for a moment and a running number: the same each time it is asked for. */
export function noteId(moment, number) {
  const time = moment.toString(16).padStart(12, '0');
  const low = number.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${low}`;
}

/**
 * One stored note as `{ name, value }`, which is how Playwright wants local storage.
 *
 * `number` sets the id and the time: notes with greater numbers are younger, by a minute each. Other
 * fields are taken over as they are.
 */
export function noteEntry(eventId, { theme, text, number = 0, revision = 1, ...others }) {
  const moment = BEGINNING + number * 60_000;
  const id = noteId(moment, number);
  const created = new Date(moment).toISOString();
  const record = { v: 1, id, theme, text, created, changed: created, revision, ...others };
  return { name: `marginalia/${eventId}/note/${id}`, value: JSON.stringify(record) };
}

/** One stored draft. */
export function draftEntry(eventId, theme, text) {
  return { name: `marginalia/${eventId}/draft/${theme}`, value: JSON.stringify({ v: 1, text }) };
}

/** A word that stands in every twentieth of `manyNotes`, and in no other: no other word has a k. */
export const RARE_WORD = 'kestrel';

const WORDS =
  'states early action assistance prevention training cooperation information sharing regional bodies civil society dialogue mandate human rights mechanisms actors protection obligations support stress operations report'.split(
    ' ',
  );

/** Many notes, spread evenly over the themes; the same ones each time. */
export function manyNotes(eventId, themes, count) {
  return Array.from({ length: count }, (_, number) => {
    const words = Array.from(
      { length: 12 },
      (_, place) => WORDS[(number * 7 + place * 5 + ((number * place) % 11)) % WORDS.length],
    );
    const text = `Memo ${number}: ${words.join(' ')}${number % 20 === 0 ? ` ${RARE_WORD}` : ''}`;
    return noteEntry(eventId, { theme: themes[number % themes.length], text, number });
  });
}

/** Local storage of one origin as Playwright's `storageState`. */
export function storageOf(url, entries) {
  return { cookies: [], origins: [{ origin: new URL(url).origin, localStorage: entries }] };
}
