// What runs in the page, in every engine: finding things by their role and accessible name, and what of
// them a reader sees. `found.ts` sends it along with each question, so nothing of it stays in the page.

import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

/** One step on the way to an element: each begins in all that the step before it found. */
export type Step =
  | { role: string; name: string | null; isPattern: boolean }
  | { selector: string }
  | { matching: string }
  | { containing: string };

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether an element has a role, by the rules that depend on where it stands or what it is called. */
function hasRole(element: Element, role: string): boolean {
  if (getRole(element) !== role) return false;
  if (element.hasAttribute('role')) return true;
  // Landmarks of the page only where they are not a part's own.
  if (role === 'banner' || role === 'contentinfo') return !element.parentElement!.closest('article, aside, main, nav, section');
  if (role === 'region' || role === 'form') return computeAccessibleName(element) !== '';
  return true;
}

function matches(element: Element, step: { role: string; name: string | null; isPattern: boolean }): boolean {
  if (!hasRole(element, step.role) || isInaccessible(element)) return false;
  if (step.name === null) return true;
  const name = squeezed(computeAccessibleName(element));
  return step.isPattern ? new RegExp(step.name, 'u').test(name) : name === squeezed(step.name);
}

/** All elements at the end of the way, in the order of the page. */
export function find(steps: Step[]): Element[] {
  let found: Element[] = [document.documentElement];
  for (const step of steps) {
    if ('containing' in step) {
      found = found.filter((element) => squeezed(element.textContent ?? '').includes(squeezed(step.containing)));
      continue;
    }
    if ('matching' in step) {
      found = found.filter((element) => element.matches(step.matching));
      continue;
    }
    const inside = new Set<Element>();
    for (const root of found) {
      for (const element of root.querySelectorAll('selector' in step ? step.selector : '*')) {
        if ('selector' in step || matches(element, step)) inside.add(element);
      }
    }
    found = [...inside];
  }
  return found;
}

/**
 * Where the mouse meets an element, once it is brought into the window: `null` as long as it moves, is
 * disabled, or something else lies over it.
 */
export async function target(element: Element): Promise<{ x: number; y: number } | null> {
  const middle = () => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
  };
  const isMet = ({ x, y }: { x: number; y: number }) => {
    const met = document.elementFromPoint(x, y);
    return met !== null && (element.contains(met) || (met.closest('label')?.contains(element) ?? false));
  };
  if (!isMet(middle())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  // Some frames, in which what moves has moved. Only a tab that is seen has any.
  const before = middle();
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
  const { x, y } = middle();
  const isStill = x === before.x && y === before.y;
  return isStill && isMet({ x, y }) && !element.matches(':disabled') ? { x, y } : null;
}

/** The middles of the first and the last letter of words in an element. */
export function endsOf(element: Element, words: string): { x: number; y: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const start = walker.currentNode.textContent!.indexOf(words);
    if (start < 0) continue;
    walker.currentNode.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(walker.currentNode, start);
    range.setEnd(walker.currentNode, start + words.length);
    const lines = [...range.getClientRects()];
    const [first, last] = [lines[0], lines[lines.length - 1]];
    return [
      { x: first.left + 1, y: (first.top + first.bottom) / 2 },
      { x: last.right - 1, y: (last.top + last.bottom) / 2 },
    ];
  }
  throw new Error(`no “${words}”`);
}

/** What has the focus, by its role and name, and why a reader would not see that it has; empty where they do. */
export function focused(): { role: string; name: string; unseen: string } {
  const element = document.activeElement!;
  const name = squeezed(computeAccessibleName(element));
  return { role: getRole(element) ?? element.localName, name, unseen: whyUnseen(element) };
}

function whyUnseen(element: Element): string {
  if (!element.matches(':focus-visible')) return 'it does not match :focus-visible';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  if ((outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) && boxShadow === 'none') return 'nothing is drawn around it';
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!box) return 'it has no size';
  const parts = [0.1, 0.5, 0.9];
  const isSeen = parts.some((across) =>
    parts.some((down) => {
      const met = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
      return met !== null && (element.contains(met) || met.contains(element));
    }),
  );
  return isSeen ? '' : 'it is out of the window, or something lies over it';
}
