// The built folder works wherever it is put: the two projects serve it at the root and at a sub
// path, and here it is also opened by its file name and with a query.

import { expect, test } from '../fixtures';

for (const address of ['./', './index.html', './?from=a-mail', './index.html?x=1#my-notes']) {
  test(`The page works when it is opened as ${address}`, async ({ page, event, eventPage }) => {
    await page.goto(address);
    await eventPage.takenOver();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
    await eventPage.theme(0).add('a note');
    await page.reload();
    await expect(eventPage.theme(0).onlyNote.item).toContainText('a note');
  });
}

test('The server has no fallback that would hide a missing file', async ({ request }) => {
  expect((await request.get('./')).status()).toBe(200);
  expect((await request.get('./no-such-page')).status()).toBe(404);
  expect((await request.get('./no-such-file.js')).status()).toBe(404);
});

test('Every file that the page loads has its right kind', async ({ page, eventPage }) => {
  const kinds = new Map<string, string>();
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname.split('/').pop()!;
    kinds.set(name.split('.').pop()!, response.headers()['content-type']);
  });
  await eventPage.open();
  expect(kinds.get('wasm')).toBe('application/wasm');
  expect(kinds.get('js')).toMatch(/^text\/javascript/);
});
