// The whole browser is killed in the middle of typing and started again on the same profile, as
// `tests/kill.spec.ts` does with Chromium; here in every engine, and fewer times.

import { setTimeout } from 'node:timers/promises';

import { MOST_LOST, charactersLost, secondCopyIsRead, typeOnAndOn } from '../trouble';
import { evaluate } from './found';
import { expect, test } from './fixtures';
import type { EventPage } from './page';

const KILLS = 6;
const EARLIEST = 500;
const LATEST = 6_000;

/** A page as `trouble.ts` wants it. */
const asPage = ({ tab }: EventPage) =>
  ({
    evaluate: (run: (argument: unknown) => unknown, argument: unknown) => evaluate(tab, run, argument),
    keyboard: { press: (key: string) => tab.press(key) },
  }) as never;

test(`Killed ${KILLS} times while typing, the browser has each time kept all but the last 300 ms`, async ({ reader, engine }) => {
  test.setTimeout(300_000);
  const losses: number[] = [];
  const kept: string[] = [];
  let characters = 0;
  let milliseconds = 0;
  const open = async () => {
    await reader.page.open();
    await secondCopyIsRead(asPage(reader.page));
  };
  await open();
  for (let number = 1; number <= KILLS; number += 1) {
    const beginning = `Before kill ${number}: `;
    const isDraft = number % 2 === 1;
    // By chance, but spread over the whole time.
    const moment = EARLIEST + ((number - Math.random()) / KILLS) * (LATEST - EARLIEST);
    await test.step(`killed after ${Math.round(moment)} ms, in ${isDraft ? 'a draft' : 'an edit'}`, async () => {
      let theme = reader.page.theme(0);
      if (isDraft) {
        await theme.newNote.fill(beginning);
      } else {
        await theme.add(beginning);
        await theme.edit(beginning.trim());
        await theme.editor.click();
        await reader.page.tab.press('End');
      }
      const typist = typeOnAndOn(asPage(reader.page));
      // The one wait that is for a time: it is the moment that is tested.
      await setTimeout(moment);
      const killed = reader.kill();
      const typed = typist.typed();
      await typist.stop();
      await killed;

      await reader.startBrowser();
      await open();
      theme = reader.page.theme(0);
      let found: string;
      if (isDraft) {
        found = await theme.newNote.value();
        await theme.addNote.click();
      } else {
        found = (await reader.page.storedTexts()).at(-1)!;
      }
      expect(found.slice(0, beginning.length)).toBe(beginning);
      kept.push(found);
      losses.push(charactersLost(typed, found.slice(beginning.length)));
      characters += typed.length;
      milliseconds += moment;
    });
    // All that was there before is there still: nothing more, nothing less, nothing twice.
    await reader.page.theme(0).notes.has(number);
    await reader.page.stores(kept);
  }
  const sorted = losses.toSorted((one, other) => one - other);
  const figures = {
    engine,
    kills: KILLS,
    medianLost: (sorted[KILLS / 2 - 1] + sorted[KILLS / 2]) / 2,
    maxLost: sorted.at(-1)!,
    charactersPerSecond: Math.round((characters / milliseconds) * 1_000),
  };
  test.info().annotations.push({ type: 'kill', description: JSON.stringify(figures) });
  console.log(`${reader.version}: characters lost at each kill: ${losses.join(', ')}`);
  expect(figures.maxLost, `characters lost at each kill: ${losses.join(', ')}`).toBeLessThanOrEqual(MOST_LOST);
});
