// What each test of the core gets: a browser of the project's engine with a profile of its own, the page
// in it, and a watch that fails the test when the console says anything.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test as base } from '@playwright/test';

import { eventIn, type Event } from '../event';
import { DIST } from '../server.mjs';
import type { Browser, Start } from './engine';
import { EventPage } from './page';
import { startChromium, startFirefox } from './puppeteer';
import { type Site, startSite } from './site';
import { startWebKit } from './webkit';

export type Engine = 'chromium' | 'firefox' | 'webkit';

const START: Record<Engine, Start> = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

/** What the browser of a test lacks. */
export interface Lacks {
  storage?: boolean;
  webAssembly?: boolean;
}

/** A reader at a browser. */
export class Reader {
  page!: EventPage;
  private browser!: Browser;
  // WebKit knows no manifests, and says so of the policy's word for them, which the other engines need.
  private readonly expected: RegExp[] = [/Unrecognized Content-Security-Policy directive 'manifest-src'/];

  constructor(
    readonly start: Start,
    readonly folder: string,
    readonly event: Event,
    readonly url: string,
    readonly lacks: Lacks,
  ) {}

  get version(): string {
    return this.browser.version;
  }

  /** Starts the browser, or starts it again on the same profile. */
  async startBrowser(): Promise<void> {
    this.browser = await this.start({
      profile: join(this.folder, 'profile'),
      downloads: this.downloads,
      storage: !this.lacks.storage,
      webAssembly: !this.lacks.webAssembly,
    });
    this.page = new EventPage(this.browser.tab, this.event, this.url);
  }

  /** Ends the browser as the system does that runs out of memory. */
  kill(): Promise<void> {
    return this.browser.kill();
  }

  closeBrowser(): Promise<void> {
    return this.browser.close();
  }

  /** The same page in a second tab. */
  async secondTab(): Promise<EventPage> {
    const second = new EventPage(await this.browser.newTab(), this.event, this.url);
    await second.open();
    return second;
  }

  /** Another page of the same site in a tab of its own. */
  async neighbour(): Promise<EventPage> {
    const neighbour = new EventPage(await this.browser.newTab(), this.event, this.url);
    await neighbour.tab.open(`${this.url}neighbour.html`);
    return neighbour;
  }

  /** What `act` makes the browser download: the file as it lies on the disk. */
  async download(act: () => Promise<void>): Promise<{ name: string; path: string; text: string }> {
    const before = new Set(await readdir(this.downloads));
    await act();
    let name = '';
    const arrived = async () => {
      const names = (await readdir(this.downloads)).filter((name) => !before.has(name));
      const isUnfinished = names.some((name) => /\.(part|crdownload)$/.test(name));
      [name] = names;
      return names.length === 1 && !isUnfinished && (await readFile(join(this.downloads, name))).length > 0;
    };
    await expect.poll(arrived, 'a file lies in the folder for downloads').toBe(true);
    const path = join(this.downloads, name);
    return { name, path, text: await readFile(path, 'utf8') };
  }

  /** One message or more of this kind is expected in the console. */
  expectConsole(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  /** Fails where the console says what is not expected. */
  async checkConsole(): Promise<void> {
    const said = await this.browser.said(new URL(this.url).origin);
    const unexpected = said.filter((message) => !this.expected.some((pattern) => pattern.test(message)));
    expect(unexpected, 'the console says nothing').toEqual([]);
  }

  private get downloads(): string {
    return join(this.folder, 'downloads');
  }
}

interface Fixtures {
  engine: Engine;
  lacks: Lacks;
  event: Event;
  site: Site;
  reader: Reader;
  /** The page in the reader's first tab. */
  page: EventPage;
}

export const test = base.extend<Fixtures>({
  engine: ['chromium', { option: true }],
  lacks: [{}, { option: true }],

  event: async ({}, use) => {
    await use(eventIn(DIST));
  },

  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },

  reader: async ({ engine, lacks, event, site }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), `marginalia-${engine}-`));
    await mkdir(join(folder, 'downloads'));
    await mkdir(join(folder, 'profile'));
    const reader = new Reader(START[engine], folder, event, site.url, lacks);
    await reader.startBrowser();
    testInfo.annotations.push({ type: 'browser', description: reader.version });
    await use(reader);
    if (testInfo.status === testInfo.expectedStatus) {
      await reader.checkConsole();
    } else {
      // Where there is still a window.
      const picture = await reader.page.tab.picture().catch(() => null);
      if (picture) await writeFile(testInfo.outputPath('window.png'), picture);
    }
    await reader.closeBrowser();
    // What was just ended may still be writing its last file.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  page: async ({ reader }, use) => {
    await use(reader.page);
  },
});

export { expect };
