// The sentences of the interface as pages word them (`src/early/words.js`), of what the build made of `locales/`,
// beside what Fluent's own library says of the same files: `cargo test --test messages samples`, then
// `npm run readers` in `end2end/`.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';

import { FluentBundle, FluentResource } from '@fluent/bundle';

const root = join(import.meta.dirname, '../..');
const samples = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'tmp/message-samples');
const locales = join(root, 'locales');
const WORDS = readFileSync(join(root, 'src/early/words.js'), 'utf8');

// In the order of their numbers (`build/messages.rs`).
const PAGE = ['early', 'event', 'page'];
const MORE = ['all_notes', 'events', 'site', 'transfer'];
const files = readdirSync(join(locales, 'en')).filter((name) => name.endsWith('.ftl') && name !== 'publishing.ftl');
const rank = (name) => [PAGE, MORE].findIndex((list) => list.includes(name.slice(0, -4)));
const ordered = [-1, 0, 1].flatMap((wanted) => files.filter((name) => rank(name) === wanted));

/** The ids of all sentences, and what each is handed, in order. */
function sentences() {
  const all = [];
  let variables = [];
  for (const line of ordered.flatMap((name) => readFileSync(join(locales, 'en', name), 'utf8').split('\n'))) {
    const variable = /^# \$([\w-]+) \((Number|String)\) - /.exec(line);
    const id = /^([a-z][\w-]*) =/.exec(line)?.[1];
    if (variable) variables.push({ name: variable[1], isNumber: variable[2] === 'Number' });
    if (id) all.push({ id, variables });
    if (id || !line.startsWith('#')) variables = [];
  }
  return all;
}

const text = (language, name) => readFileSync(join(locales, language, name), 'utf8');
const COUNTS = [0, 1, 2, 3, 5, 10, 11, 21, 22, 99, 100, 101, 111, 1000, 12345];

/** All that a sentence may be handed, as far as it could matter: each count for one number beside each of few for
    the others. */
function* told(variables) {
  const numbers = variables.filter((it) => it.isNumber).length;
  const few = [0, 1, 2, 5];
  for (const count of numbers ? COUNTS : [0]) {
    for (const other of numbers > 1 ? few : [0]) {
      let seen = 0;
      yield variables.map(({ isNumber }, place) => (isNumber ? (seen++ ? other : count) : `“${place}” <b> UTC`));
    }
  }
}

for (const language of readdirSync(locales)) {
  test(`${language}: a page words each sentence as Fluent does`, () => {
    const resource = ordered.map((name) => text(language, name)).join('\n');
    const locale = /^page-locale = (.*)$/m.exec(resource)[1];
    const direction = new Intl.Locale(language).getTextInfo?.().direction ?? (language === 'ar' ? 'rtl' : 'ltr');
    const bundle = new FluentBundle(locale, { useIsolating: direction === 'rtl' });
    assert.deepEqual(bundle.addResource(new FluentResource(resource)), []);

    const all = sentences();
    const [first, ...others] = JSON.parse(readFileSync(join(samples, `${language}.json`), 'utf8'));
    assert.equal([first, ...others].flat().length, all.length);
    const constants = { LANGUAGE: language, LOCALE: locale, DIRECTION: direction, LANGUAGES: [], SENTENCES: [...first] };
    const sandbox = { Intl, navigator: { languages: [] }, document: { documentElement: { dataset: {}, lang: language } } };
    const context = vm.createContext(Object.assign(sandbox, constants));
    new vm.Script(WORDS).runInContext(context);
    let count = first.length;
    for (const list of others) {
      sandbox.marginaliaSentences(count, list);
      count += list.length;
    }

    for (const [number, { id, variables }] of all.entries()) {
      for (const values of told(variables)) {
        const named = Object.fromEntries(variables.map(({ name }, place) => [name, values[place]]));
        const expected = bundle.formatPattern(bundle.getMessage(id).value, named, []);
        const worded = sandbox.marginaliaMessage(number, values);
        // Fluent keeps apart what another sentence of the same language brings as well.
        const plain = (words) => words.replace(/[\u2068\u2069]/g, '');
        assert.equal(plain(worded), plain(expected), `${id} ${JSON.stringify(named)}`);
        if (direction === 'rtl') {
          for (const value of values.filter((it) => typeof it === 'string' && worded.includes(it))) assert.ok(worded.includes(`\u2068${value}\u2069`), worded);
        }
      }
    }
  });
}
