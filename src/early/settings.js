// Runs before anything is painted: hands what the reader chose on an earlier visit to the style, as data
// of the page.

// A keyboard on the screen makes the page lower, where the browser can be asked for that. Others complain
// of the word.
if (navigator.virtualKeyboard) {
  document.querySelector('meta[name="viewport"]').content += ', interactive-widget=resizes-content';
}

try {
  const { dataset } = document.documentElement;
  // Whoever has notes needs no hint on how to take them.
  const isNote = /^marginalia\/[^/]+\/note\//;
  for (let place = 0; place < localStorage.length; place += 1) {
    if (isNote.test(localStorage.key(place))) {
      dataset.hint = '';
      break;
    }
  }
  const settings = JSON.parse(localStorage.getItem('marginalia/settings')) ?? {};
  for (const name of ['colours', 'hint', 'shortcuts']) {
    if (typeof settings[name] === 'string') dataset[name] = settings[name];
  }
} catch {
  // Without storage the page looks as it does on the first visit.
}
