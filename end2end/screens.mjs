// Pictures of the built page in each state that looks different, to look at: `cargo xtask screens`, or
//
//   node screens.mjs [--out FOLDER] [--state editing] [--width 360] [--look dark] [--readme]
//
// The names say what is shown: `editing-360-dark.png`. `index.html` beside them shows all at once.
// `--state`, `--width` and `--look` may be given more than once, and leave out the others. `--readme`
// makes `docs/screenshot.png` and nothing else.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { args, executablePath } from './browser.mjs';
import { draftEntry, noteEntry, noteId, storageOf } from './records.mjs';
import { NO_WORKER, requirePage, startSite } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const WIDTHS = [360, 768, 1280, 1920];

/** How a reader may have asked to see pages, as Playwright names it. */
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'light', contrast: 'more' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};

/** As above, with what is shown as more than words. */
const FORMATTED = [
  '**Three questions** for the #seminar:\n- who was told, and when?\n- who could have acted?\n- *why so late?*',
  '> The same bodies come up in both.\n\nMine: check this, see [the list](https://example.org/list).\n1. Ask the group\n2. Write it up #seminar',
];

/** What a reader might write: notes about reading, which say nothing about the event itself. */
const SAMPLES = [
  'Read the report first, then come back to this.',
  'Which mechanisms does this mean? Look up the list.',
  'Compare with the chapter on early warning:\n– what was known\n– who was told\n– what was done',
  'Good starting point for the #seminar.',
  'Ask: who pays for this?',
  'Résumé for the group, one page, by Friday.',
  'This belongs together with the note on information sharing, I think; the same bodies come up in both.',
  'Find a counter-example.',
  'Not sure I agree. Read again.',
  'A question for the panel.',
  'See also the #sources at the end, and https://www.un.org/en/genocideprevention/.',
  'Where is the line, then?',
];

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

// ----------------------------------------------------------------------------------- the states
// Each: what is stored before the page opens, what a reader then does, and what is in the picture.

let themes;
let event;
/** A backup and a link, taken from the page before the first picture. */
let taken;

const sampleNote = (number, text = SAMPLES[number]) =>
  noteEntry(event.id, { theme: themes[(number * 3) % themes.length].id, text, number: number * 7 });
const sampleNotes = () => [
  ...SAMPLES.map((_, number) => sampleNote(number)),
  ...FORMATTED.map((text, number) =>
    noteEntry(event.id, { theme: themes[0].id, text, number: 60 + number, ...(number === 0 && { pinned: true }) }),
  ),
  draftEntry(event.id, themes[1].id, 'A thought that is not finished'),
];
const region = (page, theme) => page.getByRole('region', { name: theme.title, exact: true }).and(page.locator(`#theme-${theme.id}`));
const button = (place, name) => place.getByRole('button', { name, exact: true });
const myNotes = (page) => page.getByRole('region', { name: 'My notes', exact: true });

/** As a reader scrolls to read something: it begins below the bar that stays at the upper edge. */
async function lookAt(locator) {
  await locator.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 64));
}

/** Selects some words of the first theme, as a reader does who wants to quote them. */
async function selectWords(page) {
  const text = region(page, themes[0]).locator('.theme__text p').first();
  await lookAt(region(page, themes[0]));
  // The program for reading and writing comes with the first key.
  await page.keyboard.press('Shift');
  await text.evaluate((paragraph) => getSelection().setBaseAndExtent(paragraph.firstChild, 4, paragraph.firstChild, 41));
}

/** Begins a note that quotes those words, and tells its theme. */
async function quoteWords(page, text) {
  await selectWords(page);
  await button(page, 'Quote in a note').click();
  const theme = region(page, themes[0]);
  await theme.getByRole('textbox', { name: 'Note text' }).fill(text);
  return theme;
}

async function openDialog(page, opener) {
  await opener.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

const STATES = {
  empty: { does: async () => {} },
  whole: { entries: sampleNotes, fullPage: true, does: async () => {} },
  notes: { entries: sampleNotes, does: (page) => lookAt(region(page, themes[0])) },
  editing: {
    entries: sampleNotes,
    does: async (page) => {
      const theme = region(page, themes[0]);
      await theme.getByRole('button', { name: 'Edit note' }).first().click();
      await theme.getByRole('textbox', { name: 'Note text' }).press('End');
      await lookAt(theme.getByRole('list', { name: /^Notes on / }));
    },
  },
  search: {
    entries: sampleNotes,
    does: async (page) => {
      await page.getByRole('searchbox', { name: 'Search notes' }).fill('read');
      await myNotes(page).locator('mark').first().waitFor();
      await lookAt(myNotes(page));
    },
  },
  order: {
    entries: sampleNotes,
    does: async (page) => {
      await myNotes(page).getByRole('combobox', { name: 'Sort by' }).selectOption('Newest');
      await lookAt(myNotes(page));
    },
  },
  // What is selected, and the button beside it.
  selecting: {
    does: async (page) => {
      await selectWords(page);
      await button(page, 'Quote in a note').waitFor();
    },
  },
  // On a phone a sheet.
  quoting: {
    entries: sampleNotes,
    does: (page) => quoteWords(page, 'My words on theirs.'),
  },
  quoted: {
    entries: sampleNotes,
    does: async (page) => {
      const theme = await quoteWords(page, 'My words on **theirs**.');
      await button(theme, 'Done').click();
      await button(theme, 'Show in the text').waitFor();
    },
  },
  shortcuts: {
    does: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true }).waitFor();
    },
  },
  undo: {
    entries: sampleNotes,
    does: async (page) => {
      const theme = region(page, themes[0]);
      await lookAt(theme);
      await theme.getByRole('button', { name: 'Delete note' }).first().click();
      await button(page, 'Undo').waitFor();
    },
  },
  alert: {
    entries: sampleNotes,
    // As in a browser whose storage is full.
    prepare: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    does: async (page) => {
      const theme = region(page, themes[0]);
      await lookAt(theme);
      await theme.getByRole('textbox', { name: /^New note on / }).fill('This one finds no room.');
      await button(theme, 'Add note').click();
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    },
  },
  attention: {
    entries: () => [
      ...sampleNotes(),
      { name: `marginalia/${event.id}/note/${noteId(Date.UTC(2026, 0, 6), 99)}`, value: '{"v":1,"text":"cut off in the mid' },
    ],
    does: async (page) => {
      const attention = myNotes(page).getByRole('region', { name: 'Needs attention', exact: true });
      await attention.waitFor();
      await lookAt(attention);
    },
  },
  export: { entries: sampleNotes, does: (page) => openDialog(page, button(page, 'Export…')) },
  import: {
    // Some of what the backup holds is here already, one note in other words.
    entries: () => [0, 1, 2, 3].map((number) => sampleNote(number)).concat(sampleNote(4, 'Ask: who has paid for this?')),
    does: async (page) => {
      const dialog = await openDialog(page, button(page, 'Import…'));
      const opener = dialog.getByText('Choose a file, or drop it here');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), opener.click()]);
      await chooser.setFiles(taken.backup);
      await button(dialog, 'Bring them in').waitFor();
    },
  },
  visit: {
    does: async (page) => {
      await page.evaluate((hash) => (location.hash = hash), new URL(taken.link).hash);
      await page.getByRole('dialog', { name: 'Notes from a link', exact: true }).waitFor();
    },
  },
};

// ----------------------------------------------------------------------------------- the pictures

let site;
let browser;
const complaints = new Set();

async function open({ width, look, entries = () => [], prepare }, work) {
  const phone = width < 600;
  const context = await browser.newContext({
    viewport: { width, height: phone ? 740 : width < 1000 ? 1024 : width > 1500 ? 1080 : 800 },
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
    hasTouch: phone,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    storageState: storageOf(site.url, entries()),
    ...LOOKS[look],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => complaints.add(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.add(`uncaught: ${error.message}`));
    // The same day in all pictures, whenever they are made.
    await page.clock.setFixedTime(Date.UTC(2026, 0, 5, 12));
    if (prepare) await page.addInitScript(prepare);
    await page.goto(site.url);
    await page.locator('button:enabled', { hasText: 'Add note' }).first().waitFor();
    // The last of what is stored is on the page.
    if (entries === sampleNotes) await page.getByRole('listitem').filter({ hasText: SAMPLES.at(-1) }).first().waitFor();
    return await work(page);
  } finally {
    await context.close();
  }
}

async function picture(path, state, width, look) {
  const { does, fullPage = false } = STATES[state];
  await open({ width, look, ...STATES[state] }, async (page) => {
    await does(page);
    // Nothing looks as if it were pointed at.
    await page.mouse.move(0, 0);
    // What is out of view is drawn too.
    if (fullPage) {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { content-visibility: visible !important }');
        document.adoptedStyleSheets.push(sheet);
      });
    }
    await page.screenshot({ path, fullPage, animations: 'disabled' });
  });
}

/** Takes a backup of all notes and a link to some, as readers would. */
async function takeFromPage() {
  return open({ width: 1280, look: 'light', entries: sampleNotes }, async (page) => {
    const dialog = await openDialog(page, button(page, 'Export…'));
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /^Backup/ }).click()]);
    const backup = { name: file.suggestedFilename(), mimeType: 'application/octet-stream', buffer: readFileSync(await file.path()) };
    await button(dialog, 'Close').click();
    await openDialog(page, page.getByRole('button', { name: 'Share…', exact: true }).first());
    const link = await page.getByRole('textbox', { name: 'Link to these notes', exact: true }).inputValue();
    return { backup, link };
  });
}

/** A page that shows all pictures, a row for each look. */
function contactSheet(states, looks, widths) {
  const cell = (state, look, width) => {
    const name = `${state}-${width}-${look}.png`;
    return `<td><a href="${name}"><img src="${name}" alt="${state}, ${width} pixels, ${look}" loading="lazy"></a></td>`;
  };
  const table = (state) => `<h2 id="${state}">${state}</h2>
<table><tr><th></th>${widths.map((width) => `<th scope="col">${width}</th>`).join('')}</tr>
${looks.map((look) => `<tr><th scope="row">${look}</th>${widths.map((width) => cell(state, look, width)).join('')}</tr>`).join('\n')}
</table>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Screens of Marginalia</title>
<style>
body { background: #e9e9ea; color: #1c1d20; font: 14px/1.5 system-ui, sans-serif; margin: 24px; }
nav { background: inherit; padding: 8px 0; position: sticky; top: 0; }
nav a { margin-right: 12px; }
h2 { scroll-margin-top: 48px; }
td, th { padding: 0 12px 12px 0; text-align: left; vertical-align: top; }
img { background: #fff; box-shadow: 0 1px 4px #0004; display: block; max-height: 420px; max-width: 22vw; object-fit: contain; }
</style>
<h1>Screens of Marginalia</h1>
<nav>${states.map((state) => `<a href="#${state}">${state}</a>`).join('')}</nav>
${states.map(table).join('\n')}
</html>
`;
}

// ------------------------------------------------------------------------------------------ main

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: join(here, '../target/screens') },
    state: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true },
    look: { type: 'string', multiple: true },
    readme: { type: 'boolean', default: false },
  },
});

/** What was asked for, of what there is. */
function chosen(option, all) {
  const asked = options[option] ?? all.map(String);
  for (const one of asked) {
    if (!all.map(String).includes(one)) fail(`\`--${option}\` takes one of ${all.join(', ')}, and not \`${one}\``);
  }
  return all.filter((one) => asked.includes(String(one)));
}
const states = chosen('state', Object.keys(STATES));
const widths = chosen('width', WIDTHS);
const looks = chosen('look', Object.keys(LOOKS));

let html;
try {
  html = requirePage();
} catch (error) {
  fail(error.message);
}
event = JSON.parse(/<script\b[^>]*\bid="?event"?[^>]*>([\s\S]*?)<\/script>/.exec(html)[1]);
themes = event.parts.flatMap((part) => event.themes.filter((theme) => theme.part === part.id));

site = await startSite({ extra: NO_WORKER });
browser = await chromium.launch({ executablePath, args });
try {
  if (options.readme) {
    const path = resolve(here, '../docs/screenshot.png');
    await open({ width: 1280, look: 'light', entries: sampleNotes }, (page) => page.screenshot({ path }));
    console.log(`the picture is \`${path}\``);
  } else {
    const folder = resolve(options.out);
    mkdirSync(folder, { recursive: true });
    taken = await takeFromPage();
    const waiting = states.flatMap((state) => looks.flatMap((look) => widths.map((width) => [state, width, look])));
    const count = waiting.length;
    // Two at a time: more would wait for the same processor.
    const draw = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const name = next.join('-');
        await picture(join(folder, `${name}.png`), ...next).catch((error) => {
          throw new Error(`${name}: ${error.message}`);
        });
      }
    };
    await Promise.all([draw(), draw()]);
    writeFileSync(join(folder, 'index.html'), contactSheet(states, looks, widths));
    console.log(`${count} pictures; \`${join(folder, 'index.html')}\` shows them`);
  }
  if (complaints.size > 0) throw new Error(`the page complained:\n${[...complaints].join('\n')}`);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
