// WebKit, by WebDriver: WebKitGTK's driver steers a small browser of ours (`webkit-browser.py`) on a
// screen that nobody sees.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';
import { Capabilities, Key, WebDriver, type WebElement } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';

import type { Browser, Point, Start, Tab, Wishes } from './engine';

/** WebKitGTK's driver; the environment may name another one. */
const DRIVER = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const BROWSER = fileURLToPath(new URL('webkit-browser.py', import.meta.url));

const KEYS: Record<string, string> = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Home: Key.HOME,
  End: Key.END,
  Backspace: Key.BACK_SPACE,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
};

class WebKitTab implements Tab {
  constructor(
    readonly driver: WebDriver,
    readonly window: string,
    readonly printed: string,
  ) {}

  async open(url: string): Promise<void> {
    await (await this.inFront()).get(url);
  }

  async reload(): Promise<void> {
    await (await this.inFront()).navigate().refresh();
  }

  async back(): Promise<void> {
    await (await this.inFront()).navigate().back();
  }

  async evaluate(expression: string): Promise<unknown> {
    const driver = await this.inFront();
    const { value, error } = (await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      (async () => JSON.stringify({ value: await (${expression}) }))().then(
        (json) => done({ value: json }),
        (error) => done({ error: String(error) }),
      );`)) as { value: string; error?: string };
    if (error !== undefined) throw new Error(error);
    return JSON.parse(value).value;
  }

  async toFront(): Promise<void> {
    await this.inFront();
  }

  async mouse(places: Point[]): Promise<void> {
    const mouse = (await this.inFront()).actions();
    const move = ({ x, y }: Point) => mouse.move({ x: Math.round(x), y: Math.round(y), duration: 0 });
    move(places[0]);
    mouse.press();
    places.slice(1).forEach(move);
    await mouse.release().perform();
  }

  async press(keys: string): Promise<void> {
    const keyboard = (await this.inFront()).actions();
    const held = keys.split('+').map((key) => KEYS[key] ?? key);
    for (const key of held) keyboard.keyDown(key);
    for (const key of held.reverse()) keyboard.keyUp(key);
    await keyboard.perform();
  }

  async type(text: string): Promise<void> {
    const driver = await this.inFront();
    await driver.actions().sendKeys(text.replaceAll('\n', Key.ENTER)).perform();
  }

  async chooseFile(expression: string, path: string): Promise<void> {
    const driver = await this.inFront();
    const input = (await driver.executeScript(`return ${expression}`)) as WebElement;
    await input.sendKeys(path);
  }

  async resize(width: number, height: number): Promise<void> {
    await (await this.inFront()).manage().window().setRect({ x: 0, y: 0, width, height });
  }

  async print(): Promise<Uint8Array> {
    await rm(this.printed, { force: true });
    // The browser prints into a file; WebKit's driver cannot.
    await this.evaluate('webkit.messageHandlers.print.postMessage(""), null');
    const read = () => readFile(this.printed).catch(() => null);
    await expect.poll(async () => (await read()) !== null, { message: 'the page is printed', timeout: 60_000 }).toBe(true);
    return (await read())!;
  }

  async picture(): Promise<Uint8Array> {
    return Buffer.from(await (await this.inFront()).takeScreenshot(), 'base64');
  }

  private async inFront(): Promise<WebDriver> {
    await this.driver.switchTo().window(this.window);
    return this.driver;
  }
}

/** A screen of its own for each browser, so that each has a clipboard of its own. */
async function startScreen(): Promise<{ name: string; process: ChildProcess }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await Promise.race([
    once(screen.stdio[3]!, 'data'),
    once(screen, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return { name: `:${String(number).trim()}`, process: screen };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export const startWebKit: Start = async ({ profile, downloads, storage, webAssembly }: Wishes): Promise<Browser> => {
  await mkdir(profile, { recursive: true });
  const screen = await startScreen();
  const port = await freePort();
  const service = spawn(DRIVER, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISPLAY: screen.name,
      // There is no graphics card, no desktop, and the only page opened here is our own.
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      ...(webAssembly ? {} : { JSC_useWasm: '0' }),
    },
  });
  const address = `http://127.0.0.1:${port}`;
  const isUp = () => fetch(`${address}/status`).then(({ ok }) => ok, () => false);
  await expect.poll(isUp, { message: 'WebKit’s driver answers', intervals: [20] }).toBe(true);

  const options = ['--automation', '--profile', profile, '--downloads', downloads, ...(storage ? [] : ['--no-storage'])];
  const driver = WebDriver.createSession(
    new Executor(Promise.resolve(new HttpClient(address))),
    new Capabilities({
      browserName: 'WebKitGTK',
      unhandledPromptBehavior: 'accept',
      'webkitgtk:browserOptions': { binary: BROWSER, args: options },
    }),
  );
  const capabilities = await driver.getCapabilities();
  await driver.manage().setTimeouts({ script: 60_000 });
  const printed = join(profile, 'printed.pdf');
  const end = async () => {
    const leader = Number(await readFile(join(profile, 'pid'), 'utf8'));
    try {
      // It made itself the leader of a group, to which all its processes belong.
      process.kill(-leader, 'SIGKILL');
    } catch {
      // None of them is left.
    }
    for (const child of [service, screen.process]) child.kill('SIGKILL');
  };
  return {
    version: `WebKitGTK ${capabilities.get('browserVersion')}`,
    tab: new WebKitTab(driver, await driver.getWindowHandle(), printed),
    newTab: async () => {
      await driver.switchTo().newWindow('tab');
      return new WebKitTab(driver, await driver.getWindowHandle(), printed);
    },
    said: async () => {
      const written = await readFile(join(profile, 'console.log'), 'utf8');
      return written.split('\n').filter((line) => / CONSOLE |^CONSOLE /.test(line));
    },
    kill: end,
    close: async () => {
      await driver.quit();
      await end();
    },
  };
};
