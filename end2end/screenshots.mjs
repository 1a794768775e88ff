// Pictures of the built page, to look at:
//
//   node screenshots.mjs FOLDER
//
// 1280 and 360 pixels wide, light and dark, without notes and with twelve; each as the first
// screen and as the whole page. The names say which: `1280-light-notes-screen.png`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { args, executablePath } from './browser.mjs';
import { draftEntry, noteEntry, storageOf } from './records.mjs';
import { requirePage, startSite } from './server.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('error: name the folder for the pictures: `node screenshots.mjs FOLDER`');
  process.exit(1);
}
let html;
try {
  html = requirePage();
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}
const event = JSON.parse(/<script\b[^>]*\bid="?event"?[^>]*>([\s\S]*?)<\/script>/.exec(html)[1]);
const themes = event.parts.flatMap((part) => event.themes.filter((theme) => theme.part === part.id)).map((theme) => theme.id);

/** What a reader might write: notes about reading, which say nothing about the event itself. */
const SAMPLES = [
  'Read the report first, then come back to this.',
  'Which mechanisms does this mean? Look up the list.',
  'Compare with the chapter on early warning:\n– what was known\n– who was told\n– what was done',
  'Good starting point for the seminar.',
  'Ask: who pays for this?',
  'Résumé for the group, one page, by Friday.',
  'This belongs together with the note on information sharing, I think; the same bodies come up in both.',
  'Find a counter-example.',
  'Not sure I agree. Read again.',
  'A question for the panel.',
  'See also the sources at the end.',
  'Where is the line, then?',
];
const notes = SAMPLES.map((text, number) => noteEntry(event.id, { theme: themes[(number * 3) % themes.length], text, number: number * 7 }));
const drafts = [draftEntry(event.id, themes[1], 'A thought that is not finished')];

mkdirSync(folder, { recursive: true });
const site = await startSite();
const browser = await chromium.launch({ executablePath, args });
try {
  for (const width of [1280, 360]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [state, entries] of [
        ['empty', []],
        ['notes', [...notes, ...drafts]],
      ]) {
        const phone = width < 600;
        const context = await browser.newContext({
          viewport: { width, height: phone ? 740 : 800 },
          deviceScaleFactor: phone ? 2 : 1,
          isMobile: phone,
          hasTouch: phone,
          colorScheme,
          locale: 'en-GB',
          timezoneId: 'UTC',
          reducedMotion: 'reduce',
          storageState: storageOf(site.url, entries),
        });
        const page = await context.newPage();
        await page.goto(site.url);
        await page.locator('button:enabled', { hasText: 'Add note' }).first().waitFor();
        if (entries.length > 0) await page.getByRole('listitem').filter({ hasText: SAMPLES[11] }).first().waitFor();
        const name = `${width}-${colorScheme}-${state}`;
        await page.screenshot({ path: join(folder, `${name}-screen.png`) });
        await page.screenshot({ path: join(folder, `${name}-page.png`), fullPage: true });
        await context.close();
      }
    }
  }
  console.log(`the pictures are in \`${folder}\``);
} finally {
  await browser.close();
  await site.close();
}
