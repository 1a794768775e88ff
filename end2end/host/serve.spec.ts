// `marginalia serve`: a host writes in an editor and looks at the browser beside it.

import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { type BrowserContext, type Page, type Route, expect, test as base } from '@playwright/test';

import { watch } from '../fixtures';

const TESTS = join(import.meta.dirname, '../../tests');
const FILE = 'side-event-2018.toml';
const TITLE = 'Early Warning, Early Help: What Neighbours Can Do';

/** A folder that a host writes in, with one event, and the program that serves it. */
class Host {
  readonly folder = mkdtempSync(join(tmpdir(), 'marginalia-host-'));
  address = '';
  #program?: ChildProcess;

  constructor() {
    copyFileSync(join(TESTS, 'events', FILE), join(this.folder, FILE));
    cpSync(join(TESTS, 'public'), join(this.folder, 'public'), { recursive: true });
  }

  /** Changes a piece of the event file, as a save does. */
  save(piece: string, changed: string): void {
    const path = join(this.folder, FILE);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(piece);
    writeFileSync(path, text.replace(piece, changed));
  }

  /** Starts the program; `port` is only asked for where the address has to stay the same. */
  async serve(port = 0): Promise<void> {
    const program = process.env.MARGINALIA_PROGRAM;
    if (!program) throw new Error('MARGINALIA_PROGRAM has to name the host’s program.');
    this.#program = spawn(program, ['serve', '--port', String(port)], {
      cwd: this.folder,
      env: { PATH: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for await (const line of createInterface(this.#program.stdout!)) {
      [this.address = ''] = line.match(/^http:\S+/) ?? [];
      if (this.address) break;
    }
    expect(this.address, 'the program tells where it serves').not.toBe('');
    // It goes on telling; who stops reading would stop it.
    this.#program.stdout!.resume();
  }

  async end(): Promise<void> {
    const program = this.#program;
    if (!program || program.exitCode !== null) return;
    const ended = new Promise((resolve) => program.once('exit', resolve));
    program.kill();
    await ended;
  }

  /** A page of the browser at the served address, whose console is watched. */
  async opened(context: BrowserContext) {
    const watched = watch(context, this.address);
    const page = await context.newPage();
    await page.goto(this.address);
    return { page, watched };
  }
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = new Host();
    await use(host);
    await host.end();
    rmSync(host.folder, { recursive: true });
  },
});

test('A save is shown by itself, and what was typed into the page is still there', async ({ host, context }) => {
  await host.serve();
  const { page, watched } = await host.opened(context);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  const box = page.getByRole('textbox', { name: 'New note on Closing remarks', exact: true });
  await box.fill('Half a');
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Half a');

  host.save(TITLE, 'Another Title');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Another Title');
  await expect(box).toHaveValue('Half a');
  watched.check();
});

test('A fault is told over the last good page, and goes away once it is mended', async ({ host, context }) => {
  await host.serve();
  const { page, watched } = await host.opened(context);
  const report = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'The page below is the last one' }) });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(report).toHaveCount(0);

  host.save('title = ', 'titel = ');
  await expect(report).toContainText('Did you mean `title`?');
  await expect(report).toContainText(FILE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  // It is not above the page alone, but seen, wherever the host has scrolled to.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(report).toBeInViewport();

  host.save('titel = ', 'title = ');
  await expect(report).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  watched.check();
});

test('A file that is at fault from the first is told of, and its page comes once it is mended', async ({ host, context }) => {
  host.save('starts = "2018-09-25 16:00"', 'starts = "the 25th"');
  await host.serve();
  const { page, watched } = await host.opened(context);
  await expect(page).toHaveTitle('Not made yet');
  await expect(page.getByRole('alert')).toContainText('the 25th');

  host.save('starts = "the 25th"', 'starts = "2018-09-25 16:00"');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  watched.check();
});

test('A page goes on when the program was ended and started again', async ({ host, context }) => {
  await host.serve();
  const { page, watched } = await host.opened(context);
  watched.console.expect(/net::ERR_/);
  // The program for the reader is there: nothing is asked for any more but news.
  await expect(page.getByRole('combobox', { name: 'Colours', exact: true })).toBeVisible();
  await host.end();
  host.save(TITLE, 'Written in Between');
  await host.serve(Number(new URL(host.address).port));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Written in Between');
  watched.check();
});

test('A page that was not the latest any more when it asked is loaded again', async ({ host, context }) => {
  await host.serve();
  // A save between the page and its first question.
  const hold = async (route: Route) => {
    host.save(TITLE, 'Another Title');
    await expect(async () => {
      const latest = await context.request.get(host.address);
      expect(await latest.text()).toContain('Another Title');
    }).toPass();
    await route.continue();
  };
  await context.route('**/.marginalia/reload.js', hold, { times: 1 });
  const { page, watched } = await host.opened(context);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Another Title');
  watched.check();
});

test('However many tabs are open, pages arrive, and one that is looked at again shows the last save', async ({
  host,
  context,
}) => {
  await host.serve();
  const { page: first, watched } = await host.opened(context);
  /** Puts a tab behind the others, or before them. Chromium without windows shows all of them at once. */
  const look = async (page: Page, isHidden: boolean) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  let last = first;
  // A browser has six connections to a server.
  for (let tabs = 1; tabs < 9; tabs++) {
    const gaveUp = last.waitForEvent('requestfailed', (request) => request.url().includes('/.marginalia/state'));
    await look(last, true);
    await gaveUp;
    last = await context.newPage();
    await last.goto(host.address);
    await expect(last.getByRole('combobox', { name: 'Colours', exact: true })).toBeVisible();
  }
  host.save(TITLE, 'Another Title');
  await expect(last.getByRole('heading', { level: 1 })).toHaveText('Another Title');
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await look(first, false);
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Another Title');
  watched.check();
});
