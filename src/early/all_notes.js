// Brings the program of the page with the notes on all events, and the titles of the events, at once: the page
// has nothing else to show. The build puts it behind the place of the program, and the addresses beside it.
(async ({ dataset }) => {
  // Without the titles the notes stand under their ids.
  const titles = async () => {
    const answer = await fetch(dataset.events, { signal: AbortSignal.timeout?.(1e4) });
    if (answer.ok) return answer.text();
  };
  const [events, program, wasm] = await Promise.all([
    titles().catch(() => {}),
    import(dataset.program),
    fetch(dataset.wasm),
    marginaliaWords(),
  ]);
  await program.default({ module_or_path: wasm });
  program.begin(events);
})(document.currentScript).catch((reason) => {
  console.error(reason);
  // The place is there before its text, so that it is read out.
  const place = document.getElementById('all-notes-trouble');
  place.hidden = false;
  place.append(place.firstChild.content);
});
