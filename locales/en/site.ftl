### The sentences of a site of several events.

# What a site is called that has no title.
site-events = Events

# What a site is, for search engines and previews of links: all events are of one year.
# $events (Number) - how many events there are
# $year (String) - the year
site-description-of-year =
    { $events ->
        [one] { $events } event of { $year }. Each has a page to read, and to take notes on.
       *[other] { $events } events of { $year }. Each has a page to read, and to take notes on.
    }

# What a site is, for search engines and previews of links: all events are of one year.
# $events (Number) - how many events there are
# $year (String) - the year
# $publisher (String) - the body that publishes the site
site-description-of-year-by =
    { $events ->
        [one] { $events } event of { $year }, published by { $publisher }. Each has a page to read, and to take notes on.
       *[other] { $events } events of { $year }, published by { $publisher }. Each has a page to read, and to take notes on.
    }

# What a site is, for search engines and previews of links: the events are of several years.
# $events (Number) - how many events there are
# $first (String) - the year of the first of them
# $last (String) - the year of the last of them
site-description-of-years =
    { $events ->
        [one] { $events } event from { $first } to { $last }. Each has a page to read, and to take notes on.
       *[other] { $events } events from { $first } to { $last }. Each has a page to read, and to take notes on.
    }

# What a site is, for search engines and previews of links: the events are of several years.
# $events (Number) - how many events there are
# $first (String) - the year of the first of them
# $last (String) - the year of the last of them
# $publisher (String) - the body that publishes the site
site-description-of-years-by =
    { $events ->
        [one] { $events } event from { $first } to { $last }, published by { $publisher }. Each has a page to read, and to take notes on.
       *[other] { $events } events from { $first } to { $last }, published by { $publisher }. Each has a page to read, and to take notes on.
    }

# The heading of the events that are still to come, by the reader's date.
site-upcoming = Upcoming events

# The heading of the events, where none of them is upcoming or nothing knows the date.
site-all-events = All events

# The heading of those that are not upcoming.
site-past = Past events

# Beside an event that is today.
site-today = Today

# Beside an event of several days, one of which is today.
site-on-now = On now

# The heading of the ways to hear of new events.
site-follow = Keep up with the events

# How to have the events in a calendar. The link leads to the calendar.
site-subscribe = Subscribe to <a>the calendar of all events</a> by giving the address of this link to your calendar. It then shows new events and changes by itself.

# How to hear of new events by the feed. The link leads to the feed.
site-feed = A feed reader tells you of new events by <a>the feed</a>.

# The heading of the page that is shown at an address without a page.
site-missing = There is no page at this address

# What may have happened.
site-missing-why = The address may hold a typing error, or the page was moved or taken down.

# What it means for notes.
site-missing-notes = Nothing has happened to your notes. They are kept in the browser in which you wrote them, and stand on the page of their event again when you open it.

# The way to the start page.
# $site (String) - the name of the site
site-missing-start = Go to <a>{ $site }</a>

# The way to the start page where its address is not known.
site-missing-way = To get to the start page, shorten the address in the address bar from its end, part by part, until a page opens.

# The title of that page, beside the name of the site.
# $site (String) - the name of the site
site-missing-on = No page here – { $site }

