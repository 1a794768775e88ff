// axe-core, with its findings in a form that can be read in a test's report: all rules for A and AA of
// WCAG 2.0, 2.1 and 2.2, and those of good practice.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { type Page, expect } from '@playwright/test';
import type { RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Criterion 2.5.8, which axe-core leaves out unless it is asked. */
const TARGET_SIZE = 'target-size';

/** What hangs on the colours that are shown. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** 7 to 1, as high contrast promises. */
const MORE_CONTRAST = 'color-contrast-enhanced';

/** Fails where a page, as it stands now, breaks a rule, but for those that are left out. */
export async function expectNoViolation(page: Page, leftOut: string[] = []): Promise<void> {
  const off = leftOut.map((rule) => [rule, { enabled: false }]);
  const rules = Object.fromEntries([[TARGET_SIZE, { enabled: true }], ...off]);
  expect(await violations(page, { rules })).toBe('');
}

/** The same in every colour scheme: all rules in light colours, in the others those about colours. */
export async function expectNoViolationInAnyColours(page: Page): Promise<void> {
  // Nothing is on its way.
  const still = { reducedMotion: 'reduce', contrast: 'no-preference' } as const;
  await page.emulateMedia({ ...still, colorScheme: 'light' });
  await expectNoViolation(page);
  const schemes = [
    { name: 'dark', media: { ...still, colorScheme: 'dark' }, rules: COLOURS },
    { name: 'high contrast', media: { ...still, contrast: 'more' }, rules: [...COLOURS, MORE_CONTRAST] },
  ] as const;
  for (const { name, media, rules } of schemes) {
    await page.emulateMedia(media);
    expect(await violations(page, { runOnly: { type: 'rule', values: [...rules] } }), name).toBe('');
  }
}

/** What axe-core finds. */
async function violations(page: Page, options: RunOptions): Promise<string> {
  // As a debugger does it, which no policy of the page forbids.
  await page.evaluate(`window.axe || (() => { ${SOURCE} })()`);
  const violations = await page.evaluate(async (options) => {
    const sheet = new CSSStyleSheet();
    // What is far from the window is not laid out, and has a guessed size.
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
    const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    document.adoptedStyleSheets.pop();
    return violations;
  }, options);
  return violations
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary}`).join('\n')}`)
    .join('\n');
}

declare global {
  interface Window {
    axe: typeof import('axe-core').default;
  }
}
