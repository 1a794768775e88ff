// In each page while its host writes: loads it again once the site was made anew, and shows what is wrong
// with a file over the last good page.
(() => {
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

  async function follow() {
    let known = '';
    for (;;) {
      try {
        const response = await fetch(`/.marginalia/state?${known}`, { cache: 'no-store' });
        const { number, made, text } = await response.json();
        if (known !== '' && made !== follow.made) return location.reload();
        follow.made = made;
        known = number;
        show(text);
      } catch {
        // The program was ended, and may be started again.
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }
  follow();
})();
