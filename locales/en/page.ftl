### The page around the notes: landmarks, headings, facts, sources, what there is of the event to take home, and the footer; and what stands on the page where no script runs, and on paper.

# The link that skips what stands above the content.
page-skip = Skip to the content

# The themes: the landmark of the table of contents, and the heading of the outline.
page-themes = Themes

# When the event was: a term, before the day.
page-date = Date

# Where it was: a term, before the place.
page-place = Place

# Who was there: a term, before the host's words.
page-attendance = Attendance

# How people take part online: a term, before the host's words and a link.
page-online = Online

# The link at which people take part online.
page-join = Join online

# Where people register: a term, before a link.
page-registration = Registration

# The link to where people register.
page-register = Register

# Where questions are answered: a term, before a link.
page-contact = Contact

# The time for which something was announced that was moved.
# $time (String) - the day, and the hour and minute where they are told
page-announced-for = Announced for <time>{ $time }</time>

# Who convened the event: a term, before a list.
page-organizers = Organizers

# The heading of what the event was about.
page-summary = Summary

# The heading of the occasions that the event prepared for. “It” is the event.
page-occasions = What it prepared for

# The name of the list of what has a date.
page-time-line = Time line

# The event itself, as a heading among the occasions of the time line.
page-this-event = This event

# The heading and the list of the people.
page-people = People

# Opens what there is to know about a person.
page-biography = Biography

# The link to the file of a session for calendars.
page-add-to-calendar = Add to calendar

# The heading of recordings, documents and the like.
page-links = Recordings and documents

# The heading of what there is to know about places.
page-places = Places

# The heading of events that this one belongs to.
page-related = Related events

# The heading of the bodies that paid for the event.
page-sponsors = Sponsors

# The heading of sessions of which nobody knows when they are.
page-without-time = Without a time

# Above the programme: whose clocks its times are told by.
# $city (String) - the city that gives the time zone its name, such as “Berlin”, or “UTC”
page-all-times-in = All times are { $city } time.

# The name of the landmark of the map.
page-map = Map of the themes

# What the rings of the map mean.
page-map-key = Each ring fills as you write; five notes fill it.

# The mark before the words of somebody quoted.
page-quotation-open = “

# The mark after the words of somebody quoted.
page-quotation-close = ”

# Between two facts that stand in a row, such as a day and a time, a person and an organization, or two roles.
page-comma = {", "}

# Between two places in a row whose names may hold commas.
page-semicolon = {"; "}

# The heading of the sources.
page-sources = Sources

# A source in the list of sources.
# $publisher (String) - who published it
# $title (String) - its title, which is a link to it
page-source-item = { $publisher }: <a>{ $title }</a>.

# A source in the list of sources, of which the day is known on which it was published.
# $publisher (String) - who published it
# $title (String) - its title, which is a link to it
# $published (String) - the day on which it was published
page-source-item-dated = { $publisher }: <a>{ $title }</a>, <time>{ $published }</time>.

# Below a source: the statements that cite it, as links.
# $names (String) - the names of the statements, parted by semicolons
page-cited-by = Cited by: <list>{ $names }</list>

# Below all sources: the numbers of the sources of those statements that cite none of their own, as links.
# $numbers (String) - the numbers
page-all-else-from = All that names no source of its own: <list>{ $numbers }</list>

# The name of a link from a statement to its source, of which the number alone can be seen.
# $number (Number) - the number of the source, counted from 1
page-source = Source { $number }

# The heading of the event in forms for other programs.
page-event-files = Take the event home

# The link to the file for calendars, on the page and in the feed.
page-calendar-file = Calendar entry (iCalendar)

# The link to the file for LaTeX.
page-bibtex-file = Reference for LaTeX (BibTeX)

# The link to the file for most reference managers.
page-ris-file = Reference for Zotero, EndNote and others (RIS)

# The link to the file for programs that cite.
page-csl-file = Reference as CSL-JSON

# The link to the file that holds all of the event.
page-data-file = All of the event as data (JSON)

# Above a sentence to cite the event by.
# $style (String) - the name of the style of citation, such as “Chicago” or “APA”, which is its own in every language
page-to-cite-in = To cite in { $style } style

# What the page promises, in the footer.
page-promise = Your notes stay in this browser. This page has no account, sends nothing anywhere, and does not watch who reads it.

# Told in an open page when its site was published anew.
page-newer = A newer version of this page has arrived: you see it when you load the page again. Your notes stay.

# The name of the list of links to the page of the same event in other languages.
page-other-languages = This event in other languages

# Before the list of the languages in which the page can speak, and its name.
page-language = Language

# In the list of languages: the one that the reader's browser asks for.
page-language-browser = As the browser asks for

# The locale (BCP 47) by whose conventions days and numbers are written: the tag of the language, or a more
# exact one where the language has several. “en-001” writes “4 September 2014”.
page-locale = en-001

# The name of this language, in this language: how it stands in that list, whatever the page speaks.
page-language-name = English

# The link from an event's page to the start page.
# $site (String) - the name of the site
page-part-of = Part of <a>{ $site }</a>

# The link to who is responsible for the site.
page-imprint = Imprint

# The link to what happens to the data of visitors.
page-privacy = Privacy

# The heading of the page, and the links to it.
page-all-notes = My notes on all events

# On the page of an event, where it may run no script.
page-noscript = Notes need JavaScript. You can read everything here without it; to take notes, allow JavaScript for this page and reload it.

## On paper.

# On paper: above the reader's notes on a theme.
page-print-notes = Notes

# On paper: above what stands in the box for a new note and was not added yet.
page-print-draft = Draft
