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
    const held: (() => void)[] = [];
    let left = allowed;
    const goOn = () => {
      left = Infinity;
      for (const step of held.splice(0)) step();
    };
    const pause = () => new Promise<void>((step) => (left-- > 0 ? step() : held.push(step)));
    Object.defineProperty(window, 'scheduler', { value: { yield: pause } });
    Object.assign(window, { heldSteps: () => held.length, goOn });
  }, steps);
  return {
    reached: () => expect.poll(() => page.evaluate('heldSteps()')).toBe(1),
    goOn: () => page.evaluate('goOn()'),
  };
}
