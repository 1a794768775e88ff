### Finding events on the start page of a site.

# The search box: its name, and what stands in it while it is empty.
events-search = Search events

# The name of the list of topics.
events-topic = Topic

# The name of the list of years.
events-year = Year

# The first line of both lists, where none is chosen.
events-all = All

# The button that ends the search.
events-show-all = Show all events

# How many events were found.
# $shown (Number) - how many were found
# $all (Number) - how many there are
events-shown =
    { $shown ->
        [0] No event has all of this. Search for fewer words, choose less, or show all events.
       *[other]
            { $all ->
                [one] { $shown } of { $all } event
               *[other] { $shown } of { $all } events
            }
    }

# While nothing was found in the words that the page shows, and others are on their way.
events-searching = Searching…

# How many events were found, where the list of the words that the page does not show did not come.
# $shown (Number) - how many were found
# $all (Number) - how many there are
events-shown-without-list =
    { $shown ->
        [0] No event has all of this. Search for fewer words, choose less, or show all events. What the page shows was searched. The names of people and the titles of themes could not be loaded; to try again, go to the search box once more.
       *[other]
            { $all ->
                [one] { $shown } of { $all } event. What the page shows was searched. The names of people and the titles of themes could not be loaded; to try again, go to the search box once more.
               *[other] { $shown } of { $all } events. What the page shows was searched. The names of people and the titles of themes could not be loaded; to try again, go to the search box once more.
            }
    }

# By what an event was found: a person.
# $name (String) - the name of the person
events-person = Person: <name>{ $name }</name>

# By what an event was found: a body that convened it.
# $name (String) - the name of the body
events-organizer = Organizer: <name>{ $name }</name>

# By what an event was found: a part of its themes.
# $name (String) - the heading of the part
events-part = Part: <name>{ $name }</name>

# By what an event was found: a theme, or a session on which readers take notes.
# $name (String) - the title of the theme
events-theme = Theme: <name>{ $name }</name>

# By what an event was found: another session.
# $name (String) - the title of the session
events-session = Session: <name>{ $name }</name>
