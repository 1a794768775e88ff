// Reads the files that `tests/events.rs` writes of real kinds of events, by programs that were not
// written here, and compares them with the event: `cargo test --features publishing --test events
// samples`, then `npm run readers` in `end2end/`. The event files themselves are read by taplo, as
// editors do.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';

import { wrongInLinkedData } from './linked-data.mjs';

const root = join(import.meta.dirname, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const samples = join(target, 'tmp/event-samples');
const packages = join(import.meta.dirname, '../node_modules');
// What these tests write themselves has a dot in its name.
const names = readdirSync(samples).filter((name) => !name.includes('.'));

const sample = (name, file) => readFileSync(join(samples, name, file), 'utf8');
const eventOf = (name) => JSON.parse(sample(name, 'event.json'));

test('all kinds of events are there', () => {
  assert.equal(names.length, 7);
});

for (const name of names) {
  suite(name, () => {
    test('a calendar shows each session at its time', () => checkCalendar(name));
    test('the data agree with their schema, and what is broken does not', () => checkData(name));
    for (const file of ['event.bib', 'event.ris', 'event.csl.json']) {
      test(`a reference manager reads ${file}`, () => checkCitation(name, file));
    }
  });
}

// The calendar.

/** The entries of a calendar, whose times are read by the zones that the file itself describes. */
function entriesOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry, { strictExceptions: true }));
}

/** A time of an event in milliseconds since 1970, by the database of time zones that Node has. */
function instant(local, zone) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const shown = (time) => format.format(time).replace(', ', 'T');
  const wanted = Date.parse(`${local}Z`);
  const quarters = Array.from({ length: 113 }, (_, index) => wanted + (index - 56) * 15 * 60_000);
  const found = quarters.find((time) => shown(time) === local);
  assert.ok(found !== undefined, `${local} in ${zone}`);
  return found;
}

function checkCalendar(name) {
  const event = eventOf(name);
  const entries = entriesOf(sample(name, 'event.ics'));
  const holds = new Set((event.sessions ?? []).map(({ within }) => within));
  const sessions = (event.sessions ?? []).filter(
    ({ id, kind, starts }) => starts && kind !== 'break' && !(id && holds.has(id)),
  );
  const expected = sessions.length > 0 ? sessions : [event];
  assert.equal(entries.length, expected.length);
  assert.equal(new Set(entries.map(({ uid }) => uid)).size, entries.length);
  for (const [index, { title, starts, ends, status }] of expected.entries()) {
    const entry = entries[index];
    assert.equal(entry.summary, title);
    const { component } = entry;
    const states = { cancelled: 'CANCELLED', postponed: 'TENTATIVE', moved: 'CONFIRMED' };
    assert.equal(component.getFirstPropertyValue('status'), states[status ?? event.status] ?? null, title);
    if (!starts.includes('T')) {
      assert.ok(entry.startDate.isDate, title);
      continue;
    }
    assert.equal(entry.startDate.toJSDate().getTime(), instant(starts, event.time_zone), title);
    const end = component.getFirstPropertyValue('dtend');
    assert.equal(end?.toJSDate().getTime() ?? null, ends ? instant(ends, event.time_zone) : null, title);
  }
  for (const { id, starts, kind, notes } of event.sessions ?? []) {
    if (!starts || !id || kind === 'break' || notes === false) continue;
    const [own, ...others] = entriesOf(sample(name, `session-${id}.ics`));
    assert.deepEqual(others, []);
    assert.equal(own.startDate.toJSDate().getTime(), instant(starts, event.time_zone), id);
  }
}

// The data.

function checkData(name) {
  const data = eventOf(name);
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const check = ajv.compile(JSON.parse(sample(name, data.$schema)));
  assert.ok(check(data), JSON.stringify(check.errors));
  const broken = {
    'a day that is none': (it) => (it.starts = '4 September 2014'),
    'no title': (it) => delete it.title,
    'a key that no event has': (it) => (it.colour = 'red'),
    'an id that is none': (it) => (it.people[0].id = 'Speaker One'),
    'an address that could run': (it) => (it.sources[0].url = 'javascript:alert(1)'),
    'a state that is none': (it) => (it.status = 'late'),
  };
  for (const [what, breakIt] of Object.entries(broken)) {
    const copy = structuredClone(data);
    breakIt(copy);
    assert.equal(check(copy), false, what);
  }
}

// Citations.

function checkCitation(name, file) {
  const event = eventOf(name);
  const [item, ...others] = new Cite(sample(name, file)).data;
  assert.deepEqual(others, []);
  // citation-js keeps capitals by marks, and writes straight quotation marks.
  const plain = (text) => text.replace(/<\/?span[^>]*>/g, '').replaceAll('’', "'");
  assert.equal(plain(item.title), plain(event.title));
  // RIS cannot say that a comma parts no family name from a given one; bibliographies write both in
  // the order in which they stood.
  const authors = (item.author ?? []).map(({ literal, given, family }) => literal ?? [family, given].filter(Boolean).join(', '));
  assert.deepEqual(authors, event.organizers.map((organizer) => organizer.name));
  assert.deepEqual(item.issued['date-parts'][0], event.starts.slice(0, 10).split('-').map(Number));
  assert.equal(item['event-place'] ?? item['publisher-place'], event.place ?? event.online);
  // This reader passes over the language in RIS.
  if (file !== 'event.ris') assert.equal(item.language, event.language);
  for (const [field, value] of Object.entries(item)) assert.notEqual(value, '', field);
}

// Linked data.

const wrong = {
  'a property that no event has': (it) => (it.colour = 'red'),
  'a property of something else': (it) => (it.performer = [{ '@type': 'Organization', honorificPrefix: 'Dr' }]),
  'a type that is none': (it) => (it.location = { '@type': 'LectureHall', name: 'Hall' }),
  'a state that is none': (it) => (it.eventStatus = 'https://schema.org/EventLate'),
  'a property of something else in a part': (it) => (it.subEvent = [{ '@type': 'Event', jobTitle: 'Chair' }]),
};

test('linked data are in the words of schema.org, and what is wrong is not', () => {
  const data = (name) => JSON.parse(sample(name, 'event.jsonld'));
  const broken = Object.entries(wrong).map(([what, breakIt]) => {
    const copy = data('forum-fr');
    breakIt(copy);
    return [what, 'Event', copy];
  });
  const good = names.map((name) => [name, 'Event', data(name)]);
  const errors = wrongInLinkedData(join(samples, 'linked-data.types'), [...good, ...broken]);
  for (const name of names) assert.deepEqual(errors.get(name), [], name);
  for (const what of Object.keys(wrong)) assert.notDeepEqual(errors.get(what), [], what);
});

// The event files, as editors check them while a host writes.

const schema = join(root, 'content/event-file.schema.json');

/** Which of the files taplo refuses. */
function refused(files, options = []) {
  const taplo = join(packages, '@taplo/cli/dist/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [taplo, 'lint', ...options, ...files], { encoding: 'utf8' });
  const found = files.filter((file) => stderr.includes(`invalid file error=schema validation failed path="${file}"`));
  assert.equal(status === 0, found.length === 0, stderr);
  return found;
}

test('an editor finds the schema that the first line of an event file names', () => {
  const name = readdirSync(join(root, 'content')).find((file) => file.endsWith('.toml'));
  const text = readFileSync(join(root, 'content', name), 'utf8');
  assert.match(text, /^#:schema \.\/event-file\.schema\.json\n/);
  const folder = join(samples, 'event-file.directive');
  mkdirSync(folder, { recursive: true });
  const [good, bad] = ['good.toml', 'bad.toml'].map((file) => join(folder, file));
  writeFileSync(join(folder, 'event-file.schema.json'), readFileSync(schema));
  writeFileSync(good, text);
  writeFileSync(bad, text.replace('\ntitle =', '\nname ='));
  assert.deepEqual(refused([good, bad]), [bad]);
});

test('an editor takes all kinds of events, and marks what the check would refuse', () => {
  const kinds = readdirSync(join(root, 'tests/events')).map((name) => join(root, 'tests/events', name));
  assert.equal(kinds.length, names.length - 1);
  const good = readFileSync(join(root, 'tests/events/side-event-2018.toml'), 'utf8');
  const folder = join(samples, 'event-file.broken');
  mkdirSync(folder, { recursive: true });
  const broken = Object.entries({
    'a key that no event has': `colour = "red"\n${good}`,
    'a key that no person has': good.replace('honorific =', 'honour ='),
    'no title': good.replace(/^title = .*$/m, ''),
    'a day that is none': good.replace('starts = "2018-09-25 16:00"', 'starts = "25 September 2018"'),
    'a state that is none': `status = "late"\n${good}`,
    'a text in place of a list': good.replace('cites = ["concept-note"]', 'cites = "concept-note"'),
  }).map(([what, text]) => {
    assert.notEqual(text, good, what);
    const file = join(folder, `${what.replaceAll(' ', '-')}.toml`);
    writeFileSync(file, text);
    return file;
  });
  assert.deepEqual(refused([...kinds, ...broken], ['--schema', pathToFileURL(schema).href]), broken);
});
