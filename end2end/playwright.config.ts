// The whole suite runs twice: as a desktop reader with the page at the root of its server, and as
// a phone with the page at a sub path. Two servers on two ports, so that a file asked for by an
// absolute address is missing at the sub path instead of being found at the root by luck.

import { defineConfig } from '@playwright/test';

import { args, executablePath } from './browser.mjs';
import { shared } from './shared.config';

const FIRST_PORT = Number(process.env.MARGINALIA_TEST_PORT ?? 41730);
const SITES = {
  desktop: { port: FIRST_PORT, base: '/' },
  phone: { port: FIRST_PORT + 1, base: '/any/sub/path/' },
};
const url = ({ port, base }: { port: number; base: string }) => `http://127.0.0.1:${port}${base}`;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/artifacts',
  ...shared,
  // No test is about time: a busy machine may take its own.
  timeout: 90_000,
  // One folder for each language of the page, which a test names as its suffix.
  expect: { timeout: 15_000, toMatchAriaSnapshot: { pathTemplate: 'trees/{snapshotSuffix}/{arg}{ext}' } },
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A worker answers in the place of the network, which many tests hold up, refuse or watch.
    serviceWorkers: 'block',
    // A trace doubles the time of the suite; `npx playwright test --trace on` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'desktop',
      // Its page stands at the root, and its window is wide.
      testIgnore: /(sheet|sub-path)\.spec/,
      use: { baseURL: url(SITES.desktop), viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      // A killed browser and a printed sheet are the same however wide the window is, and the smallest
      // windows have their own.
      testIgnore: /(kill|print|reflow)\.spec/,
      use: {
        baseURL: url(SITES.phone),
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
  webServer: Object.values(SITES).map((site) => ({
    command: `node server.mjs --port ${site.port} --base ${site.base}`,
    url: url(site),
    // A server left over from elsewhere may serve another build.
    reuseExistingServer: false,
    stderr: 'pipe' as const,
    stdout: 'ignore' as const,
  })),
});
