### What lives in the programme: the clock, and what the reader chose.

# Beside a session that is on.
programme-now = Now

# Beside a session that begins next.
programme-next = Next

# The name of the group of choices.
programme-choose = Choose sessions

# The name of the list of tracks.
programme-track = Track

# The name of the list of places.
programme-place = Place

# The name of the list of people.
programme-person = Person

# The first line of each list, where none is chosen.
programme-all = All

# The button that ends the choice.
programme-show-all = Show all sessions

# How many sessions there are that the reader chose.
# $shown (Number) - how many sessions there are of what was chosen
# $all (Number) - how many sessions there are
programme-shown =
    { $shown ->
        [0] No session is all of this. Choose less, or show all sessions.
       *[other]
            { $all ->
                [one] { $shown } of { $all } session
               *[other] { $shown } of { $all } sessions
            }
    }

# A time by the reader's clock, beside the event's. Between sessions the words are for screen readers alone.
# $time (String) - the hour and minute, with the day of the week where it is another day for the reader
programme-on-your-clock = { $time } <words>on your clock</words>

# Above the programme: what the second time beside each session is.
programme-your-times = Below each stands the time on your clock.
