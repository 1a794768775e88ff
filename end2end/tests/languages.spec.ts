// The core in each language of the interface: reading, writing, finding, taking home and printing, while the event
// keeps its own language; and the choice of the language.

import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import type { Event } from '../event';
import { expect, test } from '../fixtures';
import { ENGLISH, LANGUAGES, SpokenPage, directionOf, englishAmong, isSaidIn, localeOf, plain, say } from '../languages';
import { Quoting } from '../pages/annotating';
import { readAnnotationSet } from '../readers/formats.mjs';
import { noteEntry } from '../records.mjs';

/** A note as somebody writes it in a language, what they type to find it again, and what of it is marked then. */
const WRITTEN: Record<string, { text: string; other: string; searches: [string, string[]][] }> = {
  en: {
    text: 'Don’t forget the résumé of the Secretary-General’s report.',
    other: 'Ask who holds the mandate.',
    searches: [["don't resume", ['Don’t', 'résumé']]],
  },
  fr: {
    text: 'L’alerte précoce dépend de l’accès : où en est-on ?',
    other: 'Demander à la déléguée de Genève.',
    searches: [["l'alerte precoce", ['L’alerte', 'précoce']], ['L’ACCÈS', ['l’accès']]],
  },
  es: {
    text: 'La prevención, según el señor Núñez: ¿quién actúa antes?',
    other: 'Preguntar por el mandato.',
    searches: [['prevencion nunez', ['prevención', 'Núñez']], ['QUIÉN', ['quién']]],
  },
  ar: {
    text: 'الإنذار المبكّر مسؤولية مشتركة بين الدول',
    other: 'سؤال عن الولاية',
    searches: [['الانذار المبكر', ['الإنذار', 'المبكّر']], ['الإنـــذار', ['الإنذار']]],
  },
  zh: {
    text: '联合国如何更早识别大规模暴行的风险？',
    other: '询问任务授权。',
    searches: [['暴行', ['暴行']], ['风险 联合国', ['联合国', '风险']]],
  },
  ru: {
    text: 'Ещё раз о раннем предупреждении: всё решает мандат.',
    other: 'Спросить о бюджете.',
    searches: [['еще', ['Ещё']], ['ВСЁ мандат', ['всё', 'мандат']]],
  },
};

/** How many notes stand on each theme: all the forms that numbers have in these languages. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21];

/** A text of the page. */
interface Found {
  text: string;
  /** The language that it is said to be in, and the direction in which it stands. */
  lang: string;
  dir: string;
  /** The elements around it. */
  place: string;
  /** Names say nothing of their own language. */
  isName: boolean;
}

/** All texts and names of the page, with those that wait for their time, but for the names of languages, sentences to
    cite by, and what the reader wrote. */
async function textsOn(page: Page): Promise<Found[]> {
  const found = await page.evaluate(() => {
    const found: Found[] = [];
    const NAMES = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt', 'label', 'data-copied'];
    const NOT_SAID = 'script, style, noscript, option[lang], .note__text, .my-notes__text, .event-files__citation, [id^="citation"]';
    const look = (root: ParentNode, around: { lang: string; dir: string }) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.closest(NOT_SAID)) continue;
        const lang = element.closest<HTMLElement>('[lang]')?.lang ?? around.lang;
        // What is in a template has no style.
        const dir = getComputedStyle(element).direction || (element.closest<HTMLElement>('[dir]')?.dir ?? around.dir);
        const place = `${element.closest('[id]')?.id ?? ''}: ${element.parentElement?.className} > ${element.localName}`;
        for (const name of NAMES) {
          const text = element.getAttribute(name);
          if (text) found.push({ text, lang, dir, place, isName: true });
        }
        for (const { nodeType, data } of element.childNodes as NodeListOf<Text>) {
          if (nodeType === Node.TEXT_NODE && data.trim()) found.push({ text: data, lang, dir, place, isName: false });
        }
        if (element instanceof HTMLTemplateElement) look(element.content, { lang, dir });
      }
    };
    look(document, { lang: '', dir: 'ltr' });
    return found;
  });
  return found.map((it) => ({ ...it, text: plain(it.text) }));
}

/** All that the event says, piece by piece. */
function textsOf(event: Event): Set<string> {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [plain(value)];
    return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  };
  return new Set(texts(event));
}

const saying = ({ lang, dir, place, text }: Found) => `${lang} ${dir}: ${text} (${place})`;

/** Opens whatever of the page is closed, one after the other, and reads it. */
async function textsEverywhere(page: Page, spoken: SpokenPage): Promise<Found[]> {
  const { eventPage } = spoken;
  const texts = await textsOn(page);
  const read = async () => texts.push(...(await textsOn(page)));
  await new Quoting(eventPage.theme(0)).select(eventPage.outline[0].text[0].slice(0, 20));
  await expect(spoken.button('quotations-quote')).toBeVisible();
  await read();
  await spoken.theme(0).add('…');
  await spoken.button('notes-edit-note', spoken.theme(0).list).press('Enter');
  await expect(spoken.theme(0).editor).toBeFocused();
  await read();
  await spoken.theme(0).done.press('Enter');
  await spoken.button('notes-delete-note', spoken.theme(0).list).press('Enter');
  await expect(spoken.undo).toBeVisible();
  await read();
  await spoken.undo.press('Enter');
  await expect(spoken.theme(0).notes).toHaveCount(1);
  await spoken.myNotes.locator('summary').filter({ hasText: spoken.say('notes-storage') }).press('Enter');
  // What takes how much room is told once it is looked at.
  await expect(spoken.myNotes.locator('details[open] > p').first()).not.toBeEmpty();
  await read();
  for (const [button, title] of [['notes-export', 'transfer-export-title'], ['notes-import', 'transfer-import-title']]) {
    await spoken.openDialog(button, title);
    await read();
    await page.keyboard.press('Escape');
    await expect(spoken.dialog).toHaveCount(0);
  }
  await page.locator('body').press('?');
  await expect(spoken.dialog).toHaveAccessibleName(spoken.say('shortcuts-shortcuts'));
  await read();
  return texts;
}

/** What the style for paper puts before something. */
async function printedBefore(place: Locator): Promise<string> {
  const content = await place.evaluate((element) => getComputedStyle(element, '::before').content);
  return content === 'none' ? '' : (JSON.parse(content) as string);
}

test('Each language has its note here', () => {
  expect(Object.keys(WRITTEN).sort()).toEqual(LANGUAGES);
});

for (const tag of LANGUAGES) {
  const { text, other, searches } = WRITTEN[tag];

  test.describe(say(tag, 'page-language-name'), () => {
    test.use({ locale: localeOf(tag) });

    test('is what the interface speaks', async ({ page, event, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      await spoken.open();
      await expect(page.locator(':root'), 'nothing is held back any more').not.toHaveAttribute('data-waiting');
      await expect(spoken.contents).toBeVisible();
      const eventTexts = textsOf(event);
      const texts = (await textsEverywhere(page, spoken)).map((it) => it.text).filter((it) => !eventTexts.has(it));
      // More than a page says without its programs.
      expect(new Set(texts.filter(isSaidIn(tag))).size).toBeGreaterThan(120);
      if (tag !== ENGLISH) expect([...new Set(englishAmong(texts, tag))], 'what is English').toEqual([]);
    });

    test('is told of all that the interface says', async ({ page, event, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      await spoken.open();
      const eventTexts = textsOf(event);
      const isOwn = isSaidIn(tag);
      const texts = (await textsEverywhere(page, spoken)).filter((it) => !it.isName && /\p{L}{2}/u.test(it.text));
      const told = texts.filter((it) => isOwn(it.text) && !eventTexts.has(it.text));
      const wrong = told.filter((it) => it.lang !== tag || it.dir !== directionOf(tag));
      expect([...new Set(wrong.map(saying))], 'what says another language, or stands in the other direction').toEqual([]);
    });

    test('days are written as it writes them, whatever the language of the event', async ({ page }) => {
      for (const address of ['./', './events/hybrid-workshop/', './events/forum-fr/']) {
        const built = await (await page.goto(address))!.text();
        await expect(page.locator(':root')).not.toHaveAttribute('data-waiting');
        const days = await page.locator('time').evaluateAll((all, locale) => {
          const writer = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
          const [long, short] = [writer({ dateStyle: 'long' }), writer({ day: 'numeric', month: 'short' })];
          return (all as HTMLTimeElement[])
            .filter((it) => it.dateTime.length === 10)
            .map((it) => ({ lang: it.closest<HTMLElement>('[lang]')!.lang, text: it.textContent!, expected: ('short' in it.dataset ? short : long).format(new Date(it.dateTime)) }));
        }, say(tag, 'page-locale'));
        expect(days.length, 'none is lost').toBe(built.match(/<time [^>]*datetime="?\d{4}-\d\d-\d\d"?[ >]/g)!.length);
        for (const { lang, text, expected } of days) expect(`${lang}: ${plain(text)}`).toBe(`${tag}: ${plain(expected)}`);
        // Day, hour and place of the clock are one sentence, in its direction.
        const zoned = page.locator('.header__facts span[data-reader]').first();
        if (address === './events/hybrid-workshop/' && tag !== ENGLISH) await expect(zoned).toHaveAttribute('dir', directionOf(tag));
      }
    });

    test('words stay whole that look like an element of the page', async ({ page, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      const title = 'A <b>bold</b> summary & <a>more</a>';
      const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      await page.route(eventPage.url, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll('Event summary: The Role of', `${escaped}: The Role of`);
        expect(body).toContain(escaped);
        await route.fulfill({ response, body });
      });
      await spoken.open();
      await expect(page.locator('.sources').getByRole('link').filter({ hasText: title })).toBeVisible();
      await expect(spoken.theme(0).newNote).toBeVisible();
    });

    test('is not told of what the event says', async ({ page, event, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      await spoken.open();
      await expect(page.locator(':root')).toHaveAttribute('lang', ENGLISH);
      const eventTexts = textsOf(event);
      const texts = (await textsEverywhere(page, spoken)).filter((it) => !it.isName && eventTexts.has(it.text));
      expect(texts.length).toBeGreaterThan(30);
      const wrong = texts.filter((it) => it.lang !== ENGLISH || it.dir !== 'ltr');
      expect([...new Set(wrong.map(saying))], 'what says another language, or stands in the other direction').toEqual([]);
    });

    test('Notes are written, changed, deleted and brought back', async ({ page, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      await spoken.open();
      const theme = spoken.theme(1);
      await expect(theme.newNote).toHaveAttribute('placeholder', spoken.say('notes-write-here'));
      await theme.newNote.pressSequentially(text);
      await theme.addNote.click();
      await expect(theme.notes).toHaveText([new RegExp(text.slice(0, 10))]);
      await expect(theme.newNote).toHaveValue('');
      await spoken.reload();
      await expect(theme.notes.getByText(text)).toBeVisible();
      expect(await eventPage.storedTexts(), 'just what was typed').toEqual([text]);
      await expect(spoken.totals).toHaveText(spoken.said('notes-totals', { count: 1 }));

      await spoken.button('notes-edit-note', theme.list).click();
      await expect(theme.editor).toHaveValue(text);
      await theme.editor.fill(other);
      await theme.done.click();
      await expect(theme.notes.getByText(other)).toBeVisible();
      await spoken.reload();
      await expect(theme.notes.getByText(other)).toBeVisible();

      await spoken.button('notes-delete-note', theme.list).click();
      await expect(theme.notes).toHaveCount(0);
      await expect(page.getByRole('status').filter({ hasText: spoken.say('news-deleted') })).toBeVisible();
      await expect(spoken.totals).toHaveText(spoken.said('notes-totals', { count: 0 }));
      await spoken.undo.click();
      await expect(theme.notes.getByText(other)).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: spoken.say('news-restored') })).toBeVisible();
    });

    test('Notes are found, whatever the letters', async ({ event, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      const on = (place: number, text: string) => noteEntry(event.id, { theme: eventPage.outline[place].id, text, number: place });
      await eventPage.store([on(0, other), on(1, text), on(2, 'kestrel')]);
      await spoken.open();
      await expect(spoken.totals).toHaveText(spoken.said('notes-totals', { count: 3 }));
      const themes = spoken.myNotes.getByRole('combobox', { name: spoken.say('notes-theme'), exact: true }).locator('option');
      await expect(themes).toHaveCount(4);
      const languages = await themes.evaluateAll((all) => all.map((it) => `${it.lang} ${it.dir}`));
      expect(languages, 'titles are in the language of the event').toEqual([' auto', ...Array(3).fill(`${ENGLISH} auto`)]);
      for (const [query, marked] of searches) {
        await spoken.search.fill(query);
        await expect(spoken.hits).toHaveText(marked);
        await expect(spoken.totals).toHaveText(spoken.said('notes-totals-found', { found: 1, count: 3 }));
        // Marks cut a text into pieces.
        await expect(spoken.myNotes).toContainText(text);
        await expect(spoken.myNotes).not.toContainText(other);
      }
      await spoken.search.fill('kestrels');
      await expect(spoken.totals).toHaveText(spoken.said('notes-totals-found', { found: 0, count: 3 }));
    });

    test('Numbers have their forms', async ({ event, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      let number = 0;
      const entries = COUNTS.flatMap((count, place) =>
        Array.from({ length: count }, () => noteEntry(event.id, { theme: eventPage.outline[place].id, text: `${(number += 1)}`, number })),
      );
      await eventPage.store(entries);
      await spoken.open();
      for (const [place, count] of COUNTS.entries()) {
        const { title } = eventPage.outline[place];
        const line = spoken.contents.getByRole('listitem').filter({ has: eventPage.page.getByRole('link', { name: title, exact: true }) }).last();
        await expect(line.getByText(spoken.said('notes-note-count', { count }))).toHaveCount(1);
        await expect(spoken.map.getByRole('link', { name: spoken.said('notes-theme-with-count', { theme: title, count }) })).toHaveCount(1);
      }
      await expect(spoken.totals).toHaveText(spoken.said('notes-totals', { count: entries.length }));
    });

    test('Notes are taken home', async ({ page, event, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      await spoken.open();
      await spoken.theme(0).add(text);
      await spoken.theme(4).newNote.fill(other);
      await expect.poll(() => eventPage.storedValue(eventPage.draftKey(eventPage.outline[4]))).not.toBeNull();
      const dialog = await spoken.openDialog('notes-export', 'transfer-export-title');
      await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(spoken.say('transfer-export-title'));
      const paragraphs = dialog.getByRole('paragraph');
      await expect(paragraphs.nth(0)).toHaveText(spoken.said('transfer-all-notes', { count: 1 }));
      await expect(paragraphs.nth(1)).toHaveText(spoken.said('transfer-nothing-leaves'));

      const save = async (label: string) => {
        const download = page.waitForEvent('download');
        await spoken.button(label, dialog).click();
        const file = await download;
        const name = file.suggestedFilename();
        await expect(dialog.getByRole('status')).toHaveText(spoken.said('transfer-saved-as', { name }));
        return { name, text: await readFile((await file.path())!, 'utf8') };
      };
      const markdown = await save('transfer-label-markdown');
      expect(markdown.name).toMatch(/^[a-z0-9-]+\.md$/);
      expect(markdown.text).toContain(`> ${text}`);
      expect(markdown.text).toContain(`> ${other}`);
      // By the browser's own knowledge of how days are written.
      const days = await page.evaluate(
        ([locale, ...days]) => days.map((day) => new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', dateStyle: 'long' }).format(new Date(day))),
        [spoken.say('page-locale'), event.starts, new Date().toISOString()],
      );
      const told = {
        title: event.title,
        place: event.place,
        days: days[0],
        organizers: event.organizers.map(({ name }) => name).join(', '),
        today: days[1],
      };
      const lines = markdown.text.split('\n').map(plain);
      expect(lines).toContain(spoken.say('transfer-citation-with-place-and-organizers', told));
      expect(lines).toContain(`*${spoken.say('transfer-draft')}*`);
      if (tag !== ENGLISH) expect(englishAmong(lines.filter((line) => line !== plain(`# ${event.title}`)), tag)).toEqual([]);

      const backup = await save('transfer-label-backup');
      expect(backup.name).toMatch(/^[a-z0-9-]+\.ann$/);
      for (const words of [text, other]) expect(backup.text).toContain(JSON.stringify(words).slice(1, -1));
      const { title } = readAnnotationSet(backup.text).set;
      expect(plain(title)).toBe(spoken.say('transfer-backup-title', { event: event.title }));

      await spoken.button('transfer-close', dialog).click();
      await expect(dialog).toHaveCount(0);
    });

    test('Paper speaks it as well', async ({ page, eventPage }) => {
      const spoken = new SpokenPage(eventPage, tag);
      await spoken.open();
      await spoken.theme(0).add(text);
      await spoken.theme(4).newNote.fill(other);
      await page.emulateMedia({ media: 'print' });
      await expect(spoken.theme(0).notes.getByText(text)).toBeVisible();
      expect(await printedBefore(spoken.theme(0).notes.first())).toBe(spoken.say('page-print-notes'));
      const box = spoken.theme(4).region.locator('.new-note');
      expect(await printedBefore(box)).toBe(spoken.say('page-print-draft'));
      // As the printer's dialog has the page tell what is in its boxes.
      await page.evaluate(() => dispatchEvent(new window.Event('beforeprint')));
      await expect(box.locator('.printed-box')).toHaveText(other);
      expect(await printedBefore(box.locator('.printed-box'))).toBe(spoken.say('page-print-draft'));
      expect(await printedBefore(box), 'once').toBe('');
    });

    test('can be chosen, is kept, and every note stays', async ({ page, eventPage }) => {
      // From another language, which the browser asks for.
      const before = new SpokenPage(eventPage, tag === ENGLISH ? 'fr' : ENGLISH);
      await eventPage.store([{ name: 'marginalia/settings', value: JSON.stringify({ language: before.tag, hint: 'seen' }) }]);
      await before.open();
      await before.theme(0).add(text);
      await before.theme(1).newNote.fill(other);
      const spoken = new SpokenPage(eventPage, tag);
      await before.languages.selectOption({ label: spoken.say('page-language-name') });
      await spoken.takenOver();
      await expect(spoken.languages).toHaveValue(tag);
      await expect(spoken.theme(0).notes.getByText(text)).toBeVisible();
      await expect(spoken.theme(1).newNote).toHaveValue(other);
      await spoken.reload();
      await expect(spoken.languages).toHaveValue(tag);
      await expect(spoken.theme(0).notes.getByText(text)).toBeVisible();
      const settings = JSON.parse((await eventPage.storedValue('marginalia/settings'))!) as Record<string, string>;
      expect(settings, 'all else that was chosen stays').toEqual({ language: tag, hint: 'seen' });
      // And back to what the browser asks for.
      await spoken.languages.selectOption({ label: spoken.say('page-language-browser') });
      await spoken.takenOver();
      await expect(spoken.languages).toHaveValue('');
      await expect(spoken.languages.getByRole('option', { selected: true })).toHaveText(spoken.say('page-language-browser'));
      await expect(page.locator(':root')).toHaveAttribute('lang', ENGLISH);
      expect(await eventPage.storedTexts()).toEqual([text]);
    });
  });
}
