### What the page says of an event beside the host's own words: days, roles, and the names of places on the page.

# From when to when an event is. Both are days, or days with hours and minutes; of an event of one day the end may be an hour and minute alone.
# $starts (String) - the first day
# $ends (String) - the last day
event-period = <starts>{ $starts }</starts> to <ends>{ $ends }</ends>

# The first and the last day of an event, in plain text.
# $first (String) - the first day
# $last (String) - the last day
event-days = { $first } to { $last }

# When and where an event is, in plain text.
# $days (String) - the day, or the first and the last day
# $place (String) - the place
event-days-and-place = { $days }, { $place }

# A role of a person: who leads the discussion.
event-chair = Chair

# A role of a person: who is asked to speak.
event-panelist = Panelist

# A role of a person: who moderates the discussion.
event-moderator = Moderator

# A role of a person: who gives a talk.
event-speaker = Speaker

# A role of a person: who gives the keynote.
event-keynote = Keynote speaker

# A role of a person: whom to ask about the event.
event-contact = Contact

# The time that passed between two moments of the time line.
# $days (Number) - how many days
event-days-later =
    { $days ->
        [one] { $days } day later
       *[other] { $days } days later
    }

# The sessions of the event: a heading, and the part of the outline in which they stand.
event-programme = Programme

# What became of an event or a session that is not held as it was announced: it is held at a time that nobody knows yet.
event-postponed = Postponed

# What became of it: it is held at another time or place.
event-moved = Moved

# What became of it: it is not held.
event-cancelled = Cancelled

# In the list of related events: the series of which this one is.
# $title (String) - the title of the series
event-series = Series: <event>{ $title }</event>

# In the list of related events: the larger event that this one is a part of.
# $title (String) - the title of the larger event
event-parent = Part of: <event>{ $title }</event>

# In the list of related events: one of the same kind that was held before.
# $title (String) - the title of that event
event-earlier = Earlier: <event>{ $title }</event>

# In the list of related events: one of the same kind that is held later.
# $title (String) - the title of that event
event-later = Later: <event>{ $title }</event>

# In the list of related events: another event.
# $title (String) - the title of that event
event-related = See also: <event>{ $title }</event>

# The language of a session.
event-language-ar = Arabic

# The language of a session.
event-language-de = German

# The language of a session.
event-language-en = English

# The language of a session.
event-language-es = Spanish

# The language of a session.
event-language-fr = French

# The language of a session.
event-language-it = Italian

# The language of a session.
event-language-pt = Portuguese

# The language of a session.
event-language-ru = Russian

# The language of a session.
event-language-zh = Chinese

# Whose clocks the times of an event are told by: behind its days and times, after a comma.
# $city (String) - the city that gives the time zone its name, such as “Berlin”, or “UTC”
event-zone = { $city } time

# The facts about the event, as a link to them says it.
event-facts = The event

# A paragraph of the summary, as a link to it says it.
# $number (Number) - the number of the paragraph, counted from 1
event-summary-paragraph = Summary, paragraph { $number }

# A quotation, as a link to it says it.
# $speaker (String) - the name of who is quoted
event-quotation-of = { $speaker }, quoted

# The bodies that convened the event, in a text without headings: the description of a calendar entry.
# $names (String) - their names, parted by semicolons
event-organizers = Organizers: { $names }

# Who may attend, in a text without headings: the description of a calendar entry.
# $words (String) - the host's words for that
event-attendance = Attendance: { $words }
