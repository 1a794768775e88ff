// The page can be read and typed into before its program has arrived. Nothing typed then is lost.

import { expect, test } from '../fixtures';
import { holdBackStart, holdBackWasm } from '../program';
import { draftEntry, noteEntry } from '../records.mjs';

test('Until the program has arrived the page can be read, and what is typed is stored as a draft', async ({ page, event, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  for (const theme of eventPage.themes) {
    await expect(theme.body).toBeVisible();
    await expect(theme.newNote).toBeEditable();
    await expect(theme.addNote).toBeEnabled();
  }
  const theme = eventPage.theme(2);
  await theme.newNote.pressSequentially('an early thought');
  await expect
    .poll(async () => JSON.parse((await eventPage.storedValue(eventPage.draftKey(theme.theme))) ?? 'null'))
    .toEqual({ v: 1, text: 'an early thought' });
  wasm.release();
  await eventPage.takenOver();
  await expect(theme.newNote).toHaveValue('an early thought');
});

test('“Add note” pressed before the program has arrived is carried out by it', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const [byButton, byKey, other] = [1, 2, 4].map((place) => eventPage.theme(place));
  await byButton.newNote.pressSequentially('by the button');
  await byButton.addNote.click();
  await byKey.newNote.pressSequentially('by the key');
  await byKey.newNote.press('Control+Enter');
  await other.newNote.pressSequentially('only begun');
  wasm.release();
  await eventPage.takenOver();
  await expect(byButton.onlyNote.item).toContainText('by the button');
  await expect(byButton.newNote).toHaveValue('');
  await expect(byKey.onlyNote.item).toContainText('by the key');
  await expect(other.newNote).toHaveValue('only begun');
  await expect(other.notes).toHaveCount(0);
  await expect.poll(async () => (await eventPage.storedTexts()).sort()).toEqual(['by the button', 'by the key']);
  await expect.poll(() => eventPage.storedOf('draft')).toEqual({ [other.theme.id]: '{"v":1,"text":"only begun"}' });
});

test('A draft of the last visit is shown before the program has arrived', async ({ page, event, eventPage }) => {
  await eventPage.store([draftEntry(event.id, eventPage.outline[3].id, 'from last time')]);
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await expect(eventPage.theme(3).newNote).toHaveValue('from last time');
  wasm.release();
  await eventPage.takenOver();
  await expect(eventPage.theme(3).newNote).toHaveValue('from last time');
});

test('What cannot be read in the place of a draft is left as it is', async ({ page, event, eventPage }) => {
  const key = eventPage.draftKey(eventPage.outline[0]);
  await eventPage.store([{ name: key, value: 'not a draft' }]);
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  await eventPage.theme(0).newNote.pressSequentially('typed over it');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect(await eventPage.storedValue(key)).toBe('not a draft');
  wasm.release();
  await eventPage.takenOver();
  await expect(eventPage.theme(0).newNote).toHaveValue('typed over it');
  expect(await eventPage.storedValue(key)).toBe('not a draft');
  expect(event.id).toBeTruthy();
});

test('The history of what was typed early is kept', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const { newNote } = eventPage.theme(1);
  await newNote.pressSequentially('kept');
  await newNote.press('Control+a');
  await page.keyboard.insertText('replaced');
  wasm.release();
  await eventPage.takenOver();
  await expect(newNote).toHaveValue('replaced');
  await newNote.press('Control+z');
  await expect(newNote).toHaveValue('kept');
});

test('A selection made early is kept', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const { newNote } = eventPage.theme(1);
  await newNote.pressSequentially('some words');
  await newNote.evaluate((box) => (box as HTMLTextAreaElement).setSelectionRange(2, 7, 'backward'));
  wasm.release();
  await eventPage.takenOver();
  expect(
    await newNote.evaluate((box) => {
      const { selectionStart, selectionEnd, selectionDirection } = box as HTMLTextAreaElement;
      return [selectionStart, selectionEnd, selectionDirection];
    }),
  ).toEqual([2, 7, 'backward']);
});

test('A translation around and beside every word takes nothing away', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const translate = () =>
    page.evaluate(() => {
      // As translations do it: each text in two elements of their own. And as extensions do it: a
      // foreign element beside each box.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement!.closest('script, style, textarea, template')) continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
      for (const box of document.querySelectorAll('textarea')) {
        box.before(document.createElement('grammar-helper'));
        box.after(document.createElement('grammar-helper'));
      }
    });
  await translate();
  const theme = eventPage.theme(0);
  await theme.newNote.pressSequentially('written early');
  wasm.release();
  await eventPage.takenOver();
  await translate();
  await theme.addNote.click();
  await expect(theme.onlyNote.item).toContainText('written early');
  await translate();
  await theme.onlyNote.edit();
  await theme.editor.fill('edited **now**');
  await theme.done.click();
  await expect(theme.onlyNote.item).toContainText('edited now');
  await expect(theme.onlyNote.item).not.toContainText('written early');
  await translate();
  await eventPage.myNotes.search.fill('edited');
  await expect(eventPage.myNotes.hits).toHaveText(['edited']);
  await theme.onlyNote.delete();
  await expect(theme.notes).toHaveCount(0);
  await eventPage.undo.click();
  await expect(theme.onlyNote.item).toContainText('edited');
  await eventPage.contentsTell(theme.theme, 1);
});

test('The caret stays where it was, and typing simply goes on', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const { newNote } = eventPage.theme(1);
  await newNote.pressSequentially('early bird');
  for (const _ of 'bird') await newNote.press('ArrowLeft');
  wasm.release();
  await eventPage.takenOver();
  await expect(newNote).toBeFocused();
  // The page's keyboard, not the locator's, which would put the focus there first.
  await page.keyboard.type('morning ');
  await expect(newNote).toHaveValue('early morning bird');
});

test('Text typed early wins over a stored draft, which may be older', async ({ page, event, eventPage }) => {
  await eventPage.store([draftEntry(event.id, eventPage.outline[0].id, 'from last time')]);
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const { newNote } = eventPage.theme(0);
  await newNote.pressSequentially('typed just now');
  wasm.release();
  await eventPage.takenOver();
  // How the two are brought together is the page's choice; what the reader sees typed stays.
  await expect(newNote).toHaveValue(/typed just now/);
});

test('A theme closed before the program arrives stays closed', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await wasm.asked;
  const theme = eventPage.theme(1);
  await theme.summary.click();
  await expect(theme.body).toBeHidden();
  wasm.release();
  await eventPage.takenOver();
  await expect(theme.body).toBeHidden();
});

for (const [what, pattern] of [
  ['the wasm', '**/*.wasm'],
  ['the JavaScript', '**/marginalia-*.js*'],
] as const) {
  test(`When ${what} does not arrive, the page says so where the reader writes, and the next press tries again`, async ({
    page,
    event,
    eventPage,
    consoleOutput,
  }) => {
    // The browser itself reports the failed request.
    consoleOutput.expect(/ERR_FAILED|Failed to (load|fetch)/);
    await page.route(pattern, (route) => route.abort());
    await eventPage.openUnready();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
    const theme = eventPage.theme(1);
    await theme.newNote.pressSequentially('not lost');
    await theme.addNote.click();
    const said = theme.region.getByRole('alert');
    await expect(said).toContainText('is kept in this browser');
    await expect.poll(() => eventPage.storedValue(eventPage.draftKey(theme.theme))).toBe('{"v":1,"text":"not lost"}');
    await expect(theme.newNote).toHaveValue('not lost');
    await theme.region.getByRole('button', { name: 'Copy this text', exact: true }).click();
    await page.unroute(pattern);
    await theme.addNote.click();
    await expect(theme.onlyNote.item).toContainText('not lost');
    await expect(said).toHaveCount(0);
    await expect(theme.newNote).toHaveValue('');
  });
}

test('Without WebAssembly the page says so, and keeps the draft', async ({ page, eventPage, consoleOutput }) => {
  consoleOutput.expect(/WebAssembly is not defined/);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await eventPage.openUnready();
  const theme = eventPage.theme(0);
  await theme.newNote.pressSequentially('kept');
  await theme.addNote.click();
  await expect(theme.region.getByRole('alert')).toContainText('is kept in this browser');
  await eventPage.openUnready();
  await expect(theme.newNote).toHaveValue('kept');
});

test('A press on what needs the program is carried out by it', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  const seen = page.getByRole('button', { name: 'Got it', exact: true });
  await seen.click();
  await wasm.asked;
  await expect(seen).toBeVisible();
  wasm.release();
  await expect(seen).toBeHidden();
});

test('A shortcut brings the program and is carried out by it', async ({ page, eventPage }) => {
  const wasm = await holdBackWasm(page);
  await eventPage.openUnready();
  await expect(eventPage.theme(0).newNote).toBeVisible();
  await page.keyboard.press('/');
  await wasm.asked;
  wasm.release();
  await expect(eventPage.myNotes.search).toBeFocused();
});

for (const steps of [0, 1, 2, 3, 4]) {
  test(`What happens after ${steps} steps of its start is not missed`, async ({ page, event, eventPage }) => {
    const [begun, added, continued, elsewhere, cleared] = eventPage.themes;
    await eventPage.store([
      draftEntry(event.id, continued.theme.id, 'from last time'),
      draftEntry(event.id, cleared.theme.id, 'no longer wanted'),
    ]);
    const neighbour = await eventPage.neighbour();
    const start = await holdBackStart(page, steps);
    await eventPage.openUnready();
    await start.reached();
    await begun.newNote.pressSequentially('begun');
    await added.newNote.pressSequentially('added');
    await added.addNote.click();
    await continued.newNote.press('End');
    await continued.newNote.pressSequentially(', and on');
    await cleared.newNote.fill('');
    const other = noteEntry(event.id, { theme: elsewhere.theme.id, text: 'from another page', number: 1 });
    await neighbour.evaluate(({ name, value }) => localStorage.setItem(name, value), other);
    await expect.poll(() => eventPage.storedOf('draft')).toMatchObject({ [continued.theme.id]: JSON.stringify({ v: 1, text: 'from last time, and on' }) });
    await start.goOn();
    await eventPage.takenOver();
    await expect(begun.newNote).toHaveValue('begun');
    await expect(added.onlyNote.item).toContainText('added');
    await expect(continued.newNote).toHaveValue('from last time, and on');
    await expect(elsewhere.onlyNote.item).toContainText('from another page');
    await expect(cleared.newNote).toHaveValue('');
    // The second copy was looked at meanwhile, also by another page.
    const second = await eventPage.secondTab();
    await expect(second.theme(0).newNote).toHaveValue('begun');
    expect((await eventPage.storedTexts()).sort()).toEqual(['added', 'from another page']);
    const drafts = { [begun.theme.id]: 'begun', [continued.theme.id]: 'from last time, and on' };
    const stored = Object.entries(drafts).map(([theme, text]) => [theme, JSON.stringify({ v: 1, text })]);
    expect(await eventPage.storedOf('draft')).toEqual(Object.fromEntries(stored));
  });
}
