// Has the site kept for reading without a network, once the page is there and nobody waits for anything:
// by the worker (`src/early/worker.js`), whose address stands beside this script. Whatever goes wrong with
// that is nothing to the reader: the page is as good without it.
(async ({ dataset }) => {
  // Where the browser keeps nothing, to ask for storage fails here, before it complains of a worker.
  if (!location.protocol.startsWith('http') || !localStorage) return;
  // In a frame without an origin already to ask for it fails.
  const { serviceWorker } = navigator;
  // The worker has a newer publication of the site. A place that is to be read out is there before its text.
  serviceWorker.onmessage = () => {
    const place = document.getElementById('newer');
    place.hidden = false;
    place.setAttribute('role', 'status');
    setTimeout(() => place.append(place.firstChild.content), 200);
  };
  // Some browsers do not ask a worker for what a link downloads. So the page asks it.
  addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[download]');
    if (link?.protocol !== location.protocol || !serviceWorker.controller) return;
    event.preventDefault();
    // Outside of the page its click is nobody's.
    const copy = link.cloneNode();
    try {
      copy.href = URL.createObjectURL(await (await fetch(link)).blob());
      copy.download ||= link.pathname.split('/').pop();
    } catch {
      // Then the browser tells the reader what is wrong.
    }
    copy.click();
  });
  await new Promise((loaded) => addEventListener('load', loaded));
  await new Promise((idle) => (globalThis.requestIdleCallback ?? setTimeout)(idle));
  const registration = await serviceWorker.register(dataset.worker);
  // Whoever loads a page asks for a newer publication by that; this is for pages that stay open. What blocks
  // workers may hand out none.
  setInterval(() => registration?.update().catch(() => {}), 36e5);
})(document.currentScript).catch(() => {});
