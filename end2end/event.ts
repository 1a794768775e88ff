// The event as the page carries it, so that no test repeats words of the content.
// The fields are those of `src/event.rs` that the tests use.

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

/** Reads the event out of the page's HTML. */
export function eventOf(html: string): Event {
  const json = /<script\b[^>]*\bid="?event"?[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1];
  if (!json) throw new Error('the page holds no `<script type="application/json" id="event">`');
  return JSON.parse(json) as Event;
}

/** All themes in the order in which the page shows them: part by part. */
export function outlineOf(event: Event): Theme[] {
  return event.parts.flatMap((part) => event.themes.filter((theme) => theme.part === part.id));
}
