// Words the page anew where it was built in another language than the reader's. It comes with the sentences that
// stand in pages (`src/publishing/words.rs`).

/* global LANGUAGE, DIRECTION, PRINT_NOTES, PRINT_DRAFT */
(() => {
  // An element in a sentence, `<a>…</a>`, with what stands before it.
  const ELEMENT = /<(\w+)>(.*?)<\/\1>/;

  // Of a day, as 2014-09-04.
  const DAY_LENGTH = 10;

  // Stands for the sign by which elements begin, in what a sentence is told, as in `src/messages/message.rs`.
  const IN_PLACE_OF_LESS_THAN = '\ue000';
  const hidden = (value) => (typeof value === 'string' ? value.replaceAll('<', IN_PLACE_OF_LESS_THAN) : value);
  const shown = (words) => words.replaceAll(IN_PLACE_OF_LESS_THAN, '<');

  /** Puts a sentence into an element. Elements in that keep their place in the sentence, and are found by the
      name that it has for them. */
  function put(element, sentence) {
    const [before, name, inside, ...after] = sentence.split(ELEMENT);
    if (!name) {
      element.textContent = shown(sentence);
      return;
    }
    const nodes = [shown(before)];
    for (let rest = [name, inside, ...after]; rest.length > 1; rest = rest.slice(3)) {
      const child = element.querySelector(`[data-l10n-name="${rest[0]}"]`);
      // What was built into the element stays where the sentence is handed nothing for it.
      const words = rest[1].replace(/[\u2068\u2069]/g, '');
      if (words) child.textContent = shown(words);
      nodes.push(child, shown(rest[2]));
    }
    element.replaceChildren(...nodes);
  }

  /** Words a part of the page anew that was built in another language. */
  function translate(part) {
    for (const element of part.querySelectorAll('[data-l10n-id], [data-l10n-attrs], [data-reader], template')) {
      const { l10nId, l10nAttrs, l10nArgs } = element.dataset;
      const told = JSON.parse(l10nArgs ?? '[]').map(hidden);
      if (l10nId) put(element, marginaliaMessage(l10nId, told));
      for (const pair of l10nAttrs?.split(' ') ?? []) {
        const [attribute, number] = pair.split(':');
        element.setAttribute(attribute, shown(marginaliaMessage(number, told)));
      }
      // The name of a part, or of a box in which the reader writes, says nothing of the language of what is in it.
      if (l10nId || 'reader' in element.dataset) {
        element.lang = LANGUAGE;
        element.dir = DIRECTION;
      }
      if (element.content) translate(element.content);
    }
    // Days are words of the page as well, whatever stands around them. Times of a day are the same in all languages.
    for (const time of part.querySelectorAll('time')) {
      const day = time.dateTime.length === DAY_LENGTH && marginaliaDay(time.dateTime, 'short' in time.dataset);
      if (!day) continue;
      time.textContent = day;
      time.lang = LANGUAGE;
      time.dir = DIRECTION;
    }
  }

  /** The words that stand in the style for paper. */
  function translateStyle() {
    const { documentElement } = document;
    documentElement.style.setProperty('--notes-word', JSON.stringify(PRINT_NOTES));
    documentElement.style.setProperty('--draft-word', JSON.stringify(PRINT_DRAFT));
  }

  globalThis.marginaliaTranslate = () => {
    translate(document);
    translateStyle();
  };
})();
