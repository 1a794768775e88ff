// The core: what no reader can do without, in the three engines that browsers are made of. The big suite
// (`playwright.config.ts`) has all else, in Chromium alone.

import { defineConfig } from '@playwright/test';

import type { Engine } from './core/fixtures';
import { shared } from './shared.config';

const ENGINES: Engine[] = ['chromium', 'firefox', 'webkit'];

export default defineConfig<{ engine: Engine }>({
  testDir: 'core',
  outputDir: 'test-results/core',
  ...shared,
  // No test is about time: a busy machine may take its own.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/core.json' }]],
  // Each test starts its browser by itself, on a profile and a server of its own.
  projects: ENGINES.map((engine) => ({ name: engine, use: { engine } })),
});
