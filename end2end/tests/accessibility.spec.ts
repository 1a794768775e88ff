// No violation of any rule of axe-core, in every state that looks different.

import type { Page } from '@playwright/test';

import { expectNoViolation } from '../axe';
import { expect, test } from '../fixtures';
import { Sheet } from '../pages/annotating';
import { BringIn, TakeHome, Visit } from '../pages/transfer';
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

interface Look {
  name: string;
  media: Parameters<Page['emulateMedia']>[0];
  colours: string;
  leftOut: string[];
}

// By choice, by the system's setting, and in colours of the system alone. What is the same in all
// colours was looked at above.
for (const { name, media, colours, leftOut } of [
  { name: 'In high contrast by choice', media: {}, colours: 'contrast', leftOut: [] },
  { name: 'Where more contrast is asked for', media: { contrast: 'more' }, colours: '', leftOut: [] },
  // These are the reader's own, and axe-core does not see them.
  { name: 'In forced colours', media: { forcedColors: 'active', colorScheme: 'dark' }, colours: '', leftOut: ['color-contrast'] },
] satisfies Look[]) {
  test(`${name}, no state has a violation`, async ({ page, event, eventPage, isMobile }) => {
    test.slow();
    await page.emulateMedia(media);
    const notes = manyNotes(event.id, eventPage.outline.map((theme) => theme.id), 20);
    const broken = { name: `${notes[0].name.slice(0, -1)}f`, value: '{broken' };
    await eventPage.store([...notes, broken, { name: 'marginalia/settings', value: JSON.stringify({ colours }) }]);
    await eventPage.open();
    await expect(eventPage.alert).toBeVisible();
      const theme = eventPage.theme(0);
    await theme.notes.first().getByRole('button', { name: 'Edit note' }).click();
    await expect(theme.editor).toBeFocused();
    // The press beside it closes the sheet.
    if (isMobile) await new Sheet(theme).isOpen();
    await expectNoViolation(page, leftOut);
    await eventPage.theme(1).summary.click();
    await expectNoViolation(page, leftOut);
    await theme.done.click();
    await theme.notes.first().getByRole('button', { name: 'Delete note' }).click();
    await expect(eventPage.undo).toBeVisible();
    await eventPage.myNotes.search.fill('early');
    await expect(eventPage.myNotes.hits.first()).toBeVisible();
    await expectNoViolation(page, leftOut);
    const home = new TakeHome(page);
    await home.openBy(page.getByRole('button', { name: 'Export…', exact: true }));
    await expectNoViolation(page, leftOut);
    await home.close();
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

declare global {
  interface Window {
    /** What has begun to move since the page was opened, by its class. */
    begun: string[];
  }
}

/** Takes down whatever begins to move. */
async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.begun = [];
    for (const type of ['transitionrun', 'animationstart']) {
      addEventListener(type, ({ target }) => window.begun.push((target as Element).getAttribute('class') ?? ''));
    }
  });
}

/** Once all that was to begin has begun. */
const begun = (page: Page) =>
  page.evaluate(async () => {
    for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
    return window.begun;
  });

test('A note slides into place when it is added, and at no other time', async ({ page, eventPage }) => {
  await watchMotion(page);
  await eventPage.store([noteEntry(eventPage.event.id, { theme: eventPage.outline[0].id, text: 'an old one' })]);
  await eventPage.open();
  const theme = eventPage.theme(0);
  await expect(theme.notes).toHaveCount(1);
  await theme.newNote.focus();
  expect(await begun(page)).not.toContain('note');
  await theme.add('a new one');
  await expect.poll(() => begun(page)).toContain('note');
  const { box, button } = { box: (await theme.newNote.boundingBox())!, button: (await theme.addNote.boundingBox())! };
  await theme.add('and another');
  expect(await theme.newNote.boundingBox(), 'what the reader points at stays').toEqual(box);
  expect(await theme.addNote.boundingBox()).toEqual(button);
});

test('The page keeps still for a reader who asks for less motion', async ({ page, eventPage }) => {
  await watchMotion(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eventPage.open();
  await eventPage.theme(0).add('a note');
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  await eventPage.theme(0).summary.click();
  // What is told goes from one moment to the next.
  expect((await begun(page)).filter((name) => !name.startsWith('notices__status'))).toEqual([]);
  const steps = await eventPage.status.evaluate((status) => getComputedStyle(status).animationTimingFunction);
  expect(steps).toMatch(/^(step-end|steps\(1(, end)?\))$/);
  const smooth = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).scrollBehavior === 'smooth')
      .map((element) => element.localName),
  );
  expect(smooth).toEqual([]);
});
