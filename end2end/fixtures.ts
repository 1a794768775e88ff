// What every test gets: the event, the page object, and a watch that fails the test when the page
// says anything in the console, throws, or asks another origin for something.

import { type BrowserContext, expect, test as base } from '@playwright/test';

import { type Event, eventIn } from './event';
import { EventPage } from './pages/event-page';
import { DIST } from './server.mjs';

/** What the page may say in the console, where a test provokes it. */
export interface Console {
  /** One message or more of this kind is expected; without any, the test fails as well. */
  expect(pattern: RegExp): void;
  /** Messages of this kind may come. A browser asks a site for its icon once, whichever test comes first. */
  allow(pattern: RegExp): void;
}

interface TestFixtures {
  consoleOutput: Console;
  eventPage: EventPage;
}

interface WorkerFixtures {
  event: Event;
}

/** What Playwright puts there where it keeps a page from having a service worker, which is nearly everywhere. */
const NO_WORKERS = 'Service Worker registration blocked by Playwright';

/**
 * Listens to every tab of a browser. `check` fails where a page said or did what it should not: for
 * the browser of each test that is done by itself, for one that a test starts the test does it.
 */
export function watch(context: BrowserContext, url: string): { console: Console; check(): void } {
  const origin = new URL(url).origin;
  const messages: string[] = [];
  const faults: string[] = [];
  const awaited: RegExp[] = [];
  const allowed: RegExp[] = [];
  // On the context, so that second tabs are watched too. Some errors are told to the window alone.
  void context.addInitScript(() =>
    addEventListener('error', ({ error, message }) => {
      if (!error && message) console.error(`error of the window: ${message}`);
    }),
  );
  context.on('console', (message) => {
    if (message.text() !== NO_WORKERS) messages.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const address = new URL(request.url());
    if (/^(https?|wss?):$/.test(address.protocol) && address.origin !== origin) {
      faults.push(`request to another origin: ${request.url()}`);
    }
  });
  const check = () => {
    for (const message of messages) {
      if (![...awaited, ...allowed].some((pattern) => pattern.test(message))) faults.push(`console: ${message}`);
    }
    for (const pattern of awaited) {
      if (!messages.some((message) => pattern.test(message))) faults.push(`console: nothing like ${pattern}`);
    }
    expect(faults, 'the page is silent and keeps to its own origin').toEqual([]);
  };
  return { console: { expect: (pattern) => awaited.push(pattern), allow: (pattern) => allowed.push(pattern) }, check };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  event: [
    async ({}, use) => {
      await use(eventIn(DIST));
    },
    { scope: 'worker' },
  ],

  consoleOutput: [
    async ({ context, baseURL }, use) => {
      const watched = watch(context, baseURL!);
      await use(watched.console);
      watched.check();
    },
    { auto: true },
  ],

  eventPage: async ({ page, event, baseURL }, use) => {
    await use(new EventPage(page, event, baseURL!));
  },
});

export { expect };
