// The event as the build publishes it, so that no test repeats words of the content.
// The fields are those of `src/event.rs` that the tests use.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Theme {
  id: string;
  part: string;
  title: string;
  text: string[];
  cites: string[];
}

export interface Event {
  id: string;
  title: string;
  starts: string;
  ends: string | null;
  address: string | null;
  place: string;
  topic: string;
  attendance: string;
  organizers: { name: string; url: string | null }[];
  summary: { text: string }[];
  occasions: { title: string; date: string | null; text: string }[];
  people: { id: string; name: string; role: string; position: string | null; affiliation: string }[];
  people_note: string | null;
  quotations: { text: string; person: string; theme: string | null }[];
  parts: { id: string; title: string; text: string | null }[];
  themes: Theme[];
  sources: { id: string; title: string; publisher: string; url: string }[];
}

/** Reads the event as the build publishes it beside the page, `event.json`. */
export function eventIn(folder: string): Event {
  const { $schema: _, ...event } = JSON.parse(readFileSync(join(folder, 'event.json'), 'utf8'));
  return event as Event;
}

/** All themes in the order in which the page shows them: part by part. */
export function outlineOf(event: Event): Theme[] {
  return event.parts.flatMap((part) => event.themes.filter((theme) => theme.part === part.id));
}
