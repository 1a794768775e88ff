// No violation of any rule of axe-core, in every state that looks different.

import { expectNoViolation } from '../axe';
import { expect, test } from '../fixtures';
import { BringIn, TakeHome, Visit } from '../pages/take-home';
import { manyNotes, noteEntry } from '../records.mjs';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the page has no violation', async ({ page, eventPage }) => {
      await eventPage.open();
      await expectNoViolation(page);
    });

    test('the page has no violation with 50 notes', async ({ page, event, eventPage }) => {
      await eventPage.store(manyNotes(event.id, eventPage.outline.map((theme) => theme.id), 50));
      await eventPage.open();
      await eventPage.myNotes.saysTotal(50);
      await expectNoViolation(page);
    });

    test('the page has no violation while one searches', async ({ page, event, eventPage }) => {
      await eventPage.store(manyNotes(event.id, eventPage.outline.map((theme) => theme.id), 20));
      await eventPage.open();
      await eventPage.myNotes.search.fill('early');
      await expect(eventPage.myNotes.hits.first()).toBeVisible();
      await expectNoViolation(page);
    });

    test('the page has no violation while a note is edited', async ({ page, eventPage }) => {
      await eventPage.open();
      const theme = eventPage.theme(0);
      await theme.add('to be edited');
      await theme.onlyNote.edit();
      await expect(theme.editor).toBeFocused();
      await expectNoViolation(page);
    });

    test('the page has no violation while Undo is offered', async ({ page, eventPage }) => {
      await eventPage.open();
      await eventPage.theme(0).add('to be deleted');
      await eventPage.theme(0).onlyNote.delete();
      await expect(eventPage.undo).toBeVisible();
      await expectNoViolation(page);
    });

    test('the page has no violation while an alert is shown', async ({ page, event, eventPage }) => {
      const good = noteEntry(event.id, { theme: eventPage.outline[0].id, text: 'readable' });
      await eventPage.store([{ name: `${good.name.slice(0, -1)}f`, value: '{broken' }, good]);
      await eventPage.open();
      await expect(eventPage.alert).toBeVisible();
      await expectNoViolation(page);
    });

    test('the dialogs have no violation', async ({ page, eventPage }) => {
      await eventPage.open();
      await eventPage.theme(0).add('to be taken home');
      const home = new TakeHome(page);
      await home.openBy(page.getByRole('button', { name: 'Export…', exact: true }));
      const backup = await home.save('Backup (.ann)');
      await expectNoViolation(page);
      await home.close();
      await home.openBy(eventPage.theme(0).onlyNote.item.getByRole('button', { name: 'Share…' }));
      const link = await home.link.inputValue();
      await expectNoViolation(page);
      await home.close();
      const bringIn = await new BringIn(page).open();
      await expectNoViolation(page);
      await bringIn.choose({ name: 'empty.ann', text: '' });
      await expect(bringIn.alert).not.toBeEmpty();
      await expectNoViolation(page);
      await bringIn.choose(backup);
      await expect(bringIn.lines).toHaveCount(1);
      await expectNoViolation(page);
      await bringIn.close();
      await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
      await expect(new Visit(page).dialog).toBeVisible();
      await expectNoViolation(page);
    });

    test('the page has no violation with its themes closed', async ({ page, eventPage }) => {
      await eventPage.open();
      for (const theme of eventPage.themes) await theme.summary.click();
      await expect(eventPage.theme(6).body).toBeHidden();
      await expectNoViolation(page);
    });
  });
}

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every control that is shown has a name', async ({ page }) => {
    // axe-core itself needs JavaScript; names are what it would look at first.
    await page.goto('./');
    for (const role of ['button', 'link', 'textbox', 'searchbox', 'heading', 'region'] as const) {
      const all = await page.getByRole(role).count();
      await expect(page.getByRole(role, { name: /\S/ })).toHaveCount(all);
    }
  });
});

test('The page keeps still for a reader who asks for less motion', async ({ page, eventPage }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eventPage.open();
  const moving = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).scrollBehavior === 'smooth' || element.getAnimations().length > 0)
      .map((element) => element.localName),
  );
  expect(moving).toEqual([]);
});
