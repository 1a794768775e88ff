// The service worker: keeps the whole site in the browser, so that it can be read and written in without a
// network. It stands in the root of the site as `sw.js`, behind `self.publication`, which the build puts
// before it (`src/publishing/offline.rs`): the id of this publication, and each of its files with the
// SHA-256 of what it holds. So every publication has another worker, and browsers find that there is a new
// one by comparing the bytes of `sw.js`.
//
// A publication counts once all of it is here and is what the list says; until then the older one stays, and
// the next load of a page tries again. From then on each load of a page brings the new one. Pages that are
// open stay with the publication that they came from, and with its files, until they are closed: which page
// came from where is written down. Nothing here loads a page anew, and nothing touches what readers wrote.
//
// A publication without a list is the host's word that there is to be no worker: this one then leaves pages
// to the network, and goes as soon as no open page needs its files.

(() => {
  const { id, files: list } = self.publication;
  const files = new Map(Object.entries(list ?? {}));
  const root = registration.scope;
  const rootPath = new URL(root).pathname;

  // Several sites may share an origin, and with it all names of caches. No address holds a space.
  const ours = `marginalia ${root} `;
  const cacheOf = (publication) => ours + publication;
  const own = cacheOf(id);
  // From which publication each page came, by the browser's id of the page.
  const PAGES = `${ours}pages`;
  const pages = new Map();
  // A page that came from the network as it is there now, which is not what the list says.
  const FROM_NETWORK = 'network';
  // The last entry of a publication, by which it is whole: its list, and the caches that were there before.
  const WHOLE = `${root}?whole`;
  // A file of such a name never holds anything else, whichever publication it is of.
  const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;
  const AT_ONCE = 3;

  /** The path of a file in the site; `undefined` for what is not of this site. */
  function pathOf(address) {
    if (!address.startsWith(root)) return;
    try {
      const path = decodeURIComponent(new URL(address).pathname.slice(rootPath.length));
      return path.replace(/(^|\/)$/, '$1index.html');
    } catch {
      // It is no path: `%` may stand for itself.
    }
  }

  /** The address under which a file is kept. What follows a `?` is not a part of it. */
  const keyOf = (path) => root + path.split('/').map(encodeURIComponent).join('/');

  /** The address by which a file is asked for: many servers lead from `index.html` to its folder. */
  const addressOf = (path) => keyOf(path).replace(/\/index\.html$/, '/');

  /** Our caches of publications, by their names. */
  const publications = async () => (await caches.keys()).filter((name) => name.startsWith(ours) && name !== PAGES);

  /** What is known of a publication that is whole; `undefined` of another. */
  const wholeOf = async (name) => (await caches.match(WHOLE, { cacheName: name }))?.json();

  // ---- A new publication

  async function install() {
    if (list) {
      try {
        await bring();
      } catch (error) {
        // What has come is there for the next try, unless the browser has no room for it.
        if (error.name === 'QuotaExceededError') await caches.delete(own);
        throw error;
      }
    }
    // The worker of the older publication is not waited for: this one has its files as well.
    await self.skipWaiting();
  }

  /** Brings the whole publication. */
  async function bring() {
    const cache = await caches.open(own);
    const before = (await publications()).filter((name) => name !== own);
    const visited = await takeOver(cache, before);
    const here = new Set(await pathsIn(cache));
    let missing = [...files.keys()].filter((path) => !here.has(path));
    if (navigator.connection?.saveData) {
      // Only what was visited: what the browser still has by itself, and what visited files have become.
      const isVisited = (path) => visited.has(unhashed(path));
      for (const path of missing.filter((it) => !isVisited(it))) await loadFrom(path, 'only-if-cached', cache).catch(() => {});
      missing = missing.filter(isVisited);
    }
    // Many events have some file in common.
    const twinKey = (path) => files.get(path) + path.replace(/.*\./, '.');
    const twins = new Map();
    const next = async () => {
      for (let path = missing.shift(); path !== undefined; path = missing.shift()) {
        const twin = twins.get(twinKey(path));
        if (twin) await cache.put(keyOf(path), await cache.match(keyOf(twin)));
        else await load(path, cache);
        twins.set(twinKey(path), path);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, next));
    } finally {
      // One that failed: there is no use in the others.
      missing = [];
    }
    await cache.put(WHOLE, new Response(JSON.stringify({ list, before })));
  }

  /** The paths of the files in a cache. */
  async function pathsIn(cache) {
    const addresses = (await cache.keys()).map(({ url }) => url);
    return addresses.filter((url) => url !== WHOLE).map(pathOf);
  }

  const unhashed = (path) => path.replace(/-[0-9a-f]{16}/, '');

  /** Takes over what an older publication has and this one has unchanged. Returns the names, without hashes,
      of all that older ones have. */
  async function takeOver(cache, before) {
    const names = new Set();
    for (const name of before) {
      const older = await wholeOf(name);
      if (!older) continue;
      const from = await caches.open(name);
      for (const path of await pathsIn(from)) {
        names.add(unhashed(path));
        if (!files.has(path) || older.list[path] !== files.get(path)) continue;
        const response = (await cache.match(keyOf(path))) ? null : await from.match(keyOf(path));
        if (response) await cache.put(keyOf(path), response);
      }
    }
    return names;
  }

  /** Loads a file into the cache. Fails where the server has another one than the list says. */
  async function load(path, cache) {
    // What the browser or somebody on the way has kept may be of an older publication.
    const isThere = (await loadFrom(path, 'default', cache)) || (await loadFrom(path, 'reload', cache));
    if (!isThere) throw new Error(`${path} is not there as it was published`);
  }

  async function loadFrom(path, kept, cache) {
    const response = await fetch(addressOf(path), { cache: kept, mode: 'same-origin', priority: 'low' });
    return keep(path, response, cache);
  }

  /** Keeps an answer, where it is the file that the list names. Tells whether it is. */
  async function keep(path, response, cache) {
    if (!response.ok) return false;
    const body = await response.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
    if (btoa(String.fromCharCode(...hash)) !== files.get(path)) return false;
    const headers = new Headers(response.headers);
    // They tell how the bytes were sent, which are unpacked here.
    for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
    await cache.put(keyOf(path), new Response(body, { headers }));
    return true;
  }

  async function activate() {
    let isFirst = Boolean(list);
    for (const name of await publications()) {
      if (name === own) continue;
      if (await wholeOf(name)) isFirst = false;
      // What was begun and is not wanted any more.
      else if (!registration.installing) await caches.delete(name);
    }
    for (const page of await openPages()) {
      const publication = await publicationOf(page.id);
      if (isFirst) await remember(page.id, id);
      else if (isOlder(publication)) page.postMessage('newer');
    }
    // The page of the first visit has no worker yet. Later ones are left as they are: who loads a page past
    // the worker wants it from the network.
    if (isFirst) await self.clients.claim();
    if (!list) await tidy();
  }

  // ---- Which page came from which publication

  async function openPages() {
    const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    return all.filter(({ url }) => url.startsWith(root));
  }

  const isOlder = (publication) => publication !== undefined && publication !== id && publication !== FROM_NETWORK;

  async function remember(page, publication) {
    pages.set(page, publication);
    const cache = await caches.open(PAGES);
    await cache.put(`${root}?${page}`, new Response(publication));
  }

  async function publicationOf(page) {
    if (!pages.has(page)) {
      const found = await caches.match(`${root}?${page}`, { cacheName: PAGES });
      if (!found) return;
      pages.set(page, await found.text());
    }
    return pages.get(page);
  }

  let isTidy = false;

  /** Lets older publications go that no open page needs. */
  async function tidy() {
    // One that is just coming takes over what is unchanged.
    if (isTidy || registration.installing || registration.waiting) return;
    // Never one that came after this.
    const before = list ? new Set((await wholeOf(own))?.before) : null;
    const older = (await publications()).filter((name) => before?.has(name) ?? true);
    const open = new Set((await openPages()).map((page) => page.id));
    const needed = new Set();
    const cache = await caches.open(PAGES);
    for (const { url } of await cache.keys()) {
      const page = new URL(url).search.slice(1);
      const publication = await publicationOf(page);
      if (open.has(page)) needed.add(cacheOf(publication));
      // One of this publication may be on its way.
      else if (publication !== id) await cache.delete(url);
    }
    const gone = older.filter((name) => name !== own && !needed.has(name));
    for (const name of gone) await caches.delete(name);
    isTidy = gone.length === older.length;
    if (isTidy && !list) {
      await caches.delete(PAGES);
      await registration.unregister();
    }
  }

  // ---- Answers

  /** A page: of this publication. */
  async function answerPage({ request, resultingClientId }, path) {
    const kept = await caches.match(keyOf(path), { cacheName: own });
    const { response, isOurs } = kept ? { response: kept, isOurs: true } : await bringAnswer(request, path);
    // Before the page can ask for anything.
    await remember(resultingClientId, isOurs ? id : FROM_NETWORK);
    return response;
  }

  /** What a page asks for: of the publication that the page is of. */
  async function answerPart({ request, clientId }, path) {
    const publication = await publicationOf(clientId);
    const find = (name) => caches.match(keyOf(path), { cacheName: name });
    if (publication === FROM_NETWORK) return fetch(request);
    if (isOlder(publication)) {
      // Told again where it was on its way when this worker began; the page says it once.
      (await self.clients.get(clientId))?.postMessage('newer');
      return (await find(cacheOf(publication))) ?? fetch(request);
    }
    if (files.has(path)) return (await find(own)) ?? (await bringAnswer(request, path)).response;
    if (publication === undefined && HASHED.test(path)) {
      for (const name of await publications()) {
        const found = await find(name);
        if (found) return found;
      }
    }
    return fetch(request);
  }

  /** Asks the network for a file of this publication, and keeps it: it was not visited before, or the browser
      has let it go. */
  async function bringAnswer(request, path) {
    const response = await fetch(request);
    const isOurs = await keep(path, response.clone(), await caches.open(own)).catch(() => false);
    return { response, isOurs };
  }

  addEventListener('install', (event) => event.waitUntil(install()));
  addEventListener('activate', (event) => event.waitUntil(activate()));
  addEventListener('fetch', (event) => {
    const { request } = event;
    const path = pathOf(request.url);
    // Of a part of a file no list knows the hash.
    if (request.method !== 'GET' || request.headers.has('range') || path === undefined) return;
    if (request.mode !== 'navigate') {
      const answer = answerPart(event, path);
      event.respondWith(answer);
      event.waitUntil(answer.then(tidy, tidy).catch(() => {}));
    } else if (files.has(path)) {
      event.respondWith(answerPage(event, path));
    } else if (files.has(`${path}/index.html`)) {
      const address = new URL(request.url);
      address.pathname += '/';
      event.respondWith(Response.redirect(address));
    }
  });
})();
