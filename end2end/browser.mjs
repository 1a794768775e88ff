// Which browser the tests, the benchmark, Lighthouse and the screens use, and how it is started.

/** The Chromium of the system; the environment may name another one. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What Chromium leaves out. The list takes the place of Playwright's own, so it holds what of that acts here. */
const DISABLED_FEATURES = [
  // Two pages lie ready behind the address bar of each new window, which nobody sees here: together they are a
  // quarter of all that the processor does in the tests.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

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
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
];
