// In each page while its host writes: loads it again once the site was made anew, and shows what is wrong
// with a file over the last good page.
(() => {
  /** The site that the page is of. */
  const own = Number(document.currentScript.dataset.made);

  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/.marginalia/reload.css';
  document.head.append(style);

  const report = document.createElement('section');
  report.className = 'marginalia-report';
  report.setAttribute('role', 'alert');

  /** Shows a report, or takes it away. */
  function show(text) {
    report.replaceChildren();
    if (!text) return report.remove();
    const heading = document.createElement('h2');
    heading.textContent = 'The page below is the last one that could be made.';
    const told = document.createElement('pre');
    told.textContent = text;
    report.append(heading, told);
    // Beside the body: how that lays out its parts is the page's own.
    document.body.before(report);
  }

  /** Settles once the page is looked at. */
  async function seen() {
    while (document.hidden) {
      await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
    }
  }

  /** What is shown, once it is something else than what is known, or after a while. */
  async function news(known) {
    // A browser has six connections to a server for all its tabs: those that nobody looks at take none.
    const waiting = new AbortController();
    const leave = () => document.hidden && waiting.abort();
    document.addEventListener('visibilitychange', leave);
    try {
      const response = await fetch(`/.marginalia/state?${known}`, { cache: 'no-store', signal: waiting.signal });
      return await response.json();
    } finally {
      document.removeEventListener('visibilitychange', leave);
    }
  }

  async function follow() {
    let known = '';
    for (;;) {
      await seen();
      try {
        const { number, made, text } = await news(known);
        if (made !== own) return location.reload();
        known = number;
        show(text);
      } catch {
        // The program was ended, and may be started again; or nobody looks at the page.
        if (!document.hidden) await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }
  follow();
})();
