// The clipboard: written in the press itself, however long it takes to make what is copied, and by other
// ways where there is no secure connection.

import { type Page, chromium } from '@playwright/test';

import { args, executablePath } from '../browser.mjs';
import { expect, test, watch } from '../fixtures';
import { EventPage, openNeighbour } from '../pages/event-page';
import { TakeHome } from '../pages/transfer';

/** Notes each call by which the page writes to the clipboard, and whether it is in a press. */
async function watchClipboard(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const calls: string[] = [];
    Object.assign(window, { clipboardCalls: calls });
    for (const name of ['write', 'writeText'] as const) {
      const original = navigator.clipboard[name].bind(navigator.clipboard) as (content: unknown) => Promise<void>;
      Object.defineProperty(navigator.clipboard, name, {
        value: (content: unknown) => {
          // Only while an event is told of does the window name it.
          calls.push(`${name} in ${window.event?.type}`);
          return original(content);
        },
      });
    }
  });
  return () => page.evaluate('clipboardCalls') as Promise<string[]>;
}

/** What stands on the clipboard, pasted into a page. */
async function pasted(page: Page): Promise<{ plain: string; html: string }> {
  const target = await page.context().newPage();
  await openNeighbour(target);
  await target.evaluate(() => {
    document.body.contentEditable = 'true';
    document.body.focus();
    const pasted = new Promise((resolve) =>
      addEventListener('paste', ({ clipboardData }) =>
        resolve({ plain: clipboardData!.getData('text/plain'), html: clipboardData!.getData('text/html') }),
      ),
    );
    Object.assign(window, { pasted });
  });
  await target.keyboard.press('Control+V');
  const result = (await target.evaluate('pasted')) as { plain: string; html: string };
  await target.close();
  await page.bringToFront();
  return result;
}

test.describe('Everything is written to the clipboard in the press itself', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('all notes, also the first time, when what makes their headings is still to be loaded', async ({ page, eventPage }) => {
    const calls = await watchClipboard(page);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/transfer-*', async (route) => {
      await released;
      await route.continue();
    });
    await eventPage.open();
    await eventPage.theme(0).add('in the press');
    await eventPage.copyAll(eventPage.myNotes.region).click();
    expect(await calls()).toEqual(['write in click']);
    release();
    await expect(eventPage.status).toHaveText('Copied.');
    const { plain, html } = await pasted(page);
    expect(plain).toContain('in the press');
    expect(html).toContain(`>${eventPage.outline[0].title}</h`);
  });

  test('all notes as plain text, where what makes the headings does not arrive', async ({ page, eventPage, consoleOutput }) => {
    consoleOutput.expect(/Failed to load resource/);
    await page.route('**/transfer-*', (route) => route.abort());
    await eventPage.open();
    await eventPage.theme(0).add('offline <in> the press');
    await eventPage.copyAll(eventPage.myNotes.region).click();
    await expect(eventPage.status).toHaveText('Copied.');
    const { plain, html } = await pasted(page);
    expect(plain).toContain('offline <in> the press');
    expect(html).toContain('offline &lt;in&gt; the press');
  });

  test('citations, links, and notes with their headings', async ({ page, eventPage }) => {
    const calls = await watchClipboard(page);
    await eventPage.open();
    await eventPage.theme(0).add('a note');
    await eventPage.eventFiles.getByRole('button', { name: /^Copy/ }).first().click();
    await eventPage.theme(0).onlyNote.item.getByRole('button', { name: 'Share…', exact: true }).click();
    const home = new TakeHome(page);
    await home.button('Copy link').click();
    await expect(home.status).toHaveText('Copied.');
    await home.button('Copy with headings').click();
    await expect.poll(calls).toEqual(['writeText in click', 'writeText in click', 'write in click']);
    expect((await pasted(page)).html).toContain(`>${eventPage.outline[0].title}</h`);
  });
});

/** Another name for this machine, which is no secure origin as its own names are. */
const PLAIN_HOST = 'plain-http.example';

const onPlainHttp = test.extend({
  context: async ({ contextOptions, baseURL }, use) => {
    const browser = await chromium.launch({
      executablePath,
      args: [...args, `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
    });
    const url = baseURL!.replace('127.0.0.1', PLAIN_HOST);
    const context = await browser.newContext({ ...contextOptions, baseURL: url });
    const watched = watch(context, url);
    await use(context);
    watched.check();
    await browser.close();
  },
  page: async ({ context }, use) => use(await context.newPage()),
  consoleOutput: [async ({}, use) => use({ expect: () => {} }), { auto: true }],
  eventPage: async ({ page, event, baseURL }, use) => {
    await use(new EventPage(page, event, baseURL!.replace('127.0.0.1', PLAIN_HOST)));
  },
});

onPlainHttp.describe('Without a secure connection', () => {
  onPlainHttp('all notes are copied, and selection and focus stay', async ({ page, eventPage }) => {
    await eventPage.open();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await eventPage.theme(0).add('over plain http\n– a second line');
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('h1')!));
    await eventPage.copyAll(eventPage.myNotes.region).click();
    await expect(eventPage.status).toHaveText('Copied.');
    await expect(eventPage.alert).toBeEmpty();
    expect(await page.evaluate(() => document.querySelectorAll('pre.visually-hidden').length)).toBe(0);
    const { plain } = await pasted(page);
    expect(plain).toContain('over plain http\n– a second line');
  });

  onPlainHttp('a citation is', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.eventFiles.getByRole('button', { name: /^Copy/ }).first().click();
    await expect(eventPage.status).toHaveText('Copied.');
    expect((await pasted(page)).plain).toBe(await page.locator('#citation-1').textContent());
  });

  onPlainHttp('headings are, and links, from within the dialog', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.theme(0).add('a note');
    await eventPage.theme(0).onlyNote.item.getByRole('button', { name: 'Share…', exact: true }).click();
    const home = new TakeHome(page);
    await home.button('Copy with headings').click();
    await expect(home.status).toHaveText('Copied.');
    const { plain, html } = await pasted(page);
    expect(plain).toContain('a note');
    expect(html).toContain(`>${eventPage.outline[0].title}</h`);
    await home.button('Copy link').click();
    expect((await pasted(page)).plain).toBe(await home.link.inputValue());
  });
});

test.describe('Where the browser copies nothing at all', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    }),
  );

  test('a citation is selected, and the reader is told so', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.eventFiles.getByRole('button', { name: /^Copy/ }).first().click();
    await expect(eventPage.alert).toContainText('Not copied');
    await expect(eventPage.alert).toContainText('selected');
    await expect(eventPage.alert).not.toContainText('My notes');
    expect(await page.evaluate(() => String(getSelection()))).toBe(await page.locator('#citation-1').textContent());
  });

  test('a link is selected in its box, and the reader is told so', async ({ page, eventPage }) => {
    await eventPage.open();
    await eventPage.theme(0).add('a note');
    await eventPage.theme(0).onlyNote.item.getByRole('button', { name: 'Share…', exact: true }).click();
    const home = new TakeHome(page);
    await home.button('Copy link').click();
    await expect(home.status).toContainText('Not copied');
    await expect(home.status).toContainText('selected');
    const selected = await home.link.evaluate((link: HTMLInputElement) => link.value.slice(link.selectionStart!, link.selectionEnd!));
    expect(selected).toBe(await home.link.inputValue());
  });

  test('the reader is told what to do for all notes', async ({ eventPage }) => {
    await eventPage.open();
    await eventPage.theme(0).add('a note');
    await eventPage.copyAll(eventPage.myNotes.region).click();
    await expect(eventPage.alert).toContainText('Not copied');
    await expect(eventPage.alert).toContainText('Your notes are not affected. “Export…” saves them as a file');
  });
});
