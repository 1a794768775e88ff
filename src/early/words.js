// The sentences of one language of the interface, for the page and for its programs. The build makes a file
// of it for each language (`src/publishing/words.rs`), with what stands in `locales/`, made ready so that
// nothing is parsed here (`build/messages.rs`). A page loads the one of its reader; what stands in the page itself
// is worded anew by `translation.js`, where it was built in another language.

/* global LANGUAGE, LOCALE, DIRECTION, LANGUAGES, SENTENCES, AS_BROWSER, LANGUAGE_LABEL */
(() => {
  const sentences = SENTENCES;
  const plurals = new Intl.PluralRules(LOCALE);
  const digits = new Intl.NumberFormat(LOCALE);

  /** Takes further sentences, from a number on. */
  globalThis.marginaliaSentences = (first, further) => further.forEach((it, place) => (sentences[first + place] = it));

  /** The conventions for the reader's own times, as `Intl` knows them: those of their country, where their browser
      speaks this language. */
  const reader = navigator.languages?.find((tag) => tag.split('-')[0] === LANGUAGE) ?? LOCALE;

  /** A function that writes moments. What it writes with is made once: making that costs a hundred times what
      using it costs. */
  function writer(locale, options) {
    let format;
    return (date) => (format ??= new Intl.DateTimeFormat(locale, options)).format(date);
  }

  // Twelve hours or twenty-four is a habit, whatever the language.
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  const writeTime = writer(reader, { dateStyle: 'medium', timeStyle: 'short', hourCycle });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle };
  const writeClock = writer(reader, clock);
  const writeClockOnDay = writer(reader, { ...clock, weekday: 'short' });
  const day = { calendar: 'gregory', timeZone: 'UTC' };
  const writeDay = writer(LOCALE, { ...day, dateStyle: 'long' });
  const writeShortDay = writer(LOCALE, { ...day, day: 'numeric', month: 'short' });

  /** A time as the reader is used to see it, in the device's time zone; nothing where it is none. */
  globalThis.marginaliaTime = (time) => {
    const date = new Date(time);
    return Number.isNaN(+date) ? undefined : writeTime(date);
  };

  /** Hours and minutes of a date as the reader is used to see them, on request with the day of the week. */
  globalThis.marginaliaClock = (date, withDay) => (withDay ? writeClockOnDay : writeClock)(date);

  /** A day of the Gregorian calendar, as 2014-09-04, in words; nothing where there is no such day. */
  globalThis.marginaliaDay = (text, isShort) => {
    const date = new Date(text);
    // Some browsers count on from the last day of a month.
    if (date.getUTCDate() !== Number(text.slice(-2))) return undefined;
    return isShort ? writeShortDay(date) : writeDay(date);
  };

  /** A value as it stands in a sentence. Where the language is written from the right, it is kept apart: letters
      of the other direction would take the signs beside them along. */
  function shown(value) {
    const text = typeof value === 'number' ? digits.format(value) : value;
    return DIRECTION === 'rtl' ? `\u2068${text}\u2069` : text;
  }

  /** The text of a choice for a value: the one for just this, else the one for its plural form, else the one for
      all others. */
  const chosen = (cases, value) =>
    cases[value] ?? (typeof value === 'number' ? cases[plurals.select(value)] : undefined) ?? cases[''];

  function worded(pattern, told) {
    if (typeof pattern === 'string') return pattern;
    const pieces = pattern.map((part) => {
      if (typeof part === 'number') return shown(told[part]);
      return typeof part === 'string' ? part : worded(chosen(part[1], told[part[0]]), told);
    });
    return pieces.join('');
  }

  /** A sentence by its number, told what it needs to know. */
  globalThis.marginaliaMessage = (number, told) => worded(sentences[number], told);

  /** The list of the languages, of which the reader chooses one. The page is loaded again in it: what was
      written is kept by then. */
  function offerLanguages(choice) {
    const place = document.getElementById('languages-place');
    if (!place) return;
    const list = document.createElement('select');
    const option = (name, tag) => {
      const item = new Option(name, tag, false, tag === choice);
      if (tag) item.lang = tag;
      list.add(item);
    };
    option(AS_BROWSER, '');
    for (const [tag, name] of LANGUAGES) option(name, tag);
    list.onchange = () => {
      try {
        const settings = JSON.parse(localStorage.getItem(SETTINGS));
        localStorage.setItem(SETTINGS, JSON.stringify({ ...settings, language: list.value }));
        location.reload();
      } catch {
        // Without storage no choice can be kept.
      }
    };
    const label = document.createElement('label');
    label.className = 'footer__choice';
    label.append(`${LANGUAGE_LABEL} `, list);
    place.replaceChildren(label);
  }

  const SETTINGS = 'marginalia/settings';

  /** Lets the page speak this language: called once the sentences are there that it needs. `isOther` is whether
      the page was built in another one, and `chosen` what the reader chose. */
  globalThis.marginaliaSpeak = (isOther, chosen) => {
    const begin = () => {
      if (isOther) marginaliaTranslate();
      delete document.documentElement.dataset.waiting;
      offerLanguages(chosen);
    };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
    else begin();
  };
})();
