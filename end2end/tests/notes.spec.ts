// Notes on themes: adding, editing, deleting and taking that back, and what then stands in
// local storage.

import { expect, test } from '../fixtures';
import { Sheet } from '../pages/annotating';
import { EventPage } from '../pages/event-page';
import { draftEntry, noteEntry } from '../records.mjs';

test('A note is added by the button', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.newNote.fill('Ask about the mandate.');
  await theme.addNote.click();
  await expect(theme.notes).toHaveCount(1);
  await expect(theme.onlyNote.item).toContainText('Ask about the mandate.');
  await expect(theme.newNote).toHaveValue('');
  await expect(eventPage.status).toContainText('Saved');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Ask about the mandate.']);
});

test('A click on “Add note” counts also at the foot of the window, where news appears', async ({ page, eventPage, isMobile }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.newNote.fill('at the foot of the window');
  if (isMobile) {
    // The sheet stands there.
    await new Sheet(theme).hasArrived();
  } else {
    // To the very foot, whatever margin the page keeps for scrolling, and until it stays there.
    await expect
      .poll(() =>
        theme.addNote.evaluate((button) => {
          const distance = button.getBoundingClientRect().bottom - innerHeight;
          scrollBy({ top: distance, behavior: 'instant' });
          return Math.abs(distance);
        }),
      )
      .toBeLessThan(1);
  }
  // The bare mouse: a locator's click would scroll the button away from the foot.
  const box = (await theme.addNote.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  // Would pressing the button take the focus, the draft would be stored, and what is told of that
  // could cover the button before the mouse is let go.
  await expect(theme.newNote).toBeFocused();
  await page.mouse.up();
  await expect(theme.onlyNote.item).toContainText('at the foot of the window');
});

for (const keys of ['Control+Enter', 'Meta+Enter']) {
  test(`A note is added by ${keys}`, async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(2);
    await theme.newNote.pressSequentially('First line');
    await theme.newNote.press('Enter');
    await theme.newNote.pressSequentially('second line');
    await theme.newNote.press(keys);
    await expect(theme.notes).toHaveCount(1);
    await expect(theme.newNote).toHaveValue('');
    await expect(theme.newNote, 'ready for the next one').toBeFocused();
    await expect.poll(() => eventPage.storedTexts()).toEqual(['First line\nsecond line']);
    expect(await theme.onlyNote.item.innerText(), 'the line break is shown').toContain('First line\nsecond line');
  });
}

test('A note belongs to the theme it was written on', async ({ eventPage }) => {
  await eventPage.open();
  for (const theme of eventPage.themes) await theme.add(`on ${theme.theme.id}`);
  for (const theme of eventPage.themes) {
    await expect(theme.notes).toHaveCount(1);
    await expect(theme.onlyNote.item).toContainText(`on ${theme.theme.id}`);
  }
  await expect
    .poll(async () => (await eventPage.storedNotes()).map((note) => note.theme).sort())
    .toEqual(eventPage.outline.map((theme) => theme.id).sort());
});

for (const [kind, text] of [
  ['An empty note', ''],
  ['A note of blanks', ' \n\t  '],
]) {
  test(`${kind} is not added`, async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.newNote.fill(text);
    // The button may be disabled meanwhile, which is as good; the keys are always there.
    if (await theme.addNote.isEnabled()) await theme.addNote.click();
    await theme.newNote.press('Control+Enter');
    await theme.add('A real note');
    await expect(theme.notes).toHaveCount(1);
    await expect.poll(() => eventPage.storedTexts()).toEqual(['A real note']);
  });
}

test('A note is edited in place', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(1);
  await theme.add('First wording');
  await theme.add('Another note');
  await theme.note('First wording').edit();
  await expect(theme.editor).toHaveValue('First wording');
  await expect(theme.editor).toBeFocused();
  await theme.editor.fill('Second wording');
  await theme.done.click();
  await expect(theme.editor).toHaveCount(0);
  await expect(theme.note('Second wording').item).toBeVisible();
  await expect(theme.notes).toHaveCount(2);
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Second wording', 'Another note']);
});

for (const keys of ['Control+Enter', 'Escape']) {
  test(`${keys} closes the editor and keeps what was typed`, async ({ eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(1);
    await theme.add('First wording');
    await theme.onlyNote.edit();
    await theme.editor.fill('Second wording');
    await theme.editor.press(keys);
    await expect(theme.editor).toHaveCount(0);
    await expect(theme.onlyNote.item).toContainText('Second wording');
    await expect(theme.onlyNote.editButton).toBeFocused();
    await expect.poll(() => eventPage.storedTexts()).toEqual(['Second wording']);
  });
}

test('The caret stands where the reader put it while a note is edited and saved', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(1);
  await theme.add('one three');
  await theme.onlyNote.edit();
  await theme.editor.press('Home');
  for (const _ of 'one ') await theme.editor.press('ArrowRight');
  await theme.editor.pressSequentially('tw');
  // Saving in between must not move the caret.
  await expect.poll(() => eventPage.storedTexts()).toEqual(['one twthree']);
  await theme.editor.pressSequentially('o ');
  await expect(theme.editor).toHaveValue('one two three');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['one two three']);
});

test('A deleted note comes back by Undo', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(1);
  await theme.add('Keep me');
  await theme.add('Delete me');
  const before = await eventPage.storedNotes();
  await theme.note('Delete me').delete();
  await expect(theme.notes).toHaveCount(1);
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Keep me']);
  await eventPage.undo.click();
  await expect(theme.notes).toHaveCount(2);
  await expect(theme.note('Delete me').item).toBeVisible();
  await expect(eventPage.undo).toHaveCount(0);
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Keep me', 'Delete me']);
  const after = await eventPage.storedNotes();
  expect(after.map(({ id, created }) => ({ id, created }))).toEqual(before.map(({ id, created }) => ({ id, created })));
  await eventPage.reload();
  await expect(theme.notes).toHaveCount(2);
});

test('Undo is gone after the next action, and the note stays deleted', async ({ eventPage }) => {
  await eventPage.open();
  await eventPage.theme(1).add('Delete me');
  await eventPage.theme(1).onlyNote.delete();
  await expect(eventPage.undo).toBeVisible();
  await eventPage.theme(3).add('The next thing');
  await expect(eventPage.undo).toHaveCount(0);
  await expect(eventPage.theme(1).notes).toHaveCount(0);
  await eventPage.reload();
  await expect(eventPage.theme(3).notes).toHaveCount(1);
  await expect(eventPage.theme(1).notes).toHaveCount(0);
});

test('Undo takes back the last deletion', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(1);
  await theme.add('first to go');
  await theme.add('second to go');
  await theme.note('first to go').delete();
  await theme.note('second to go').delete();
  await expect(theme.notes).toHaveCount(0);
  await expect(eventPage.undo).toHaveCount(1);
  await eventPage.undo.click();
  await expect(theme.notes).toHaveCount(1);
  await expect(theme.onlyNote.item).toContainText('second to go');
});

test('Undo is offered for ten seconds', async ({ page, eventPage }) => {
  await page.clock.install();
  await eventPage.open();
  await eventPage.theme(1).add('Delete me');
  await eventPage.theme(1).onlyNote.delete();
  await expect(eventPage.undo).toBeVisible();
  await page.clock.fastForward(8_000);
  await expect(eventPage.undo).toBeVisible();
  await page.clock.fastForward(3_000);
  await expect(eventPage.undo).toHaveCount(0);
  await expect(eventPage.theme(1).notes).toHaveCount(0);
  expect(await eventPage.storedNotes()).toEqual([]);
});

test.describe('In Berlin', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

  test('times are shown as people there write them', async ({ page, eventPage }) => {
    await page.clock.install({ time: new Date('2026-03-05T13:07:09.123Z') });
    await eventPage.open();
    const theme = eventPage.theme(0);
    await theme.add('At seven past two');
    const created = theme.onlyNote.times.first();
    await expect(created).toHaveText(/14:07/);
    await expect(created).toHaveText(/5 Mar/);
    const [{ created: stored }] = await eventPage.storedNotes();
    await expect(created).toHaveAttribute('datetime', stored);
    await page.clock.fastForward('02:00:00');
    await theme.onlyNote.edit();
    await theme.editor.fill('At seven past four');
    await theme.done.click();
    await expect(theme.onlyNote.times).toHaveCount(2);
    await expect(theme.onlyNote.times.filter({ hasText: '14:07' }), 'when it was created').toHaveCount(1);
    await expect(theme.onlyNote.times.filter({ hasText: '16:07' }), 'when it was changed').toHaveCount(1);
    const [{ changed }] = await eventPage.storedNotes();
    await expect(theme.onlyNote.times.filter({ hasText: '16:07' })).toHaveAttribute('datetime', changed);
  });
});

test.describe('In New York', () => {
  test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

  test('times are shown as people there write them', async ({ page, eventPage }) => {
    await page.clock.install({ time: new Date('2026-03-05T18:07:09.123Z') });
    await eventPage.open();
    await eventPage.theme(0).add('At seven past one');
    await expect(eventPage.theme(0).onlyNote.times.first()).toHaveText(/\b1:07(:09)?\sPM/);
  });
});

test('A note is stored as the contract says', async ({ eventPage, event }) => {
  const before = Date.now();
  await eventPage.open();
  const theme = eventPage.theme(3);
  await theme.add('Exactly so');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Exactly so']);
  const stored = await eventPage.stored();
  const after = Date.now();
  expect(Object.keys(stored), 'one key, and no other').toHaveLength(1);
  const [[key, value]] = Object.entries(stored);
  const record = JSON.parse(value);
  expect(Object.keys(record).sort()).toEqual(['changed', 'created', 'id', 'revision', 'text', 'theme', 'v']);
  expect(key).toBe(`marginalia/${event.id}/note/${record.id}`);
  expect(record.v).toBe(1);
  expect(record.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(record.theme).toBe(theme.theme.id);
  expect(record.text).toBe('Exactly so');
  expect(record.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(record.changed).toBe(record.created);
  expect(record.revision).toBe(1);
  expect(Date.parse(record.created)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(record.created)).toBeLessThanOrEqual(after);
  const timeInId = Number.parseInt(record.id.replaceAll('-', '').slice(0, 12), 16);
  expect(Math.abs(timeInId - Date.parse(record.created)), 'the id carries the same time').toBeLessThan(1_000);

  await theme.onlyNote.edit();
  await theme.editor.fill('Exactly so, and more');
  await theme.done.click();
  await expect.poll(() => eventPage.storedTexts()).toEqual(['Exactly so, and more']);
  const [edited] = await eventPage.storedNotes();
  expect(edited).toEqual({ ...record, text: 'Exactly so, and more', changed: edited.changed, revision: edited.revision });
  expect(edited.revision).toBeGreaterThan(1);
  expect(edited.changed > record.created).toBe(true);
});

test('Opening an editor and closing it changes nothing in storage', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(3);
  await theme.add('As it was');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['As it was']);
  const before = await eventPage.stored();
  await theme.onlyNote.edit();
  await theme.done.click();
  await expect(theme.editor).toHaveCount(0);
  expect(await eventPage.stored()).toEqual(before);
});

test('Editing one note rewrites no other key', async ({ page, eventPage, event }) => {
  const themes = eventPage.outline.map((theme) => theme.id);
  const entries = [
    ...themes.map((theme, number) => noteEntry(event.id, { theme, text: `note ${number}`, number })),
    draftEntry(event.id, themes[1], 'a draft'),
  ];
  await eventPage.store(entries);
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    for (const name of ['setItem', 'removeItem'] as const) {
      const original = Storage.prototype[name] as (...rest: string[]) => void;
      Storage.prototype[name] = function (this: Storage, ...rest: string[]) {
        written.push(rest[0]);
        original.apply(this, rest);
      };
    }
  });
  await eventPage.open();
  const theme = eventPage.theme(2);
  await theme.onlyNote.edit();
  await theme.editor.pressSequentially(', typed key by key');
  await theme.done.click();
  await expect.poll(() => eventPage.storedTexts()).toContain('note 2, typed key by key');
  const written = await page.evaluate(() => (window as unknown as { written: string[] }).written);
  // A store may probe itself with a key of its own at the start; no other key of ours is touched.
  const ours = [...new Set(written)].filter((key) => entries.some((entry) => entry.name === key));
  expect(ours).toEqual([entries[2].name]);
  const stored = await eventPage.stored();
  for (const entry of entries.filter((entry) => entry.name !== entries[2].name)) {
    expect(stored[entry.name]).toBe(entry.value);
  }
});

test('Notes are there after a reload', async ({ eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('Still here');
  await eventPage.theme(6).add('Here too');
  await eventPage.reload();
  await expect(eventPage.theme(0).onlyNote.item).toContainText('Still here');
  await expect(eventPage.theme(6).onlyNote.item).toContainText('Here too');
});

test('Notes are there after the page was closed and opened again', async ({ context, event, eventPage }) => {
  await eventPage.open();
  await eventPage.theme(0).add('Still here');
  await eventPage.page.close();
  const reopened = new EventPage(await context.newPage(), event, eventPage.url);
  await reopened.open();
  await expect(reopened.theme(0).onlyNote.item).toContainText('Still here');
});

for (const [kind, text] of [
  ['markup', '<img src=x onerror="window.attacked = true"><script>window.attacked = true</script><b>bold</b>'],
  ['entities', '&lt;b&gt; &amp;amp; "quoted" \'quoted\''],
  ['emoji and right-to-left text', '👩🏽‍🚀 שלום עולם — مرحبا بالعالم é e\u0301 𝔘'],
  ['the start of a template', '{{ constructor }} ${1 + 1} </textarea></script> <!-- -->'],
]) {
  test(`A note with ${kind} is shown as the characters typed`, async ({ page, eventPage }) => {
    await eventPage.open();
    const theme = eventPage.theme(0);
    const elements = () => page.locator('img[src="x"], script:not([src]):not([type]), b').count();
    const before = await elements();
    await theme.add(text);
    await expect(theme.onlyNote.item).toContainText(text);
    await expect(eventPage.myNotes.region).toContainText(text);
    await theme.onlyNote.edit();
    await expect(theme.editor).toHaveValue(text);
    await theme.done.click();
    await eventPage.myNotes.search.fill([...text].slice(0, 4).join(''));
    await expect(eventPage.myNotes.hits.first()).toBeVisible();
    await eventPage.reload();
    await expect(theme.onlyNote.item).toContainText(text);
    expect(await elements()).toBe(before);
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    expect(await eventPage.storedTexts()).toEqual([text]);
  });
}

test('A very long note is kept whole', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  const text = Array.from({ length: 500 }, (_, line) => `line ${line} 🌍`).join('\n');
  await theme.add(text);
  await expect.poll(() => eventPage.storedTexts()).toEqual([text]);
  await eventPage.reload();
  await expect(theme.onlyNote.item).toContainText('line 499 🌍');
  await theme.onlyNote.edit();
  await expect(theme.editor).toHaveValue(text);
});

test.describe('A pinned note', () => {
  test.beforeEach(async ({ eventPage }) => {
    await eventPage.open();
    for (const text of ['first', 'second', 'third']) await eventPage.theme(0).add(text);
  });

  test('stands before the others, and stays there', async ({ eventPage }) => {
    const theme = eventPage.theme(0);
    await expect(theme.notes).toHaveText([/third/, /second/, /first/]);
    await theme.note('first').pinButton.click();
    await expect(theme.notes).toHaveText([/first/, /third/, /second/]);
    await expect(theme.note('first').pinnedMark).toBeVisible();
    await expect(theme.note('second').pinnedMark).toBeHidden();
    await expect(theme.note('first').times, 'a pin is no change of the text').toHaveCount(1);
    await theme.add('fourth');
    await expect(theme.notes).toHaveText([/first/, /fourth/, /third/, /second/]);
    await eventPage.reload();
    await expect(theme.notes).toHaveText([/first/, /fourth/, /third/, /second/]);
    await theme.note('first').unpinButton.click();
    await expect(theme.notes).toHaveText([/fourth/, /third/, /second/, /first/]);
    await expect(theme.note('first').pinnedMark).toBeHidden();
  });

  test('keeps the focus on its button while it moves', async ({ page, eventPage }) => {
    const theme = eventPage.theme(0);
    await theme.note('first').pinButton.focus();
    await page.keyboard.press('Enter');
    await expect(theme.notes.first()).toContainText('first');
    await expect(theme.note('first').unpinButton).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(theme.notes.first()).toContainText('third');
    await expect(theme.note('first').pinButton).toBeFocused();
  });

  test('is stored with an optional field, which goes with the pin', async ({ eventPage }) => {
    const [before] = await eventPage.storedNotes();
    await eventPage.theme(0).note('first').pinButton.click();
    await expect.poll(async () => (await eventPage.storedNotes())[0]).toEqual({ ...before, revision: 2, pinned: true });
    await eventPage.theme(0).note('first').unpinButton.click();
    await expect.poll(async () => (await eventPage.storedNotes())[0]).toEqual({ ...before, revision: 3 });
  });

  test('is seen by the other tab at once', async ({ eventPage }) => {
    const other = await eventPage.secondTab();
    await expect(other.theme(0).notes).toHaveCount(3);
    await eventPage.theme(0).note('second').pinButton.click();
    await expect(other.theme(0).notes).toHaveText([/second/, /third/, /first/]);
    await expect(other.theme(0).note('second').pinnedMark).toBeVisible();
  });
});
