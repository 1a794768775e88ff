// Publications of a site, as a host puts them on a server one after the other: each is what the build made,
// with changes, and a worker whose list fits them.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';

import { createSite, DIST } from './server.mjs';

/** The page of one event. */
export const ONE_EVENT = DIST;
/** A start page, and the events of `tests/events` in folders. */
export const SEVERAL_EVENTS = join(DIST, 'several');

const PROGRAMS = /\b(all_notes|events|marginalia|markdown|programme|transfer)-[0-9a-f]{16}/g;
const HASH = /-[0-9a-f]{16}/;

/** A folder on a server into which a host puts publications. */
export class Host {
  readonly #folder: string;
  #server: Server | null = null;
  #port = 0;
  /** The paths that were asked for. */
  asked: string[] = [];

  constructor(
    folder: string,
    readonly base: string,
  ) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.base}`;
  }

  async start(): Promise<void> {
    this.#server = createSite({ dir: this.#folder, base: this.base });
    this.#server!.prependListener('request', ({ url }: IncomingMessage) => this.asked.push(url!.slice(this.base.length)));
    this.#server!.listen(this.#port, '127.0.0.1');
    await once(this.#server!, 'listening');
    this.#port = (this.#server!.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    if (!this.#server) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    this.#server = null;
  }

  /** Puts a site there as it was built, in the place of what is there. */
  publish(site: string, folder = ''): void {
    const place = join(this.#folder, folder);
    mkdirSync(place, { recursive: true });
    for (const path of this.files(folder).filter((it) => it !== 'sw.js')) rmSync(join(place, path));
    const listed = Object.keys(listOf(readFileSync(join(site, 'sw.js'), 'utf8')).files);
    for (const path of [...listed, 'sw.js']) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      cpSync(join(site, path), join(place, path));
    }
  }

  /** Publishes anew: other words for the event's title, and programs of other names. */
  publishAnew(title: string, digit: string, folder = ''): void {
    const hash = `-${digit.repeat(16)}`;
    for (const path of this.files(folder)) {
      const place = join(this.#folder, folder, path);
      if (path.endsWith('index.html')) {
        const page = readFileSync(place, 'utf8').replace(PROGRAMS, `$1${hash}`);
        writeFileSync(place, page.replace(/(<h1[^>]*>)[^<]*/, `$1${title}`));
      } else if (new RegExp(PROGRAMS.source).test(path)) {
        renameSync(place, join(dirname(place), basename(place).replace(HASH, hash)));
      }
    }
    this.listAnew(folder);
  }

  /** Changes a file, without telling the list of it. */
  write(path: string, content: string | Buffer): void {
    writeFileSync(join(this.#folder, path), content);
  }

  read(path: string): Buffer {
    return readFileSync(join(this.#folder, path));
  }

  /** Makes the list of the worker fit what is there, as the build does. */
  listAnew(folder = ''): void {
    const place = join(this.#folder, folder);
    const worker = readFileSync(join(place, 'sw.js'), 'utf8');
    const paths = this.files(folder).filter((path) => path !== 'sw.js');
    const files = Object.fromEntries(
      paths.sort().map((path) => [path, createHash('sha256').update(readFileSync(join(place, path))).digest('base64')]),
    );
    const id = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
    writeFileSync(join(place, 'sw.js'), `self.publication={id:"${id}",files:${JSON.stringify(files)}};\n${script(worker)}`);
  }

  /** Turns off that browsers keep the site: its pages register no worker, and the worker is one that leaves. */
  turnOff(folder = ''): void {
    const place = join(this.#folder, folder);
    for (const path of this.files(folder).filter((it) => it.endsWith('index.html'))) {
      const page = readFileSync(join(place, path), 'utf8');
      writeFileSync(join(place, path), page.replace(/<script data-worker.*?<\/script>/s, '').replace(/<link rel="manifest"[^>]*>/, ''));
    }
    rmSync(join(place, 'manifest.webmanifest'));
    const worker = readFileSync(join(place, 'sw.js'), 'utf8');
    writeFileSync(join(place, 'sw.js'), `self.publication={id:"none"};\n${script(worker)}`);
  }

  files(folder = ''): string[] {
    const place = join(this.#folder, folder);
    const names = readdirSync(place, { recursive: true }) as string[];
    return names.map((name) => name.replaceAll('\\', '/')).filter((name) => statSync(join(place, name)).isFile());
  }
}

/** What the worker does, behind its list. */
const script = (worker: string) => worker.slice(worker.indexOf('\n') + 1);

/** The list of a worker. */
export function listOf(worker: string): { id: string; files: Record<string, string> } {
  const [, id, files] = worker.match(/^self\.publication=\{id:"(\w+)",files:(.*)\};$/m)!;
  return { id, files: JSON.parse(files) };
}
