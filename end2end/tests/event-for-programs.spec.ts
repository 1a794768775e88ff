// The event for other programs: each file is downloaded as a person would, and read by a program
// that this project did not write.

import { readFileSync } from 'node:fs';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import jsonld from 'jsonld';

import type { Event } from '../event';
import { expect, test } from '../fixtures';
import type { EventPage } from '../pages/event-page';

/** Clicks the link to a file, and reads what arrives on the disk. */
async function downloaded(eventPage: EventPage, name: RegExp, file: string): Promise<string> {
  const arriving = eventPage.page.waitForEvent('download');
  await eventPage.eventFiles.getByRole('link', { name }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe(file);
  return readFileSync(await download.path(), 'utf8');
}

/** Year, month and day, as citations have them. */
function dateParts(day: string): number[] {
  return day.split('-').map(Number);
}

/** The day after, as `YYYYMMDD`. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('Without JavaScript too', () => {
  test.use({ javaScriptEnabled: false });

  test.beforeEach(async ({ page }) => {
    await page.goto('./');
  });

  test('a calendar reads the event from the downloaded entry', async ({ eventPage, event }) => {
    const text = await downloaded(eventPage, /iCalendar/, 'event.ics');
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
    const entries = calendar.getAllSubcomponents('vevent');
    expect(entries).toHaveLength(1);
    const entry = new ICAL.Event(entries[0], { strictExceptions: true });
    expect(entry.summary).toBe(event.title);
    expect(entry.location).toBe(event.place);
    expect(entry.startDate.isDate, 'it lasts whole days').toBe(true);
    expect(entry.startDate.toICALString()).toBe(event.starts.replaceAll('-', ''));
    expect(entry.endDate.toICALString()).toBe(dayAfter(event.ends ?? event.starts));
    expect(entry.uid).toContain(event.id);
    for (const paragraph of event.summary) expect(entry.description).toContain(paragraph.text);
    const organizer = entries[0].getFirstProperty('organizer')!;
    expect(String(organizer.getFirstValue())).toMatch(/^(https?:\/\/|mailto:)\S+$/);
    for (const { name } of event.organizers) {
      expect(organizer.getParameter('cn')).toContain(name);
      expect(entry.description).toContain(name);
    }
    expect(entries[0].getFirstPropertyValue('url') ?? null).toBe(event.address);
    expect(entries[0].getFirstPropertyValue('dtstamp'), 'RFC 5545 asks for it').toBeTruthy();
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\n');
    }
  });

  for (const [format, name, file] of [
    ['BibTeX', /BibTeX/, 'event.bib'],
    ['RIS', /RIS/, 'event.ris'],
    ['CSL-JSON', /CSL-JSON/, 'event.csl.json'],
  ] as const) {
    test(`a reference manager reads the event from ${format}`, async ({ eventPage, event }) => {
      const [item, ...others] = new Cite(await downloaded(eventPage, name, file)).data;
      expect(others).toEqual([]);
      expect(plain(item.title)).toBe(event.title);
      expect(namesOf(item.author)).toEqual(event.organizers.map((organizer) => organizer.name));
      const days = [event.starts, ...(event.ends ? [event.ends] : [])];
      expect(item.issued['date-parts'][0]).toEqual(dateParts(days[0]));
      expect(item['event-place'] ?? item['publisher-place']).toBe(event.place);
      expect(item.URL ?? null).toBe(event.address);
      if (format === 'CSL-JSON') {
        expect(item.type).toBe('event');
        expect(item['event-date']['date-parts']).toEqual(days.map(dateParts));
      }
    });
  }

  test('the data agree with their schema, and what is broken does not', async ({ eventPage, event, request }) => {
    const data = JSON.parse(await downloaded(eventPage, /JSON\)/, 'event.json'));
    const { $schema, ...fields } = data;
    expect(fields).toEqual(event);
    const response = await request.get(new URL($schema, eventPage.page.url()).href);
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const check = ajv.compile(await response.json());
    expect(check(data), JSON.stringify(check.errors)).toBe(true);
    const broken: [string, (event: Event & Record<string, unknown>) => void][] = [
      ['a day that is none', (it) => (it.starts = '4 September 2014')],
      ['no title', (it) => delete (it as Partial<Event>).title],
      ['a field that no event has', (it) => (it.colour = 'red')],
      ['an id that is none', (it) => (it.themes[0].id = 'Early Action')],
      ['a state that is none', (it) => (it.status = 'late')],
      ['an address that could run', (it) => (it.sources[0].url = 'javascript:alert(1)')],
      ['a text where a list has to be', (it) => ((it.cites as unknown) = 'stanley-center')],
    ];
    for (const [what, breakIt] of broken) {
      const copy = structuredClone(data);
      breakIt(copy);
      expect(check(copy), what).toBe(false);
    }
  });

  test('the sentences can be read and selected, and have no button that does nothing', async ({ eventPage, event }) => {
    const region = eventPage.eventFiles;
    for (const style of ['Chicago', 'APA']) {
      await expect(region.getByText(`To cite in ${style} style`)).toBeVisible();
    }
    const sentences = region.locator('p').filter({ hasText: event.title });
    await expect(sentences).toHaveCount(2);
    for (const sentence of await sentences.all()) {
      await expect(sentence).toHaveCSS('user-select', 'all');
      await expect(sentence).toContainText(event.starts.slice(0, 4));
      for (const organizer of event.organizers) await expect(sentence).toContainText(organizer.name);
    }
    await expect(region.getByRole('button')).toHaveCount(0);
  });

  test('the preview picture lies beside the page, in the size that previews have', async ({ eventPage, request }) => {
    const response = await request.get(new URL('preview.png', eventPage.page.url()).href);
    expect(response.headers()['content-type']).toBe('image/png');
    const png = await response.body();
    // The first chunk of a PNG tells width and height (section 11.2.1 of its specification).
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('search engines and previews are told what the page says', async ({ page, event }) => {
    const description = event.summary[0].text;
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', description);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', event.title);
    await expect(page.locator('meta[property="og:description"]')).toHaveAttribute('content', description);
    await expect(page.locator('meta[property="og:type"]')).toHaveAttribute('content', 'website');
    // Only where the host has told the page's address.
    const told = event.address === null ? 0 : 1;
    await expect(page.locator('link[rel="canonical"], meta[property="og:url"]')).toHaveCount(2 * told);
    await expect(page.locator('meta[property^="og:image"], meta[name="twitter:card"]')).toHaveCount(5 * told);
    const nodes = await linkedData(page);
    expect(nodes).toHaveLength(1);
    const [node] = nodes;
    const of = (name: string) => node[`http://schema.org/${name}`] as { '@value'?: string; '@id'?: string }[];
    expect(node['@type']).toEqual(['http://schema.org/Event']);
    expect(of('name')).toEqual([{ '@value': event.title }]);
    expect(of('startDate')).toEqual([{ '@type': 'http://schema.org/Date', '@value': event.starts }]);
    expect(of('endDate')).toEqual([{ '@type': 'http://schema.org/Date', '@value': event.ends ?? event.starts }]);
    expect(of('eventStatus')).toEqual([{ '@id': 'http://schema.org/EventScheduled' }]);
    expect(of('eventAttendanceMode')).toEqual([{ '@id': 'http://schema.org/OfflineEventAttendanceMode' }]);
    expect(namesIn(of('location'))).toEqual([event.place]);
    expect(namesIn(of('organizer'))).toEqual(event.organizers.map((organizer) => organizer.name));
    const panel = event.people.filter((person) => person.role !== 'contact');
    expect(namesIn(of('performer'))).toEqual(panel.map((person) => person.name));
    expect(of('url')).toEqual(event.address === null ? undefined : [{ '@id': event.address }]);
  });
});

test('A button copies each sentence as it stands on the page', async ({ page, context, eventPage, event }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await eventPage.open();
  const sentences = eventPage.eventFiles.locator('p').filter({ hasText: event.title });
  for (const [place, style] of ['Chicago', 'APA'].entries()) {
    await page.evaluate(() => navigator.clipboard.writeText('something else'));
    await eventPage.eventFiles.getByRole('button', { name: `Copy in ${style} style`, exact: true }).click();
    await expect(eventPage.status.filter({ hasText: 'Copied.' })).toBeVisible();
    await expect.poll(() => clipboard(page)).toBe(await sentences.nth(place).textContent());
  }
});

/** The event's linked data, expanded. What the context or the processor does not know fails. */
async function linkedData(page: Page): Promise<Record<string, unknown>[]> {
  const blocks = page.locator('script[type="application/ld+json"]');
  await expect(blocks).toHaveCount(1);
  const url = { '@type': '@id' };
  const date = { '@type': 'http://schema.org/Date' };
  // What matters here of the context that schema.org publishes: its words, and which of them are
  // addresses and dates. Nothing is asked over the network.
  const context = {
    '@vocab': 'http://schema.org/',
    datePublished: date,
    endDate: date,
    eventAttendanceMode: url,
    eventStatus: url,
    startDate: date,
    url,
  };
  const documentLoader = async (address: string) => {
    if (address !== 'https://schema.org') throw new Error(`another context is asked for: ${address}`);
    return { contextUrl: undefined, document: { '@context': context }, documentUrl: address };
  };
  const expanded = await jsonld.expand(JSON.parse((await blocks.textContent())!), { documentLoader, safe: true });
  // The context writes `http:` and the data `https:`, for the same words.
  return JSON.parse(JSON.stringify(expanded).replaceAll('"https://schema.org/', '"http://schema.org/'));
}

function namesIn(nodes: object[]): unknown[] {
  return nodes.map((node) => (node as Record<string, { '@value': string }[]>)['http://schema.org/name'][0]['@value']);
}

/** Bodies have a name in one piece; some readers call it a family name. */
function namesOf(authors: { literal?: string; family?: string; given?: string }[]): string[] {
  return authors.map((author) => author.literal ?? [author.given, author.family].filter(Boolean).join(' '));
}

/** Without the marks by which citation-js keeps capitals. */
function plain(title: string): string {
  return title.replace(/<\/?span[^>]*>/g, '');
}
