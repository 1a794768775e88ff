// Builds the pages that the benchmark measures beside Marginalia's, by Vite as a web developer would:
//
//   node build.mjs <folder to build into>
//
// All do the same job, an event page with notes in local storage, with the same text, style sheet and
// storage code (shared/):
//
// - static: HTML and CSS, without a script.
// - vanilla-cv: the same HTML, a small script without a framework, and `content-visibility` on notes.
// - react: React 19 with hooks and `memo`, rendered in the browser as Vite's own template does.

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'vite';

import { renderEvent } from './shared/render.js';

const here = dirname(fileURLToPath(import.meta.url));
const content = JSON.parse(readFileSync(join(here, 'shared/content.json'), 'utf8'));

/** Puts the event into the page at build time. */
const eventInHtml = {
  name: 'event-in-html',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('<!--event-->', () => renderEvent(content)),
  },
};

/** The ids of the themes on each of these pages. */
export const themes = content.themes.map((theme) => theme.id);

/** Builds each page into a folder of its name. */
export async function buildPeers(folder) {
  for (const name of ['static', 'vanilla-cv', 'react']) {
    await build({
      root: join(here, name),
      configFile: false,
      logLevel: 'warn',
      base: './',
      plugins: [eventInHtml],
      esbuild: { jsx: 'automatic' },
      build: {
        outDir: resolve(folder, name),
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
      },
    });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.length !== 3) throw new Error('name the folder to build into');
  await buildPeers(process.argv[2]);
}
