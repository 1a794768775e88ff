// The whole browser is killed in the middle of typing and started again on the same profile. Nothing
// of it can say a last word: what it has not given to the operating system by then is gone. (A power
// cut is another matter, which no test here brings about.)
//
// The moment of the kill is by chance, and the loss is told in characters: how many of those that the
// page had taken from the keyboard are missing. Somebody types one key every 30 ms or slower, so what
// is typed within 300 ms is ten characters at most; one more may be on its way.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { type BrowserContext, type Page, chromium } from '@playwright/test';

import { args, executablePath } from '../browser.mjs';
import { expect, test } from '../fixtures';
import { EventPage } from '../pages/event-page';
import { holdBackWasm } from '../program';
import { MOST_LOST, charactersLost, secondCopyIsRead, typeOnAndOn } from '../trouble';

const KILLS = 20;
const EARLY_KILLS = 6;
const EARLIEST = 500;
const LATEST = 6_000;

/** How to end a browser at once, with all its processes. */
async function killerOf(context: BrowserContext): Promise<() => void> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser')!;
  // Playwright starts a browser as the leader of a group to which all its processes belong: the one
  // signal reaches all of them, and none can finish what another had begun.
  return () => process.kill(-browser.id, 'SIGKILL');
}

/** Types where the focus is until the browser is killed, and returns what was typed until then. */
async function typeUntilKilled(context: BrowserContext, page: Page, moment: number): Promise<string> {
  const kill = await killerOf(context);
  const gone = context.waitForEvent('close');
  const typist = typeOnAndOn(page);
  // The one wait of these tests that is a wait for a time: it is the moment that is tested.
  await setTimeout(moment);
  kill();
  const typed = typist.typed();
  await typist.stop();
  await gone;
  return typed;
}

test.describe('The browser is killed while typing', () => {
  test(`Killed ${KILLS} times, it has each time kept all but the last 300 ms of typing`, async ({ baseURL, event }) => {
    test.setTimeout(300_000);
    const profile = await mkdtemp(join(tmpdir(), 'marginalia-killed-'));
    let context: BrowserContext;
    let eventPage: EventPage;
    const start = async () => {
      context = await chromium.launchPersistentContext(profile, { executablePath, args, baseURL });
      eventPage = new EventPage(context.pages()[0], event, baseURL!);
      await eventPage.open();
      await secondCopyIsRead(eventPage.page);
    };

    /** One kill, in the middle of a draft or of an edit; what was typed until then. */
    const typeAndKill = async (beginning: string, isDraft: boolean, moment: number): Promise<string> => {
      const theme = eventPage.theme(0);
      if (isDraft) {
        await theme.newNote.fill(beginning);
      } else {
        await theme.add(beginning);
        await theme.note(beginning).edit();
        await theme.editor.press('End');
      }
      return typeUntilKilled(context, eventPage.page, moment);
    };

    /** What is there of it when the browser is started again. */
    const findAgain = async (beginning: string, isDraft: boolean): Promise<string> => {
      const theme = eventPage.theme(0);
      const inNote = theme.note(beginning).item.getByText(beginning);
      const found = isDraft ? await theme.newNote.inputValue() : (await inNote.textContent())!;
      expect(found.slice(0, beginning.length)).toBe(beginning);
      if (isDraft) await theme.addNote.click();
      return found.slice(beginning.length);
    };

    const losses: number[] = [];
    const kept: string[] = [];
    let characters = 0;
    let milliseconds = 0;
    await start();
    for (let number = 1; number <= KILLS; number += 1) {
      const beginning = `Before kill ${number}: `;
      const isDraft = number % 2 === 1;
      // By chance, but spread over the whole time.
      const moment = EARLIEST + ((number - Math.random()) / KILLS) * (LATEST - EARLIEST);
      await test.step(`killed after ${Math.round(moment)} ms, in ${isDraft ? 'a draft' : 'an edit'}`, async () => {
        const typed = await typeAndKill(beginning, isDraft, moment);
        await start();
        const found = await findAgain(beginning, isDraft);
        kept.push(beginning + found);
        losses.push(charactersLost(typed, found));
        characters += typed.length;
        milliseconds += moment;
      });
      // All that was there before is there still: nothing more, nothing less, nothing twice.
      await expect(eventPage.theme(0).notes).toHaveCount(number);
      expect(await eventPage.storedTexts()).toEqual(kept);
      await expect(eventPage.alert).toBeHidden();
    }
    await context!.close();
    await rm(profile, { recursive: true, force: true });

    const sorted = losses.toSorted((one, other) => one - other);
    const figures = {
      kills: KILLS,
      medianLost: (sorted[KILLS / 2 - 1] + sorted[KILLS / 2]) / 2,
      maxLost: sorted.at(-1)!,
      charactersPerSecond: Math.round((characters / milliseconds) * 1_000),
    };
    test.info().annotations.push({ type: 'kill', description: JSON.stringify(figures) });
    expect(figures.maxLost, `characters lost at each kill: ${losses.join(', ')}`).toBeLessThanOrEqual(MOST_LOST);
  });
});

test.describe('The page’s program has not come yet, or does not come', () => {
  test(`Killed ${EARLY_KILLS} times before its program came, the page has each time kept all but the last 300 ms`, async ({
    baseURL,
    event,
  }) => {
    test.setTimeout(180_000);
    const profile = await mkdtemp(join(tmpdir(), 'marginalia-killed-early-'));
    for (let number = 1; number <= EARLY_KILLS; number += 1) {
      const moment = EARLIEST + ((number - Math.random()) / EARLY_KILLS) * (LATEST / 2 - EARLIEST);
      await test.step(`killed after ${Math.round(moment)} ms`, async () => {
        const beginning = `Before kill ${number}: `;
        let context = await chromium.launchPersistentContext(profile, { executablePath, args, baseURL });
        let eventPage = new EventPage(context.pages()[0], event, baseURL!);
        await holdBackWasm(eventPage.page);
        await eventPage.openUnready();
        await eventPage.theme(0).newNote.fill(beginning);
        const typed = await typeUntilKilled(context, eventPage.page, moment);

        context = await chromium.launchPersistentContext(profile, { executablePath, args, baseURL });
        eventPage = new EventPage(context.pages()[0], event, baseURL!);
        await eventPage.open();
        const { newNote } = eventPage.theme(0);
        await expect.poll(() => newNote.inputValue()).toContain(beginning);
        const found = await newNote.inputValue();
        expect(found.slice(0, beginning.length)).toBe(beginning);
        const lost = charactersLost(typed, found.slice(beginning.length));
        test.info().annotations.push({ type: 'lost', description: String(lost) });
        expect(lost).toBeLessThanOrEqual(MOST_LOST);
        // So that nothing is left for the next time.
        await newNote.fill('');
        await newNote.blur();
        await secondCopyIsRead(eventPage.page);
        await context.close();
      });
    }
    await rm(profile, { recursive: true, force: true });
  });
});
