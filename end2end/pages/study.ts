// What the program for reading and writing adds to the page, as page objects.

import { type Locator, type Page, expect } from '@playwright/test';

import type { ThemeSection } from './event-page';

/** The list of the shortcuts. */
export class Shortcuts {
  readonly dialog: Locator;
  /** The button of the page that shows it. */
  readonly button: Locator;
  /** The choice whether there are shortcuts. */
  readonly choice: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true });
    this.button = page.getByRole('button', { name: 'Keyboard shortcuts', exact: true });
    this.choice = this.dialog.getByRole('checkbox', { name: 'Use keyboard shortcuts', exact: true });
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }
}

/** The notes on a theme as a sheet at the lower edge of the window. */
export class Sheet {
  readonly closeButton: Locator;

  constructor(readonly theme: ThemeSection) {
    this.closeButton = theme.region.getByRole('button', { name: 'Close', exact: true });
  }

  async isOpen(): Promise<void> {
    await expect(this.closeButton).toBeVisible();
  }

  async isClosed(): Promise<void> {
    await expect(this.closeButton).toHaveCount(0);
  }
}

/** Lets the program for reading and writing arrive, as the reader's first key does, and waits for it. */
export async function loadStudy(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => document.adoptedStyleSheets.length > 0);
}
