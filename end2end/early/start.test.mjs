// What a start page does before it is painted: what is still to come by the reader's own date stands above
// the others, each time the page is looked at on another day.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, mock, test } from 'node:test';
import vm from 'node:vm';

import { Window } from 'happy-dom';

const SCRIPT = readFileSync(new URL('../../src/early/start.js', import.meta.url), 'utf8').replace(/\bimport\(/, 'importModule(');

const entry = (id, starts, ends = starts, data = '') =>
  `<li class="start__event" data-starts="${starts}" data-ends="${ends}" ${data}><h4><a href="./${id}/">${id}</a></h4></li>`;

const HTML = `<html><body>
  <section id="upcoming" hidden data-today="Today" data-on-now="On now"><h2>Upcoming events</h2><ul></ul></section>
  <section><h2 id="all-title" data-past="Past events">All events</h2>
    <section><h3>2027</h3><ul>${entry('far', '2027-01-01')}</ul></section>
    <section><h3>2026</h3><ul>
      ${entry('off', '2026-06-10', '2026-06-20', 'data-off=""')}
      ${entry('day', '2026-06-15')}
      ${entry('days', '2026-06-14', '2026-06-16')}
      ${entry('early', '2026-01-31')}
    </ul></section>
  </section>
  <script type="text/plain" id="start" data-program="./events-1.js" data-wasm="./events-1_bg.wasm"></script>
</body></html>`;

/** Opens the page at a moment of the reader's clock. */
function open(now) {
  mock.timers.enable({ apis: ['Date'], now: new Date(now).getTime() });
  const window = new Window({ url: 'https://host.example/', settings: { errorCapture: 'disabled' } });
  const { document } = window;
  document.write(HTML);
  const imported = [];
  const fetched = [];
  const idle = [];
  const sandbox = {
    document,
    Date,
    addEventListener: window.addEventListener.bind(window),
    requestIdleCallback: (call, { timeout }) => idle.push({ call, timeout }),
    fetch: async (address) => fetched.push(address),
    marginaliaWords: async () => {},
    importModule: async (address) => {
      imported.push(address);
      throw new TypeError('Failed to fetch');
    },
  };
  new vm.Script(SCRIPT, { filename: 'start.js' }).runInContext(vm.createContext(sandbox));
  const upcoming = document.getElementById('upcoming');
  const ids = (within) => [...within.querySelectorAll('a')].map((link) => link.textContent);
  const mark = (item) => item.querySelector('.start__mark')?.textContent;
  return {
    window,
    document,
    imported,
    fetched,
    idle,
    link: (id) => document.querySelector(`a[href="./${id}/"]`),
    heading: () => document.getElementById('all-title').textContent,
    isUpcomingShown: () => !upcoming.hidden,
    upcoming: () => ids(upcoming),
    past: () => ids(document.getElementById('all-title').parentNode),
    marks: () => Object.fromEntries([...document.querySelectorAll('li')].filter(mark).map((item) => [ids(item)[0], mark(item)])),
    levels: () => [...upcoming.querySelectorAll('h4')].map((heading) => heading.getAttribute('aria-level')),
  };
}

afterEach(() => mock.timers.reset());

const ALL = ['far', 'off', 'day', 'days', 'early'];

for (const [now, upcoming, marks] of [
  ['2026-01-30T12:00', ['early', 'off', 'days', 'day', 'far'], {}],
  ['2026-01-31T00:00', ['early', 'off', 'days', 'day', 'far'], { early: 'Today' }],
  ['2026-01-31T23:59', ['early', 'off', 'days', 'day', 'far'], { early: 'Today' }],
  ['2026-02-01T00:00', ['off', 'days', 'day', 'far'], {}],
  // What is not held is not on.
  ['2026-06-13T12:00', ['off', 'days', 'day', 'far'], {}],
  ['2026-06-14T12:00', ['off', 'days', 'day', 'far'], { days: 'On now' }],
  ['2026-06-15T12:00', ['off', 'days', 'day', 'far'], { days: 'On now', day: 'Today' }],
  // The last of several days.
  ['2026-06-16T23:59', ['off', 'days', 'far'], { days: 'On now' }],
  ['2026-06-17T00:00', ['off', 'far'], {}],
  ['2026-12-31T12:00', ['far'], {}],
  ['2027-01-01T12:00', ['far'], { far: 'Today' }],
  ['2027-01-02T12:00', [], {}],
]) {
  test(`At ${now} these are upcoming: ${upcoming.join(', ') || 'none'}`, () => {
    const page = open(now);
    assert.deepEqual(page.upcoming(), upcoming);
    // The others stay in the order of the page.
    assert.deepEqual(page.past(), ALL.filter((id) => !upcoming.includes(id)));
    assert.deepEqual(page.marks(), marks);
    assert.equal(page.isUpcomingShown(), upcoming.length > 0);
    assert.equal(page.heading(), upcoming.length > 0 ? 'Past events' : 'All events');
    assert.deepEqual(page.levels(), upcoming.map(() => '3'));
  });
}

test('The date is the reader’s own, wherever in the world they are', () => {
  const before = process.env.TZ;
  try {
    for (const [zone, moment, isUpcoming] of [
      ['Pacific/Kiritimati', '2026-01-31T09:59Z', true],
      ['Pacific/Kiritimati', '2026-01-31T10:00Z', false],
      ['America/Los_Angeles', '2026-02-01T07:59Z', true],
      ['America/Los_Angeles', '2026-02-01T08:00Z', false],
      ['Asia/Kolkata', '2026-01-31T18:29Z', true],
      ['Asia/Kolkata', '2026-01-31T18:30Z', false],
    ]) {
      process.env.TZ = zone;
      assert.equal(open(moment).upcoming().includes('early'), isUpcoming, `${zone} ${moment}`);
      mock.timers.reset();
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

for (const event of ['pageshow', 'visibilitychange']) {
  test(`A page that was kept until another day is right at “${event}”, and the focus stays where it was`, () => {
    const page = open('2026-06-14T12:00');
    page.link('day').focus();
    for (const [now, upcoming] of [
      ['2026-06-14T22:00', ['off', 'days', 'day', 'far']],
      ['2026-06-15T00:01', ['off', 'days', 'day', 'far']],
      ['2026-06-16T00:01', ['off', 'days', 'far']],
      ['2027-01-02T00:01', []],
    ]) {
      mock.timers.setTime(new Date(now).getTime());
      page.window.dispatchEvent(new page.window.Event(event));
      assert.deepEqual(page.upcoming(), upcoming, now);
      assert.equal(page.document.activeElement, page.link('day'), now);
    }
    assert.deepEqual(page.past(), ALL);
    assert.deepEqual(page.marks(), {});
    assert.equal(page.document.querySelectorAll('[aria-level]').length, 0);
    assert.equal(page.heading(), 'All events');
  });
}

test('The program comes once the page is there and idle, and the page stays silent where it does not', async () => {
  const page = open('2026-06-14T12:00');
  assert.equal(page.idle.length, 0);
  page.window.dispatchEvent(new page.window.Event('load'));
  const [{ call, timeout }] = page.idle;
  assert.equal(timeout, 5000);
  assert.deepEqual(page.imported, []);
  await call();
  assert.deepEqual([page.imported, page.fetched], [['./events-1.js'], ['./events-1_bg.wasm']]);
});
