// At a sub path the page is there alone: nothing of it is found at the root by luck.

import { expect, test } from '../fixtures';

test('The page at a sub path is found nowhere else', async ({ request, baseURL }) => {
  expect(new URL(baseURL!).pathname, 'this project has the page at a sub path').not.toBe('/');
  expect((await request.get(new URL('/', baseURL).href)).status()).toBe(404);
  expect((await request.get(new URL('/index.html', baseURL).href)).status()).toBe(404);
});
