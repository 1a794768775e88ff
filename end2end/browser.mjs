// Which browser the tests, the benchmark, Lighthouse and the screens use, and how it is started.

/** The Chromium of the system; the environment may name another one. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Nothing that talks to the network on its own, and nothing that needs a graphics card. */
export const args = [
  // Containers of continuous integration offer no user namespaces to build a sandbox from; the
  // only page opened here is our own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
