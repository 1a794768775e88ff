// Things on the page, as a reader meets them, the same in every engine: found by role and name, clicked,
// typed into and read. Whatever is waited for is asked again and again until it is so.

import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';
import { buildSync } from 'esbuild';

import type { Point, Tab } from './engine';
import type { Step } from './in-page';

/** `in-page.ts` and its library as one expression, whose value is its functions. */
const IN_PAGE = (() => {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'inPage',
  });
  return `(() => { ${outputFiles[0].text}; return inPage; })()`;
})();

/** Something on the page. It is found anew each time it is asked for. */
export class Found {
  constructor(
    readonly tab: Tab,
    private readonly steps: Step[] = [],
  ) {}

  /** What is inside of it by role and name. */
  find(role: string, name?: string | RegExp): Found {
    const isPattern = name instanceof RegExp;
    return this.inside({ role, name: isPattern ? name.source : (name ?? null), isPattern });
  }

  /** What is inside of it by a selector: for ids, and what has no role. */
  by(selector: string): Found {
    return this.inside({ selector });
  }

  /** Those in which a text stands. */
  containing(text: string): Found {
    return this.inside({ containing: text });
  }

  /** Those that also match a selector. */
  matching(selector: string): Found {
    return this.inside({ matching: selector });
  }

  async count(): Promise<number> {
    return (await this.tab.evaluate(`${this.elements}.length`)) as number;
  }

  /** Asks the one element that there is. */
  async ask<Answer>(question: (element: any, argument: any) => Answer, argument: unknown = null): Promise<Awaited<Answer>> {
    await this.isThere();
    const asked = `(${question})(${this.elements}[0], ${JSON.stringify(argument)})`;
    return (await this.tab.evaluate(asked)) as Awaited<Answer>;
  }

  text(): Promise<string> {
    return this.ask((element) => element.textContent.replace(/\s+/g, ' ').trim());
  }

  /** The texts of all there are. */
  async texts(): Promise<string[]> {
    const text = '(element) => element.textContent.replace(/\\s+/g, " ").trim()';
    return (await this.tab.evaluate(`${this.elements}.map(${text})`)) as string[];
  }

  value(): Promise<string> {
    return this.ask((element) => element.value);
  }

  hasFocus(): Promise<boolean> {
    return this.ask((element) => element.contains(document.activeElement));
  }

  isInWindow(): Promise<boolean> {
    return this.ask((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  }

  /** Waits until there are so many. */
  async has(count: number): Promise<void> {
    await expect.poll(() => this.count(), `how many there are of ${this}`).toBe(count);
  }

  /** Waits until there is exactly one. */
  isThere(): Promise<void> {
    return this.has(1);
  }

  isGone(): Promise<void> {
    return this.has(0);
  }

  /** Waits until it says something. */
  async says(words: string | RegExp): Promise<void> {
    const text = expect.poll(() => this.text(), `what ${this} says`);
    await (typeof words === 'string' ? text.toContain(words) : text.toMatch(words));
  }

  /** Waits until just this stands in it, a text box. */
  async holds(value: string): Promise<void> {
    await expect.poll(() => this.value(), `what stands in ${this}`).toBe(value);
  }

  /** Clicks on it, once it stands still and nothing lies over it. */
  async click(): Promise<void> {
    await this.isThere();
    await this.tab.toFront();
    let place: Point | null = null;
    const meet = async () => {
      place = (await this.tab.evaluate(`${IN_PAGE}.target(${this.elements}[0])`)) as Point | null;
      return place !== null;
    };
    await expect.poll(meet, `the mouse meets ${this}`).toBe(true);
    await this.tab.mouse([place!]);
  }

  /** Puts the caret into it, a text box, by a click. */
  async enter(): Promise<void> {
    await this.click();
    await expect.poll(() => this.hasFocus(), `the focus is in ${this}`).toBe(true);
  }

  /** Types at the end of what stands in it. */
  async type(text: string): Promise<void> {
    await this.enter();
    await this.tab.press('Control+End');
    await this.tab.type(text);
  }

  /** Types in place of what stands in it. */
  async fill(text: string): Promise<void> {
    await this.enter();
    await this.tab.press('Control+a');
    await this.tab.press('Backspace');
    await this.tab.type(text);
  }

  /** Chooses a file for it, a file input. */
  async choose(path: string): Promise<void> {
    await this.isThere();
    await this.tab.chooseFile(`${this.elements}[0]`, path);
  }

  /** Selects words in it by dragging over them. */
  async select(words: string): Promise<void> {
    await this.isThere();
    await this.tab.toFront();
    const ends = `${IN_PAGE}.endsOf(${this.elements}[0], ${JSON.stringify(words)})`;
    await this.tab.mouse((await this.tab.evaluate(ends)) as Point[]);
  }

  toString(): string {
    const words = (step: Step) => {
      if ('selector' in step) return step.selector;
      if ('matching' in step) return step.matching;
      if ('containing' in step) return `with “${step.containing}”`;
      return step.name === null ? step.role : `${step.role} “${step.name}”`;
    };
    return this.steps.map(words).join(' › ');
  }

  private get elements(): string {
    return `${IN_PAGE}.find(${JSON.stringify(this.steps)})`;
  }

  private inside(step: Step): Found {
    return new Found(this.tab, [...this.steps, step]);
  }
}

/** Runs a function in a page. */
export async function evaluate<Argument, Answer>(
  tab: Tab,
  run: (argument: Argument) => Answer,
  argument?: Argument,
): Promise<Awaited<Answer>> {
  return (await tab.evaluate(`(${run})(${JSON.stringify(argument ?? null)})`)) as Awaited<Answer>;
}

/** What has the focus, by its role and name, and why a reader would not see that; empty where they do. */
export async function focused(tab: Tab): Promise<{ role: string; name: string; unseen: string }> {
  return (await tab.evaluate(`${IN_PAGE}.focused()`)) as { role: string; name: string; unseen: string };
}
