// The program of the page, as far as a test decides when it arrives.

import { expect, type Page } from '@playwright/test';

/** Holds every wasm file back until it is released. */
export async function holdBackWasm(page: Page): Promise<{ asked: Promise<void>; release: () => void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let tell = () => {};
  const asked = new Promise<void>((resolve) => (tell = resolve));
  await page.route('**/*.wasm', async (route) => {
    tell();
    await released;
    await route.continue();
  });
  return { asked, release };
}

/** Lets the program of a page that is opened next begin so many steps of its start, and no further until
    it is let go on. */
export async function holdBackStart(page: Page, steps: number): Promise<{ reached: () => Promise<void>; goOn: () => Promise<void> }> {
  await page.addInitScript((allowed) => {
    // Between its steps the early script waits for no time at all, which nothing else here does.
    const { setTimeout } = window;
    const held: (() => void)[] = [];
    let left = allowed;
    window.setTimeout = ((...timer: Parameters<typeof setTimeout>) => {
      if (timer.length > 1 || left > 0) {
        left -= timer.length > 1 ? 0 : 1;
        return setTimeout(...timer);
      }
      return held.push(timer[0] as () => void);
    }) as typeof setTimeout;
    Object.assign(window, {
      heldSteps: () => held.length,
      goOn: () => {
        left = Infinity;
        for (const step of held.splice(0)) step();
      },
    });
  }, steps);
  return {
    reached: () => expect.poll(() => page.evaluate('heldSteps()')).toBe(1),
    goOn: () => page.evaluate('goOn()'),
  };
}
