// A plain static server for the built page: what any host would put in front of `dist/`.
//
//   node server.mjs [--port 8081] [--base /any/sub/path/] [--dir ../dist]
//
// It has no fallback page and knows nothing of the project: a file is sent or it is a 404, and
// nothing outside the base path exists, so that an absolute address in the page breaks visibly.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the build puts the page; the environment may name another folder. */
export const DIST = resolve(here, process.env.MARGINALIA_DIST ?? '../dist');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
};

/** What gets smaller by compression; pictures are compressed already. */
const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.wasm', '.webmanifest']);

const compressed = new Map();

/** Brotli at its best, as a host would do it once, ahead of time: once for each text, however many sites have it. */
export function brotli(body) {
  const key = createHash('sha256').update(body).digest('hex');
  if (!compressed.has(key)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    compressed.set(key, brotliCompressSync(body, { params }));
  }
  return compressed.get(key);
}

/** For `extra`: in the place of the page's worker one that does nothing. The page's own would answer in the
    place of the server, which a test holds up, refuses or watches. */
export const NO_WORKER = { 'sw.js': { type: TYPES['.js'], body: '// Nothing.' } };

/** All files below a folder, by their path with forward slashes. */
function filesBelow(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), path]));
}

/**
 * Answers for the files below `dir` at `base`.
 *
 * - `compress`: send brotli to whom accepts it. The files are then read and compressed up front,
 *   so that no request waits for the compression.
 * - `extra`: further files by path, each `{ type, body }`, for the benchmark's variants.
 * - `headers`: further headers of every answer, as this or that host sends them.
 */
export function createSite({ dir = DIST, base = '/', compress = false, extra = {}, headers = {} } = {}) {
  const prepared = new Map();
  const prepare = (path, type, body) => {
    const small = compress && COMPRESSIBLE.has(extname(path)) ? brotli(body) : null;
    prepared.set(path, { type, body, small });
  };
  if (compress) {
    for (const [path, file] of filesBelow(dir)) {
      prepare(path, TYPES[extname(path)] ?? 'application/octet-stream', readFileSync(file));
    }
  }
  for (const [path, { type, body }] of Object.entries(extra)) prepare(path, type, Buffer.from(body));

  const find = (path) => {
    if (prepared.has(path)) return prepared.get(path);
    const file = resolve(dir, path);
    // `..` and `%2e%2e` have been resolved by now: whatever leaves the folder does not exist.
    if (file !== dir && !file.startsWith(dir + sep)) return null;
    try {
      if (!statSync(file).isFile()) return null;
      return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file), small: null };
    } catch {
      return null;
    }
  };

  return createServer((request, response) => {
    const refuse = (status) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${status}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    let path;
    try {
      // The raw target, not `new URL(…)`, which would resolve `..` before it can be refused.
      path = decodeURIComponent(request.url.replace(/[?#].*$/s, ''));
    } catch {
      return refuse(400);
    }
    if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return refuse(400);
    if (!path.startsWith(base)) return refuse(404);
    path = path.slice(base.length);
    if (path === '' || path.endsWith('/')) path += 'index.html';
    const found = find(path);
    if (!found) return refuse(404);
    const accepts = /(^|[\s,])br\b/.test(request.headers['accept-encoding'] ?? '');
    const body = accepts && found.small ? found.small : found.body;
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': body.length,
      'cache-control': 'no-cache',
      ...headers,
      ...(found.small ? { vary: 'accept-encoding' } : {}),
      ...(body === found.small ? { 'content-encoding': 'br' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
}

/** Starts a site; port 0 takes any free one. Resolves to its address and how to stop it. */
export async function startSite({ port = 0, base = '/', ...options } = {}) {
  const server = createSite({ base, ...options });
  await new Promise((started, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', started);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** Fails with a next step when there is nothing to serve. */
export function requirePage(dir = DIST) {
  try {
    return readFileSync(join(dir, 'index.html'), 'utf8');
  } catch {
    throw new Error(`there is no page in \`${relative(process.cwd(), dir) || '.'}\`: run \`cargo xtask build\` first`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8081' },
      base: { type: 'string', default: '/' },
      dir: { type: 'string', default: DIST },
    },
  });
  const dir = resolve(values.dir);
  try {
    requirePage(dir);
    const base = `/${values.base}/`.replace(/\/+/g, '/');
    const site = await startSite({ port: Number(values.port), base, dir });
    console.log(`serving the built page at ${site.url}`);
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}
