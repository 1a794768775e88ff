// Shortcuts, the sheet on phones, and quoting, as page objects.

import { type Locator, type Page, expect } from '@playwright/test';

import type { Console } from '../fixtures';
import type { ThemeSection } from './event-page';

/** Lets the program that renders Markdown not arrive. */
export async function withoutMarkdown(page: Page, consoleOutput: Console): Promise<void> {
  consoleOutput.expect(/Failed to load resource|Failed to fetch/);
  await page.route('**/markdown-*', (route) => route.abort());
}

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

  /** Open, and no longer sliding: what is in it stays where it is. */
  async hasArrived(): Promise<void> {
    await this.isOpen();
    await this.closeButton.evaluate((button) =>
      Promise.all(button.closest('.sheet')!.getAnimations().map((slide) => slide.finished)),
    );
  }

  async isClosed(): Promise<void> {
    await expect(this.closeButton).toHaveCount(0);
  }
}

/** Quoting words of a theme. */
export class Quoting {
  /** What is quoted from. */
  readonly text: Locator;
  readonly button: Locator;

  constructor(readonly theme: ThemeSection) {
    this.text = theme.region.locator('.theme__text');
    this.button = theme.page.getByRole('button', { name: 'Quote in a note', exact: true });
  }

  /** Selects words, or the first letters of them, as the handles of a phone do. */
  async select(words: string, length = words.length): Promise<void> {
    await this.text.evaluate(
      (text, { words, length }) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const start = walker.currentNode.textContent!.indexOf(words);
          if (start < 0) continue;
          walker.currentNode.parentElement!.scrollIntoView({ block: 'center' });
          return getSelection()!.setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + length);
        }
        throw new Error(`no “${words}”`);
      },
      { words, length },
    );
  }

  /** Selects words by dragging over them. */
  async selectByMouse(words: string): Promise<void> {
    const lines = await this.lines(words);
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const { mouse } = this.text.page();
    await mouse.move(first.left + 1, (first.top + first.bottom) / 2);
    await mouse.down();
    await mouse.move(last.right - 1, (last.top + last.bottom) / 2, { steps: 5 });
    await mouse.up();
  }

  /** Adds a note that quotes words. */
  async addNote(words: string, text: string): Promise<void> {
    await this.select(words);
    await this.button.click();
    await this.theme.editor.fill(text);
    await this.theme.done.click();
  }

  /** Clicks on words. */
  async clickOn(words: string): Promise<void> {
    const [line] = await this.lines(words);
    await this.text.page().mouse.click((line.left + line.right) / 2, (line.top + line.bottom) / 2);
  }

  /** The words under a highlight: what is quoted, or what was just led to. */
  async highlighted(name = 'marginalia-quote'): Promise<string[]> {
    return this.text.page().evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
  }

  /** Where words stand in the window, line by line. */
  private async lines(words: string): Promise<{ left: number; right: number; top: number; bottom: number }[]> {
    return this.text.evaluate((text, words) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const start = walker.currentNode.textContent!.indexOf(words);
        if (start < 0) continue;
        walker.currentNode.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + words.length);
        return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
      }
      throw new Error(`no “${words}”`);
    }, words);
  }
}
