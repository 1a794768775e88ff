// The page as a single file: opened from the disk, with no server and no network.

import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from '../fixtures';
import { BringIn, TakeHome } from '../pages/transfer';
import { readAnnotationSet } from '../readers/formats.mjs';
import { DIST } from '../server.mjs';

test.beforeEach(async ({ context, page, event }, testInfo) => {
  // As a mail attachment: alone in a folder, under another name, and offline.
  const file = testInfo.outputPath('A page from an e-mail (1).html');
  await copyFile(join(DIST, `${event.id}.html`), file);
  await context.setOffline(true);
  await page.goto(pathToFileURL(file).href);
});

test('It takes notes, keeps them, and hands them out and back', async ({ page, eventPage }) => {
  await eventPage.takenOver();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(eventPage.event.title);
  await eventPage.theme(2).add('Written on a train');
  await expect(eventPage.status).toHaveText('Saved');
  await eventPage.reload();
  await expect(eventPage.theme(2).note('Written on a train').item).toHaveCount(1);

  const home = await new TakeHome(page).openBy(page.getByRole('button', { name: 'Export…', exact: true }));
  const backup = await home.save('Backup (.ann)');
  expect(readAnnotationSet(backup.text).notes.map(({ text }: { text: string }) => text)).toEqual(['Written on a train']);
  await home.close();
  await eventPage.theme(2).onlyNote.delete();
  await expect(eventPage.theme(2).notes).toHaveCount(0);
  const bringIn = await new BringIn(page).open();
  await bringIn.bringIn(backup);
  await bringIn.close();
  await expect(eventPage.theme(2).note('Written on a train').item).toHaveCount(1);
});

test('It asks for nothing, and its policy lets it ask for nothing', async ({ page, eventPage }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
  });
  await eventPage.reload();
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(asked).toEqual([]);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy" i]').getAttribute('content');
  const directives = new Map(policy!.split(';').map((it) => it.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
  expect([...directives.keys()].sort()).toEqual(
    ['base-uri', 'default-src', 'form-action', 'img-src', 'script-src', 'style-src'].sort(),
  );
  for (const name of ['default-src', 'base-uri', 'form-action']) expect(directives.get(name), name).toEqual(["'none'"]);
  expect(directives.get('img-src')).toEqual(['data:']);
  for (const source of [...directives.get('script-src')!, ...directives.get('style-src')!]) {
    expect(source).toMatch(/^'(wasm-unsafe-eval|sha256-[A-Za-z0-9+/]+=*)'$/);
  }
});

test('It names no file beside it', async ({ event }) => {
  const html = await readFile(join(DIST, `${event.id}.html`), 'utf8');
  const markup = html.replace(/<script type="?module"?>.*?<\/script>/gs, '');
  const addresses = [...markup.matchAll(/\s(?:href|src)="?([^"\s>]+)/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) expect(address).toMatch(/^(#|data:|https?:|mailto:)/);
});
