### What readers meet of a site outside its pages: in the feed, and in the picture that chats and networks show beside a link to a page.

# In the feed of a site: the title of the link to the calendar of all events.
publishing-feed-calendar = the calendar of all events

# What the preview picture of an event shows, for those who do not see it.
# $title (String) - the title of the event
# $days (String) - the day, or the first and the last day
publishing-preview-described = { $title }. { $days }.

# What the preview picture of an event shows, for those who do not see it, where a place is told.
# $title (String) - the title of the event
# $days (String) - the day, or the first and the last day
# $place (String) - the place, or how people take part online
publishing-preview-described-with-place = { $title }. { $days }, { $place }.

# In the preview picture, behind the names of some organizers: that there are more.
# $count (Number) - how many more there are
publishing-preview-more-organizers = and { $count } more
