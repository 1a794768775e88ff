// The host's program in a browser: what a host sees while writing. `MARGINALIA_PROGRAM` names the program.

import { defineConfig } from '@playwright/test';

import { args, executablePath } from './browser.mjs';
import { shared } from './shared.config';

export default defineConfig({
  testDir: 'host',
  outputDir: 'test-results/host',
  ...shared,
  // No test is about time: a busy machine may take its own.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/host.json' }]],
  projects: [{ name: 'host' }],
  use: { browserName: 'chromium', launchOptions: { executablePath, args }, locale: 'en-GB', timezoneId: 'UTC' },
});
