// What a start page does by itself, right behind the list of its events: before that is painted, what is
// still to come by the reader's own date goes into a section of its own above the others. And once the page
// is there and nobody waits for anything, it brings the program by which events are found. The words stand
// in the page. Without all this the list reads as it is.
(({ program, wasm }) => {
  const upcoming = document.getElementById('upcoming');
  const list = upcoming.querySelector('ul');
  const title = document.getElementById('all-title');
  const all = title.textContent;
  // Each entry in the order of the page, and where it stands there.
  const homes = [...document.querySelectorAll('.start__event')].map((entry) => [entry, entry.parentNode]);
  let told;

  /** A day as the entries tell theirs, which are days of the calendar, wherever that is read. */
  const dayOf = (time) => new Date(time - time.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

  function arrange() {
    const today = dayOf(new Date());
    if (today === told) return;
    told = today;
    const focused = document.activeElement;
    for (const [entry, home] of homes) place(entry, home);
    const coming = homes.map(([entry]) => entry).filter(({ dataset }) => dataset.ends >= today);
    coming.sort((one, other) => one.dataset.starts.localeCompare(other.dataset.starts));
    for (const entry of coming) place(entry, list, markOf(entry.dataset, today));
    upcoming.hidden = !coming.length;
    title.textContent = coming.length ? title.dataset.past : all;
    // What is put elsewhere loses the focus.
    if (focused !== document.activeElement) focused.focus({ preventScroll: true });
  }

  /** Beside an event that is today. */
  function markOf({ starts, ends, off }, today) {
    if (starts > today || off === '') return;
    const mark = document.createElement('p');
    mark.className = 'start__mark';
    mark.textContent = upcoming.dataset[starts === ends ? 'today' : 'onNow'];
    return mark;
  }

  function place(entry, where, mark) {
    entry.querySelector('.start__mark')?.remove();
    if (mark) entry.prepend(mark);
    // No year stands above those that are still to come.
    const heading = entry.querySelector('h4');
    if (where === list) heading.setAttribute('aria-level', 3);
    else heading.removeAttribute('aria-level');
    where.append(entry);
  }

  arrange();
  // The page may stay open, or be kept, for days.
  for (const name of ['pageshow', 'visibilitychange']) addEventListener(name, arrange);

  async function bring() {
    const [module, response] = await Promise.all([import(program), fetch(wasm), marginaliaWords()]);
    await module.default({ module_or_path: response });
  }
  addEventListener('load', () => {
    // Some browsers never say that they are idle, in a frame of another origin for instance.
    if (program) (globalThis.requestIdleCallback ?? setTimeout)(() => bring().catch(() => {}), { timeout: 5000 });
  });
})(document.getElementById('start').dataset);
