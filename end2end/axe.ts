// axe-core, with its findings in a form that can be read in a test's report.

import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Fails where a page, as it stands now, breaks a rule of axe-core, but for those that are left out. */
export async function expectNoViolation(page: Page, leftOut: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(leftOut).analyze();
  const report = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary}`).join('\n')}`,
  );
  expect(report.join('\n')).toBe('');
}
