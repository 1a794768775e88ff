// Runs before anything is painted: hands what the reader chose on an earlier visit to the style, as data
// of the page, and finds out which language the interface is to speak.

// A keyboard on the screen makes the page lower, where the browser can be asked for that. Others complain
// of the word.
if (navigator.virtualKeyboard) {
  document.querySelector('meta[name="viewport"]').content += ', interactive-widget=resizes-content';
}

(({ words, languages, more }) => {
  const { lang, dataset } = document.documentElement;
  const settings = {};
  try {
    // Whoever has notes needs no hint on how to take them.
    const isNote = /^marginalia\/[^/]+\/note\//;
    for (let place = 0; place < localStorage.length; place += 1) {
      if (isNote.test(localStorage.key(place))) {
        dataset.hint = '';
        break;
      }
    }
    Object.assign(settings, JSON.parse(localStorage.getItem('marginalia/settings')));
    for (const name of ['colours', 'hint', 'shortcuts']) {
      if (typeof settings[name] === 'string') dataset[name] = settings[name];
    }
  } catch {
    // Without storage the page looks as it does on the first visit.
  }

  // As the reader chose, else as their browser asks for, else as the page was built.
  const primary = (tag) => `${tag}`.split('-')[0].toLowerCase();
  const built = primary(dataset.language ?? lang);
  const known = languages.split(' ');
  const language = [settings.language, ...(navigator.languages ?? [])].map(primary).find((it) => known.includes(it)) ?? built;

  const loading = {};
  const load = (stem) =>
    (loading[stem] ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = words.replace('words-*', `${stem}-${language}`);
      // In the order in which they are asked for, though they come at the same time.
      script.async = false;
      script.onload = resolve;
      script.onerror = (event) => {
        loading[stem] = undefined;
        reject(event);
      };
      document.head.append(script);
    }));
  let spoken;
  /** Brings the sentences of that language for a program: with those of the page itself where it speaks another
      one, and with those that only some programs say. They put themselves into the page, once. What failed is
      tried again at the next call. */
  globalThis.marginaliaWords = async (program) => {
    const withMore = more !== undefined || program === 'transfer';
    // In the page that is a single file all languages are there already.
    const inThisFile = globalThis.marginaliaLanguages;
    const isOther = language !== built;
    if (!inThisFile) await Promise.all([load('words'), (isOther || withMore) && load('page'), withMore && load('more')]);
    else if (!spoken) inThisFile[language]();
    if (!spoken) marginaliaSpeak(isOther, settings.language);
    spoken = true;
  };

  // The sentences that were built into the page are not seen until they speak the other language.
  if (language !== built) {
    dataset.waiting = '';
    const bring = () => marginaliaWords().catch(() => delete dataset.waiting);
    if (words) bring();
    else addEventListener('DOMContentLoaded', bring);
  }
})(document.currentScript.dataset);
