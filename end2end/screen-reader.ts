// The page as Chromium hands it to a screen reader: things are found in the accessibility tree by role and
// name alone, and what is told without being asked for is heard in its order.

import { type CDPSession, type Page, expect } from '@playwright/test';

interface TreeNode {
  nodeId: string;
  parentId?: string;
  backendDOMNodeId?: number;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
}

declare global {
  interface Window {
    /** What was told since the page was opened. */
    heard: string[];
  }
}

export class ScreenReader {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Listens from now on; to be called before the page is opened. */
  static async at(page: Page): Promise<ScreenReader> {
    await page.addInitScript(() => {
      window.heard = [];
      const ALERT = '[role="alert"]';
      const REGIONS = `${ALERT}, [role="status"], [aria-live]:not([aria-live="off"])`;
      new MutationObserver((changes) => {
        const regions = new Set<Element>();
        for (const { target, addedNodes } of changes) {
          const at = (target instanceof Element ? target : target.parentElement)?.closest(REGIONS);
          if (at) regions.add(at);
          // Of what is new only alerts are told: a screen reader has not listened to the others yet.
          for (const added of addedNodes) {
            if (added instanceof Element) for (const alert of [added, ...added.querySelectorAll(ALERT)]) if (alert.matches(ALERT)) regions.add(alert);
          }
        }
        // Behind a dialog nothing is there.
        const modal = document.querySelector(':modal');
        for (const region of regions) {
          if (modal && !modal.contains(region)) continue;
          const words = region.textContent!.replace(/\s+/g, ' ').trim();
          const isAlert = region.role === 'alert' || region.ariaLive === 'assertive';
          if (words) window.heard.push(`${isAlert ? 'alert' : 'polite'}: ${words}`);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Waits until just this was told since the last time, each once and in this order. */
  async hears(...told: string[]): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => window.heard), 'what is told').toEqual(told);
    await this.page.evaluate(() => (window.heard = []));
  }

  /** The one thing with a role and a name, in a region or in all of the page. */
  private async find(role: string, name: string, region?: string): Promise<number> {
    let found: TreeNode[] = [];
    const look = async () => {
      const nodes = (await this.session.send('Accessibility.getFullAXTree')).nodes as TreeNode[];
      const known = new Map(nodes.map((node) => [node.nodeId, node]));
      const is = (node: TreeNode | undefined, role: string, name: string) => node?.role?.value === role && node.name?.value === name;
      const isIn = (node: TreeNode | undefined): boolean => node !== undefined && (is(node, 'region', region!) || isIn(known.get(node.parentId!)));
      found = nodes.filter((node) => !node.ignored && is(node, role, name) && (region === undefined || isIn(node)));
      return found.length;
    };
    await expect.poll(look, `how many there are of ${role} “${name}”`).toBe(1);
    return found[0].backendDOMNodeId!;
  }

  /** Waits until there is just one such thing. */
  async meets(role: string, name: string): Promise<void> {
    await this.find(role, name);
  }

  /** Goes to something, as by a list of links, buttons or boxes. */
  async goTo(role: string, name: string, region?: string): Promise<void> {
    await this.session.send('DOM.focus', { backendNodeId: await this.find(role, name, region) });
  }

  async press(role: string, name: string, region?: string): Promise<void> {
    await this.goTo(role, name, region);
    await this.page.keyboard.press('Enter');
  }

  async write(name: string, text: string, role = 'textbox'): Promise<void> {
    await this.goTo(role, name);
    await this.page.keyboard.press('ControlOrMeta+a');
    if (text) await this.page.keyboard.type(text);
    else await this.page.keyboard.press('Delete');
  }

  /** Waits until something has the focus. */
  async isAt(role: string, name: string): Promise<void> {
    const at = async () => {
      const { result } = await this.session.send('Runtime.evaluate', { expression: 'document.activeElement' });
      const { nodes } = await this.session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
      return { role: nodes[0].role?.value, name: nodes[0].name?.value };
    };
    await expect.poll(at, 'what has the focus').toEqual({ role, name });
  }
}
