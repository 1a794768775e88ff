// Two tabs of the same event: what happens in one is seen in the other without a reload.

import { expect, test } from '../fixtures';

test('A note added in one tab appears in the other', async ({ eventPage }) => {
  await eventPage.open();
  const second = await eventPage.secondTab();
  await eventPage.theme(0).add('from the first tab');
  await expect(second.theme(0).onlyNote.item).toContainText('from the first tab');
  await expect(second.myNotes.text('from the first tab')).toBeVisible();
  await second.contentsTell(second.outline[0], 1);
  await second.theme(1).add('from the second tab');
  await expect(eventPage.theme(1).onlyNote.item).toContainText('from the second tab');
});

test('An edit in one tab appears in the other', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('as first written');
  const second = await eventPage.secondTab();
  await expect(second.theme(0).onlyNote.item).toContainText('as first written');
  await theme.onlyNote.edit();
  await theme.editor.fill('as then edited');
  await expect(second.theme(0).onlyNote.item).toContainText('as then edited');
});

test('A note deleted in one tab goes from the other, and comes back by Undo', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('here and gone');
  const second = await eventPage.secondTab();
  await expect(second.theme(0).notes).toHaveCount(1);
  await theme.onlyNote.delete();
  await expect(second.theme(0).notes).toHaveCount(0);
  await eventPage.undo.click();
  await expect(second.theme(0).notes).toHaveCount(1);
});

test('A draft typed in one tab appears in the other, and goes when it is added', async ({ eventPage }) => {
  await eventPage.open();
  const second = await eventPage.secondTab();
  const theme = eventPage.theme(3);
  await theme.newNote.pressSequentially('begun in the first tab');
  await expect(second.theme(3).newNote).toHaveValue('begun in the first tab');
  await theme.newNote.press('Control+Enter');
  await expect(second.theme(3).newNote).toHaveValue('');
  await expect(second.theme(3).onlyNote.item).toContainText('begun in the first tab');
  await expect(theme.notes).toHaveCount(1);
});

test('What another tab does leaves the editor that is open here alone', async ({ eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.add('being edited');
  const second = await eventPage.secondTab();
  await theme.onlyNote.edit();
  await theme.editor.press('End');
  await theme.editor.pressSequentially(', half');
  await second.theme(0).add('meanwhile, elsewhere');
  await expect(theme.notes).toHaveCount(2);
  await expect(theme.editor).toBeFocused();
  await expect(theme.editor).toHaveValue('being edited, half');
  await theme.editor.pressSequentially('way');
  await expect.poll(() => eventPage.storedTexts()).toEqual(['being edited, halfway', 'meanwhile, elsewhere']);
});

test('When storage is cleared elsewhere, an open page keeps what it shows', async ({ page, eventPage }) => {
  // The page itself never clears storage: whoever did may not have thought of this tab.
  await eventPage.open();
  await eventPage.theme(0).add('still shown');
  const second = await eventPage.secondTab();
  await expect(second.theme(0).notes).toHaveCount(1);
  await page.evaluate(() => localStorage.clear());
  await eventPage.theme(1).add('a sign that the news has come');
  await expect(second.theme(1).notes).toHaveCount(1);
  await expect(second.theme(0).onlyNote.item).toContainText('still shown');
});

test('What another program writes to the same storage is left alone', async ({ page, eventPage }) => {
  await eventPage.open();
  const second = await eventPage.secondTab();
  await page.evaluate(() => {
    localStorage.setItem('another-program', '{"not":"ours"}');
    localStorage.setItem('marginalia/another-event/note/1', 'not this event');
  });
  await eventPage.theme(0).add('ours');
  await expect(second.theme(0).notes).toHaveCount(1);
  await expect(second.alert).toBeHidden();
  expect(await eventPage.stored()).toMatchObject({
    'another-program': '{"not":"ours"}',
    'marginalia/another-event/note/1': 'not this event',
  });
});
