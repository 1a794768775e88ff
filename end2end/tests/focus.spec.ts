// What a press takes away does not take the focus along: it goes on beside it, and who works by keys or
// listens does not begin at the top again.

import { expect, test } from '../fixtures';
import { manyNotes, noteEntry } from '../records.mjs';

test('Asked whether something is to be removed, one is at the way back, and comes back by it', async ({ page, event, eventPage }) => {
  const good = noteEntry(event.id, { theme: eventPage.outline[0].id, text: 'readable' });
  const broken = (last: string) => ({ name: good.name.slice(0, -1) + last, value: `{broken ${last}` });
  await eventPage.store([good, broken('e'), broken('f')]);
  await eventPage.open();
  const [one, other] = ['broken e', 'broken f'].map((text) => eventPage.myNotes.attentionEntry(text));
  await one.remove.press('Enter');
  await expect(one.keep).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(one.remove).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(one.keep).toBeFocused();
  await one.removeForGood.press('Enter');
  await expect(one.item).toHaveCount(0);
  await expect(other.remove).toBeFocused();
});

test('A note that is moved leaves the focus at the next one', async ({ event, eventPage }) => {
  const lost = (number: number) => noteEntry(event.id, { theme: 'no-such-theme', text: `lost ${number}`, number });
  await eventPage.store([lost(1), lost(2)]);
  await eventPage.open();
  const [one, other] = ['lost 1', 'lost 2'].map((text) => eventPage.myNotes.lostNote(text));
  await one.move.press('Enter');
  await expect(one.item).toHaveCount(0);
  await expect(other.move).toBeFocused();
});

test('A note that is pinned goes up with the focus', async ({ page, event, eventPage }) => {
  await eventPage.store(manyNotes(event.id, [eventPage.outline[0].id], 3));
  await eventPage.open();
  const note = eventPage.theme(0).note('Memo 0');
  await note.pinButton.press('Enter');
  await expect(note.unpinButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(note.pinButton).toBeFocused();
});

test('An alert that is dismissed leaves the focus on the page', async ({ page, event, eventPage }) => {
  await eventPage.store([noteEntry(event.id, { theme: 'no-such-theme', text: 'lost' })]);
  await eventPage.open();
  await eventPage.alert.getByRole('button', { name: 'Dismiss', exact: true }).press('Enter');
  await expect(eventPage.alert).toBeEmpty();
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('A press on nothing leads nowhere', async ({ page, eventPage }) => {
  await eventPage.open();
  const theme = eventPage.theme(0);
  await theme.summary.focus();
  await theme.body.click();
  // As long as it would take.
  await page.evaluate(() => new Promise((later) => requestAnimationFrame(() => setTimeout(() => setTimeout(later)))));
  await expect(page.locator(':focus').and(page.locator('a, button, summary'))).toHaveCount(0);
});

test('Whoever brings notes in is led from step to step, and back to the choice of a file', async ({ page, eventPage, baseURL }) => {
  await eventPage.open();
  await page.getByRole('button', { name: 'Import…', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Bring notes in', exact: true });
  const input = dialog.locator('input[type="file"]');
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  const choose = async (text: string) => {
    await input.focus();
    await input.setInputFiles({ name: 'notes.jsonld', mimeType: 'application/ld+json', buffer: Buffer.from(text) });
  };
  const annotation = { type: 'Annotation', id: 'urn:uuid:0b2f1a5e-0000-4000-8000-000000000000', body: { type: 'TextualBody', value: 'A thought' }, target: baseURL };
  const file = JSON.stringify([{ '@context': 'http://www.w3.org/ns/anno.jsonld', ...annotation }]);
  await choose('');
  await expect(dialog.getByRole('alert')).not.toBeEmpty();
  await expect(input).toBeFocused();
  await choose(file);
  await expect(dialog.locator('[tabindex="-1"]')).toBeFocused();
  await button('Choose another file').press('Enter');
  await expect(input).toBeFocused();
  await choose(file);
  await button('Bring them in').press('Enter');
  await expect(button('Close')).toBeFocused();
  await button('Undo').press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Taken back');
  await expect(button('Close')).toBeFocused();
});
