// The program of the page, as far as a test decides when it arrives.

import type { Page } from '@playwright/test';

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
