// Chromium and Firefox, by Puppeteer: the one over its own protocol, the other over WebDriver BiDi.
//
// Not by Playwright: as it makes a context it sends Firefox a command that the ESR does not know.

import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';

import { expect } from '@playwright/test';
import puppeteer, {
  type Browser as Puppet,
  type ElementHandle,
  type KeyInput,
  type LaunchOptions,
  type Page,
} from 'puppeteer-core';

import { args, executablePath } from '../browser.mjs';
import type { Browser, Point, Start, Tab, Wishes } from './engine';

const WINDOW = { width: 1280, height: 800 };
/** What Firefox has above the page. */
const TOOLBAR = 86;

/** The Firefox of the system; the environment may name another one. */
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

class PuppetTab implements Tab {
  constructor(
    readonly page: Page,
    heard: string[],
    private readonly isFirefox: boolean,
  ) {
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`uncaught: ${error instanceof Error ? error.message : error}`));
    // The reader who is asked whether to leave does so.
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  async back(): Promise<void> {
    await this.page.goBack({ waitUntil: 'domcontentloaded' });
  }

  async evaluate(expression: string): Promise<unknown> {
    return JSON.parse((await this.page.evaluate(asJson(expression))) as string).value;
  }

  async toFront(): Promise<void> {
    const isInFront = await this.page.evaluate('document.visibilityState === "visible" && document.hasFocus()');
    if (isInFront) return;
    await this.page.bringToFront();
    // Of a new window the address bar has the focus; from there a reader goes into the page by F6.
    if (this.isFirefox) await inFirefox(this.page.browser(), 'gBrowser.selectedBrowser.focus()');
  }

  async mouse(places: Point[]): Promise<void> {
    const { mouse } = await this.inFront();
    await mouse.move(places[0].x, places[0].y);
    await mouse.down();
    for (const { x, y } of places.slice(1)) await mouse.move(x, y);
    await mouse.up();
  }

  async press(keys: string): Promise<void> {
    const { keyboard } = await this.inFront();
    const held = keys.split('+') as KeyInput[];
    const last = held.pop()!;
    for (const key of held) await keyboard.down(key);
    await keyboard.press(last);
    for (const key of held.reverse()) await keyboard.up(key);
  }

  async type(text: string): Promise<void> {
    await (await this.inFront()).keyboard.type(text);
  }

  async chooseFile(expression: string, path: string): Promise<void> {
    const input = (await this.page.evaluateHandle(expression)).asElement() as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  async print(): Promise<Uint8Array> {
    return this.page.pdf({ format: 'A4' });
  }

  async picture(): Promise<Uint8Array> {
    return this.page.screenshot();
  }

  private async inFront(): Promise<Page> {
    await this.toFront();
    return this.page;
  }
}

/** An expression whose value goes through every protocol alike. */
const asJson = (expression: string) => `(async () => JSON.stringify({ value: await (${expression}) }))()`;

/** Ends a browser with all its processes: Puppeteer starts it as the leader of a group of their own. */
async function kill(puppet: Puppet, profile: string): Promise<void> {
  const leader = puppet.process()!;
  const gone = once(leader, 'exit');
  process.kill(-leader.pid!, 'SIGKILL');
  await gone;
  // Puppeteer still puts settings of Firefox back as it found them.
  const unfinished = async () => (await readdir(profile)).filter((name) => name.endsWith('.puppeteer'));
  await expect.poll(unfinished, 'Puppeteer has left the profile').toEqual([]);
}

async function start(
  name: string,
  options: LaunchOptions,
  said: (puppet: Puppet, origin: string) => Promise<string[]>,
): Promise<Browser> {
  const puppet = await puppeteer.launch({ ...options, headless: true });
  const heard: string[] = [];
  const [page] = await puppet.pages();
  const isFirefox = options.browser === 'firefox';
  return {
    version: `${name} ${(await puppet.version()).replace(/^[^/]*\//, '')}`,
    tab: new PuppetTab(page, heard, isFirefox),
    newTab: async () => new PuppetTab(await puppet.newPage(), heard, isFirefox),
    said: async (origin) => [...heard, ...(await said(puppet, origin))],
    kill: () => kill(puppet, options.userDataDir!),
    close: () => puppet.close(),
  };
}

export const startChromium: Start = async ({ profile, downloads, storage, webAssembly }: Wishes) => {
  const options: LaunchOptions = {
    browser: 'chrome',
    executablePath,
    defaultViewport: WINDOW,
    userDataDir: profile,
    // What Chromium itself does where a reader lets sites run no optimized code.
    args: [...args, ...(webAssembly ? [] : ['--js-flags=--jitless'])],
  };
  if (!storage) await blockSiteData(profile);
  const browser = await start('Chromium', options, async () => []);
  const session = await (browser.tab as PuppetTab).page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  return browser;
};

/** The reader's setting “Don't allow sites to save data on your device”. */
async function blockSiteData(profile: string): Promise<void> {
  await mkdir(`${profile}/Default`, { recursive: true });
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(`${profile}/Default/Preferences`, JSON.stringify(preferences));
}

export const startFirefox: Start = ({ profile, downloads, storage, webAssembly }: Wishes) =>
  start(
    'Firefox',
    {
      browser: 'firefox',
      executablePath: FIREFOX,
      defaultViewport: null,
      userDataDir: profile,
      // For what Firefox puts into its console without telling any protocol of it.
      args: ['--remote-allow-system-access', '--width', String(WINDOW.width), '--height', String(WINDOW.height + TOOLBAR)],
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
        // Who blocks all cookies blocks local storage with them.
        'network.cookie.cookieBehavior': storage ? 5 : 2,
        'javascript.options.wasm': webAssembly,
        // Puppeteer lets pages from the disk read other files; no reader's Firefox does.
        'security.fileuri.strict_origin_policy': true,
      },
    },
    firefoxConsole,
  );

/** Runs an expression in Firefox's own window, around the page. */
async function inFirefox(puppet: Puppet, expression: string): Promise<string | undefined> {
  const { connection } = puppet as unknown as { connection: { send(method: string, parameters: object): Promise<any> } };
  const windows = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: windows.result.contexts[0].context },
    awaitPromise: false,
  });
  return answer.result.result.value;
}

/** Errors and warnings in Firefox's own console: of styles, policies, preloads, which BiDi does not tell. */
async function firefoxConsole(puppet: Puppet, origin: string): Promise<string[]> {
  const messages = await inFirefox(
    puppet,
    `JSON.stringify(Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(${JSON.stringify(origin)}))
      .map((message) => message.category + ': ' + message.errorMessage))`,
  );
  return JSON.parse(messages!);
}
