// The host's program in a browser: what a host sees while writing. `MARGINALIA_PROGRAM` names the program.

import { defineConfig } from '@playwright/test';

import { args, executablePath } from './browser.mjs';

export default defineConfig({
  testDir: 'host',
  outputDir: 'test-results/host',
  fullyParallel: true,
  workers: 2,
  // On a busy machine a browser now and then loses a press. Whatever needs its second try is named at the end.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // No test is about time: a busy machine may take its own.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/host.json' }]],
  projects: [{ name: 'host' }],
  use: { browserName: 'chromium', launchOptions: { executablePath, args }, locale: 'en-GB', timezoneId: 'UTC' },
});
