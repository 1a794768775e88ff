// Reads the sites that `tests/site.rs` writes, by programs that were not written here: `cargo test
// --features ssr --test site samples`, then `npm run readers` in `end2end/`. Each program is shown
// something broken as well, so that its silence means something.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';

import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { parseAtomFeed } from 'feedsmith';
import robotsParser from 'robots-parser';
import { validateXML } from 'xmllint-wasm';

import { wrongInLinkedData } from './linked-data.mjs';

const root = join(import.meta.dirname, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const samples = join(target, 'tmp/site-samples');
const packages = join(import.meta.dirname, '../node_modules');
const sites = ['several', 'without-address', 'one'];
/** How many events each site has. */
const events = { several: 7, 'without-address': 7, one: 1, large: 207 };

const read = (site, file) => readFileSync(join(samples, site, file), 'utf8');
const filesOf = (site) => readdirSync(join(samples, site), { recursive: true }).map((file) => file.replaceAll('\\', '/'));
const pagesOf = (site) => filesOf(site).filter((file) => file.endsWith('.html'));
const linkedData = (page) => JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);

suite('pages', () => {
  const conformance = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document'],
    // A hash in a page would keep the style of its own site from being served in another form.
    rules: { 'require-sri': 'off' },
  });
  const faults = async (page) => {
    const { results } = await conformance.validateString(page);
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
  };

  for (const site of [...sites, 'large']) {
    test(`all of ${site} agree with the HTML standard`, async () => {
      const pages = pagesOf(site);
      // One for each event, the start page, the notes on all of them, and the one for addresses without a page.
      assert.equal(pages.length, site === 'one' ? 2 : events[site] + 3);
      for (const page of pages) assert.deepEqual(await faults(read(site, page)), [], page);
    });
  }

  test('what is broken does not', async () => {
    const page = read('several', 'index.html');
    for (const [whole, broken] of [
      ['<main id="content"', '<main id="follow-title"'],
      ['<title>', '<title></title><title>'],
      ['</ul>', '<p>One</p></ul>'],
      ['aria-labelledby="follow-title"', 'aria-labelledby="nothing"'],
      ['</main>', '</main><!>'],
    ]) {
      const changed = page.replace(whole, broken);
      assert.notEqual(changed, page, whole);
      assert.notDeepEqual(await faults(changed), [], broken);
    }
  });
});

suite('sitemap', () => {
  // The schema of sitemaps.org, as the package `sitemap` brings it along.
  const schema = readFileSync(join(packages, 'sitemap/schema/sitemap.xsd'), 'utf8');
  const faults = async (xml) => {
    const { errors } = await validateXML({ xml: [{ fileName: 'sitemap.xml', contents: xml }], schema: [schema] });
    return errors.map(({ message }) => message);
  };

  for (const site of ['several', 'one', 'large']) {
    test(`that of ${site} agrees with the schema of sitemaps.org`, async () => {
      assert.deepEqual(await faults(read(site, 'sitemap.xml')), []);
    });
  }

  test('what is broken does not', async () => {
    const sitemap = read('several', 'sitemap.xml');
    for (const [whole, broken] of [
      ['<loc>', '<lastmod>yesterday</lastmod><loc>'],
      ['<loc>https://example.org/panels/</loc>', ''],
      ['/0.9"', '/0.8"'],
    ]) {
      const changed = sitemap.replace(whole, broken);
      assert.notEqual(changed, sitemap, whole);
      assert.notDeepEqual(await faults(changed), [], broken);
    }
  });
});

suite('feed', () => {
  const grammar = readFileSync(join(import.meta.dirname, 'atom.rng'), 'utf8');
  const faults = async (xml) => {
    const { errors } = await validateXML({
      xml: [{ fileName: 'feed.xml', contents: xml }],
      schema: [grammar],
      extension: 'relaxng',
    });
    return errors.map(({ message }) => message);
  };
  const atom = read('several', 'feed.atom');

  for (const site of ['several', 'large']) {
    test(`that of ${site} agrees with the grammar of Atom`, async () => {
      assert.deepEqual(await faults(read(site, 'feed.atom')), []);
    });
  }

  test('what is broken does not', async () => {
    for (const [whole, broken] of [
      ['<updated>', '<updated>on '],
      ['T00:00:00Z</updated>', '</updated>'],
      ['<name>Institute</name>', ''],
      ['<entry', '<colour>red</colour><entry'],
      [' href="https://example.org/panels/feed.atom"', ''],
      ['<id>https://example.org/panels/</id>', ''],
      ['type="html"', 'type="markdown"'],
    ]) {
      const changed = atom.replace(whole, broken);
      assert.notEqual(changed, atom, whole);
      assert.notDeepEqual(await faults(changed), [], broken);
    }
  });

  for (const site of ['several', 'large']) {
    test(`a feed reader reads that of ${site}, and finds what no grammar can say`, () => {
      const feed = parseAtomFeed(read(site, 'feed.atom'));
      assert.equal(feed.title.value ?? feed.title, 'Panels, talks & <more>; of "us"');
      assert.equal(feed.entries.length, events[site]);
      // Section 4.1.1: each entry once, one address for each form, and somebody who wrote it.
      const ids = [feed.id, ...feed.entries.map(({ id }) => id)];
      assert.equal(new Set(ids).size, ids.length);
      for (const { links, authors, title } of [feed, ...feed.entries]) {
        const alternates = links.filter(({ rel }) => rel === 'alternate');
        assert.equal(alternates.length, 1);
        assert.equal(new URL(alternates[0].href).protocol, 'https:');
        assert.ok(authors?.length > 0 || feed.authors.length > 0);
        assert.ok((title.value ?? title).trim());
      }
      // When and where, in the language of the event's page, and read the way it is.
      for (const { id, summary } of feed.entries) {
        const page = read(site, join(new URL(id).pathname.slice('/panels/'.length), 'index.html'));
        const [, ways] = page.match(/<html( [^>]*)>/);
        const [, ownWays, whenAndWhere] = (summary.value ?? summary).match(/^<p([^>]*)>(.*?)<\/p>/);
        assert.equal(ownWays, ways, id);
        assert.match(whenAndWhere, /\d/);
      }
      assert.ok(feed.entries.every(({ updated }) => !Number.isNaN(Date.parse(updated.value ?? updated))));
    });
  }

  test('its summaries are HTML', async () => {
    const conformance = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
    for (const { summary } of parseAtomFeed(atom).entries) {
      const { results } = await conformance.validateString(summary.value ?? summary);
      assert.deepEqual(results, []);
    }
  });
});

suite('calendar', () => {
  const entriesOf = (text) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    ICAL.TimezoneService.reset();
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const entries = calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it));
    const times = entries.map(({ uid, summary, startDate, endDate }) => [
      uid,
      [summary, startDate.toJSDate().getTime(), endDate?.toJSDate().getTime()],
    ]);
    assert.equal(new Set(times.map(([uid]) => uid)).size, times.length);
    return { calendar, times: Object.fromEntries(times) };
  };

  for (const site of ['several', 'large']) {
    test(`that of ${site} shows all entries at the times of the single files`, () => {
      const { calendar, times } = entriesOf(read(site, 'events.ics'));
      const single = filesOf(site).filter((file) => file.endsWith('/event.ics'));
      assert.equal(single.length, events[site]);
      assert.deepEqual(times, Object.assign({}, ...single.map((file) => entriesOf(read(site, file)).times)));
      assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Panels, talks & <more>; of "us"');
      assert.equal(calendar.getFirstPropertyValue('name'), 'Panels, talks & <more>; of "us"');
      assert.equal(calendar.getFirstPropertyValue('refresh-interval').toString(), 'P1D');
      const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
      assert.equal(new Set(zones).size, zones.length);
      assert.ok(zones.length >= 4, zones.join());
    });
  }
});

test('crawlers may read everything, and find the sitemap', () => {
  const robots = robotsParser('https://one.example/robots.txt', read('one', 'robots.txt'));
  assert.ok(robots.isAllowed('https://one.example/event.ics', 'AnyBot'));
  assert.deepEqual(robots.getSitemaps(), ['https://one.example/sitemap.xml']);
  const unknown = robotsParser('https://a.example/robots.txt', read('without-address', 'robots.txt'));
  assert.ok(unknown.isAllowed('https://a.example/forum-fr/', 'AnyBot'));
  assert.deepEqual(unknown.getSitemaps(), []);
  assert.ok(!existsSync(join(samples, 'several/robots.txt')));
});

test('linked data of all pages are in the words of schema.org, and what is wrong is not', () => {
  const all = [];
  for (const site of sites) {
    // Of what a reader noted there is nothing to tell.
    for (const page of pagesOf(site).filter((file) => !['404.html', 'notes/index.html'].includes(file))) {
      const type = page === 'index.html' && site !== 'one' ? 'ItemList' : 'Event';
      const data = linkedData(read(site, page));
      assert.equal(data['@type'], type);
      all.push([`${site}/${page}`, type, data]);
    }
  }
  const list = () => linkedData(read('several', 'index.html'));
  const wrong = {
    'a property that no list has': (it) => (it.colour = 'red'),
    'an item that is none': (it) => (it.itemListElement[0]['@type'] = 'Row'),
    'a property of something else in an event': (it) => (it.itemListElement[0].item.jobTitle = 'Chair'),
    'a state that is none': (it) => (it.itemListElement[0].item.eventStatus = 'https://schema.org/EventLate'),
  };
  const broken = Object.entries(wrong).map(([what, breakIt]) => {
    const data = list();
    breakIt(data);
    return [what, 'ItemList', data];
  });
  const errors = wrongInLinkedData(join(samples, 'linked-data.types'), [...all, ...broken]);
  for (const [name] of all) assert.deepEqual(errors.get(name), [], name);
  for (const [what] of broken) assert.notDeepEqual(errors.get(what), [], what);
});
