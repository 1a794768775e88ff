// The policy in the page: nothing runs, loads or is sent but what the page came with.

import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, test } from '../fixtures';
import { DIST } from '../server.mjs';

test('The content security policy allows what the page needs and nothing else', async ({ page, eventPage }) => {
  await eventPage.open();
  const metas = page.locator('meta[http-equiv="Content-Security-Policy" i]');
  await expect(metas).toHaveCount(1);
  const content = (await metas.getAttribute('content'))!;
  const directives = new Map(
    content
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name !== '')
      .map(([name, ...sources]) => [name, sources]),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  for (const name of ['connect-src', 'worker-src', 'manifest-src']) expect(directives.get(name), name).toEqual(["'self'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('form-action')).toEqual(["'none'"]);
  const scripts = directives.get('script-src')!;
  expect(scripts).toEqual(expect.arrayContaining(["'self'", "'wasm-unsafe-eval'"]));
  for (const source of scripts) expect(source).toMatch(/^'(self|wasm-unsafe-eval|sha(256|384|512)-[A-Za-z0-9+/]+=*)'$/);
  for (const [name, sources] of directives) {
    expect(sources, name).not.toContain("'unsafe-inline'");
    expect(sources, name).not.toContain("'unsafe-eval'");
    for (const source of sources) expect(source, `${name} names no host`).toMatch(/^('.*'|data:|blob:)$/);
  }
  // It guards only what comes after it.
  const first = await page.evaluate(
    () =>
      document.querySelector('meta[http-equiv="Content-Security-Policy" i]')!.compareDocumentPosition(
        document.querySelector('script, link, style')!,
      ) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  expect(first, 'the policy stands before everything that loads').toBe(true);
});

test('A script put into the page does not run', async ({ page, eventPage, consoleOutput }) => {
  consoleOutput.expect(/Content Security Policy/);
  await eventPage.open();
  const ran = await page.evaluate(async () => {
    const refused = new Promise<void>((resolve) => addEventListener('securitypolicyviolation', () => resolve(), { once: true }));
    const script = document.createElement('script');
    script.textContent = 'window.attacked = true';
    document.body.append(script);
    await refused;
    return 'attacked' in window;
  });
  expect(ran).toBe(false);
});

test('A handler put into the page does not run', async ({ page, eventPage, consoleOutput }) => {
  consoleOutput.expect(/Content Security Policy/);
  await eventPage.open();
  const ran = await page.evaluate(async () => {
    const refused = new Promise<void>((resolve) => addEventListener('securitypolicyviolation', () => resolve(), { once: true }));
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.attacked = true');
    document.body.append(button);
    button.click();
    await refused;
    return 'attacked' in window;
  });
  expect(ran).toBe(false);
});

test('The page asks only its own origin, and only for its own files', async ({ page, baseURL, eventPage }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await eventPage.open();
  await eventPage.theme(0).add('a note');
  await eventPage.myNotes.search.fill('note');
  await expect(eventPage.myNotes.hits).toHaveCount(1);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((address) => !address.startsWith(baseURL!) && !address.startsWith('data:'))).toEqual([]);
});

test('No cookie and nothing but local storage and its second copy is used', async ({ page, context, event, eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('a note');
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
  expect(databases).toEqual([`marginalia/${event.id}`]);
});

test('The program holds no text of the event', async ({ page, event, eventPage }) => {
  const [response] = await Promise.all([page.waitForResponse(/\.wasm$/), eventPage.open()]);
  expect(response.headers()['content-type']).toBe('application/wasm');
  const program = await response.body();
  const words = [
    event.id,
    event.title,
    event.place,
    event.topic,
    ...event.organizers.map((organizer) => organizer.name),
    ...event.summary.map((paragraph) => paragraph.text),
    ...event.people.map((person) => person.name),
    ...event.quotations.map((quotation) => quotation.text),
    ...event.parts.map((part) => part.title),
    ...event.themes.flatMap((theme) => [theme.id, theme.title, ...theme.text.flatMap((text) => text.split(/(?<=\.) /))]),
    ...event.sources.map((source) => source.url),
  ].filter((text) => text.length >= 12);
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((text) => program.includes(text))).toEqual([]);
});

test('No file of the page names a folder of whoever built it', () => {
  const folders = [process.env.CARGO_HOME ?? join(homedir(), '.cargo'), dirname(DIST)];
  const entries = readdirSync(DIST, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  expect(names.filter((name) => name.endsWith('.wasm'))).toHaveLength(5);
  const namesOne = (name: string) => folders.some((folder) => readFileSync(join(DIST, name)).includes(folder));
  expect(names.filter(namesOne)).toEqual([]);
});

test('Links to elsewhere use a safe scheme', async ({ page, eventPage }) => {
  await eventPage.open();
  const schemes = await page.evaluate(() => [...document.links].map((link) => link.protocol));
  expect(schemes.filter((scheme) => !['http:', 'https:', 'mailto:'].includes(scheme))).toEqual([]);
});
