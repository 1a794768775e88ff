// The page on a server of its own, which can keep files waiting, refuse them, and has a second page.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

import { NO_WORKER, createSite } from '../server.mjs';

const NEIGHBOUR =
  '<!doctype html><html lang="en"><title>A neighbour</title><link rel="icon" href="data:,"><p>Another page of this site.';

export interface Site {
  url: string;
  /** Keeps whoever asks for such files waiting, until `release`. */
  hold(pattern: RegExp): void;
  release(): void;
  /** Has no such files, until `release`. */
  refuse(pattern: RegExp): void;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const server = createSite({ extra: { ...NO_WORKER, 'neighbour.html': { type: 'text/html', body: NEIGHBOUR } } });
  const [answer] = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  let held: RegExp | null = null;
  let refused: RegExp | null = null;
  let waiting: (() => void)[] = [];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url!;
    if (refused?.test(path)) response.writeHead(404).end();
    else if (held?.test(path)) waiting.push(() => answer(request, response));
    else answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hold: (pattern) => (held = pattern),
    refuse: (pattern) => (refused = pattern),
    release: () => {
      held = refused = null;
      for (const go of waiting.splice(0)) go();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
