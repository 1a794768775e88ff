// Texts and keyboards of all scripts: what is composed belongs to the keyboard, words begin on their own
// side, a search finds what readers do not see as different, and shortcuts are where a keyboard has them.

import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { KEYBOARDS } from '../keyboards.mjs';
import { Shortcuts } from '../pages/annotating';
import { noteEntry } from '../records.mjs';

/** Begins a composition where the focus is, as an input method does. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** A key that belongs to a composition, as Safari tells of the one that ends it. */
const press229 = (box: Locator, properties: KeyboardEventInit) =>
  box.evaluate((box, properties) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...properties });
    Object.defineProperty(event, 'keyCode', { value: 229 });
    return !box.dispatchEvent(event);
  }, properties);

test.describe('While text is composed', () => {
  test('Escape and Ctrl+Enter are the keyboard’s: an editor stays open', async ({ page, eventPage, isMobile }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('日本');
    await theme.onlyNote.edit();
    // What closes the sheet on a phone is the system's affair, which takes this Escape for its own gesture: it
    // is not taken by an input method, as it would be in earnest.
    if (!isMobile) {
      await compose(page, 'にほん');
      await page.keyboard.press('Escape');
      await expect(theme.editor).toBeFocused();
    }
    await compose(page, 'にほん');
    await page.keyboard.press('Control+Enter');
    await expect(theme.editor).toBeFocused();
    for (const key of ['Escape', 'Enter']) {
      expect(await press229(theme.editor, { key, ctrlKey: key === 'Enter' }), 'left to the browser').toBe(false);
      await expect(theme.editor).toBeFocused();
    }
    // And the same key is ours again when nothing is composed.
    await theme.editor.fill('日本語');
    await theme.editor.press('Escape');
    await expect(theme.editor).toHaveCount(0);
    await expect(theme.onlyNote.item).toContainText('日本語');
  });

  test('Ctrl+Enter adds no note, and nothing of the text is lost', async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(1);
    await theme.newNote.focus();
    await compose(page, '한국');
    await page.keyboard.press('Control+Enter');
    expect(await press229(theme.newNote, { key: 'Enter', metaKey: true })).toBe(false);
    await expect(theme.notes).toHaveCount(0);
    await expect(theme.newNote).toHaveValue('한국');
    await page.keyboard.insertText('한국어');
    await theme.newNote.press('Control+Enter');
    await expect(theme.onlyNote.item).toContainText('한국어');
  });

  test('no shortcut acts, wherever the key arrives', async ({ page, eventPage }) => {
    await eventPage.open();
    const body = page.locator('body');
    for (const key of ['n', 'j', '/', '?']) expect(await press229(body, { key }), key).toBe(false);
    for (const key of ['n', 'j', '/', '?']) {
      const isTaken = await body.evaluate(
        (body, key) => !body.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true })),
        key,
      );
      expect(isTaken, key).toBe(false);
    }
    await expect(new Shortcuts(page).dialog).toBeHidden();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });
});

test.describe('Words begin on their own side', () => {
  const HEBREW = 'המלצה ראשונה';
  const LATIN = 'A first recommendation';
  const ARABIC = 'التوصية الأولى';

  const direction = (box: Locator) => box.evaluate((box) => getComputedStyle(box).direction);

  test('in the box, in the editor and in the search', async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    for (const [text, expected] of [[HEBREW, 'rtl'], [LATIN, 'ltr'], [ARABIC, 'rtl']]) {
      await theme.newNote.fill(text);
      expect(await direction(theme.newNote), text).toBe(expected);
      await eventPage.myNotes.search.fill(text);
      expect(await direction(eventPage.myNotes.search), text).toBe(expected);
    }
    await eventPage.myNotes.search.fill('');
    await theme.addNote.click();
    await theme.onlyNote.edit();
    expect(await direction(theme.editor)).toBe('rtl');
  });

  test('also before the program is there', async ({ page, eventPage }) => {
    await page.route('**/*.wasm', () => {});
    await eventPage.openUnready();
    const { newNote } = eventPage.theme(0);
    await newNote.fill(HEBREW);
    expect(await direction(newNote)).toBe('rtl');
  });

  for (const [name, text] of [
    ['a plain note', `${LATIN}\n${HEBREW}\n${LATIN}`],
    ['a note with Markdown', `**${LATIN}**\n${HEBREW}\n${LATIN}`],
  ]) {
    test(`each line of ${name} for itself, wherever it is shown`, async ({ eventPage, event }) => {
      await eventPage.store([noteEntry(event.id, { theme: eventPage.outline[0].id, text })]);
      await eventPage.open();
      for (const place of [eventPage.theme(0).onlyNote.item, eventPage.myNotes.region]) {
        await expect(place.getByText(HEBREW)).toBeVisible();
        // How far the words of each line are from the two ends of the line, in pixels.
        const far = await place.evaluate(
          (place, words) => {
            const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
            const found: { start: number; end: number }[] = [];
            while (walker.nextNode()) {
              const node = walker.currentNode;
              const start = node.textContent!.indexOf(words);
              if (start < 0) continue;
              const range = document.createRange();
              range.setStart(node, start);
              range.setEnd(node, start + words.length);
              let block = node.parentElement!;
              while (getComputedStyle(block).display === 'inline') block = block.parentElement!;
              const [line, around] = [range.getBoundingClientRect(), block.getBoundingClientRect()];
              found.push({ start: line.left - around.left, end: around.right - line.right });
            }
            return found;
          },
          HEBREW,
        );
        expect(far).toHaveLength(1);
        expect(far[0].end, 'at the right').toBeLessThan(2);
        expect(far[0].start).toBeGreaterThan(10);
      }
    });
  }
});

test('A search finds what readers do not see as different', async ({ eventPage, event }) => {
  const texts = ['This isn’t over', 'Η ΟΔΟΣ', 'The oﬃce in Łódź', 'Große Straße', 'ＡＢＣ', 'pre\u00adven\u00adtion', '\u1112\u1161\u11ab\u1100\u1173\u11af'];
  await eventPage.store(texts.map((text, number) => noteEntry(event.id, { theme: eventPage.outline[0].id, text, number })));
  await eventPage.open();
  for (const [words, found] of [
    ["isn't", texts[0]],
    ['οδος', texts[1]],
    ['office lodz', texts[2]],
    ['GROSSE STRASSE', texts[3]],
    ['abc', texts[4]],
    ['prevention', texts[5]],
    ['한글', texts[6]],
  ]) {
    await eventPage.myNotes.search.fill(words);
    await eventPage.myNotes.saysFound(1, texts.length);
    await expect(eventPage.myNotes.region.locator('mark').first()).toBeVisible();
    const shown = await eventPage.myNotes.region.locator('mark').allTextContents();
    expect(found).toContain(shown[0]);
  }
});

for (const [name, keys] of Object.entries(KEYBOARDS)) {
  test(`A ${name} keyboard has the shortcuts where they are found`, async ({ page, eventPage }) => {
    await eventPage.open();
    const { dialog } = new Shortcuts(page);
    // With Ctrl, Alt or Cmd each of them belongs to the browser or the system.
    const taken = await page.evaluate(
      (keys) =>
        ['ctrlKey', 'altKey', 'metaKey'].flatMap((held) =>
          keys
            .filter((key) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, [held]: true, bubbles: true, cancelable: true })))
            .map(({ key }) => `${held} ${key}`),
        ),
      keys.map(({ code, key, shiftKey }) => ({ code, key, shiftKey })),
    );
    expect(taken).toEqual([]);
    for (const { code, key, meant, shiftKey } of keys) {
      // Words are selected, so that there is something to quote.
      await page.evaluate(() => {
        (document.activeElement as HTMLElement).blur();
        scrollTo({ top: 0, behavior: 'instant' });
        getSelection()!.selectAllChildren(document.querySelector('.theme__text p')!);
      });
      const isTaken = await page.evaluate(
        (event) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, bubbles: true, cancelable: true })),
        { code, key, shiftKey },
      );
      // There is no theme before the first, and no note to edit.
      expect(isTaken, `${code} with “${key}”`).toBe(meant !== null && !['k', 'e'].includes(meant));
      if (meant === '?') {
        await expect(dialog).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      } else if (meant === '/') {
        await expect(eventPage.myNotes.search).toBeFocused();
      } else if (meant === 'n') {
        await expect(eventPage.theme(0).newNote).toBeFocused();
      } else if (meant === 'j') {
        await expect(eventPage.theme(0).region).toBeFocused();
      } else if (meant === 'q') {
        await expect(eventPage.theme(0).editor).toBeFocused();
        await eventPage.theme(0).done.click();
        await eventPage.theme(0).onlyNote.delete();
      }
    }
  });
}

test('What AltGr writes is a shortcut, though some systems tell of it as Ctrl and Alt', async ({ page, eventPage }) => {
  await eventPage.open();
  const press = (properties: KeyboardEventInit) =>
    page.evaluate(
      (properties) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...properties, bubbles: true, cancelable: true })),
      properties,
    );
  const held = { ctrlKey: true, altKey: true };
  expect(await press({ key: '/', code: 'KeyQ', ...held })).toBe(false);
  expect(await press({ key: '/', code: 'KeyQ', ...held, modifierAltGraph: true })).toBe(true);
  await expect(eventPage.myNotes.search).toBeFocused();
  // What is none of ours, at the place of a letter that is.
  await eventPage.theme(0).add('to be edited by “e”');
  await eventPage.theme(0).summary.focus();
  for (const properties of [held, {}]) {
    expect(await press({ key: 'ń', code: 'KeyN', ...properties, modifierAltGraph: true })).toBe(false);
    expect(await press({ key: '€', code: 'KeyE', ...properties, modifierAltGraph: true })).toBe(false);
  }
  expect(await press({ key: 'e', code: 'KeyE' })).toBe(true);
});
