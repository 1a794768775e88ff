### The page with the notes on all events of a site: what stands on it, how it is led to, and what its exports say beside the notes.

# The title of the page, and of what is exported there, beside the name of the site.
# $site (String) - the name of the site
all-notes-title-of = { page-all-notes } – { $site }

# The link to the start page.
# $site (String) - the name of the site
all-notes-back = Back to <a>{ $site }</a>

# Where notes are kept, and who sees them.
all-notes-kept = Your notes are kept in this browser and nowhere else, and nobody but you sees them. This page shows all that it holds, on whichever event. It changes nothing: to write in a note, open it on the page of its event.

# In the place of the notes where the page may run no script.
all-notes-needs-script = To show your notes this page needs JavaScript, since it is this browser that holds them. Allow JavaScript for this page and reload it. Your notes are not affected.

# Where the program of the page did not arrive.
all-notes-not-loaded = The part of this page that shows your notes could not be loaded: you may be offline. Your notes are not affected. Reload the page once you are connected.

# The heading on the start page above the link.
all-notes-on-start = Your notes

# On the start page, below that heading. The link leads to the page with all notes.
all-notes-on-start-explained = What you have noted on any of these events stands together under <a>{ page-all-notes }</a>, to search and to take home.

## What lives on the page.

# The search box: its name, and what stands in it while it is empty.
all-notes-search = Search notes

# The name of the list of events of which one can be chosen.
all-notes-event = Event

# In that list, where none is chosen.
all-notes-all-events = All events

# Where the browser gives the page no storage.
all-notes-blocked = This browser does not let the page see what it keeps, so no notes can be shown. If there are any, they are not affected. Allow site data for this page and reload it.

# Where what is stored cannot be listed.
all-notes-unreadable-store = The notes stored in this browser could not be read just now. They are left as they are. Reload the page to try again.

# Where nothing is stored.
all-notes-no-notes = There are no notes in this browser yet. Open the page of an event and write one there: it is then shown here as well. Notes that you wrote in another browser, or on another device, are there; a backup brings them here.

# Where the titles of the events did not arrive.
all-notes-no-titles = The titles of the events could not be loaded: you may be offline. All your notes are here, under the short names by which this browser keeps them. Reload the page to try again.

# Below the heading of an event that the site does not have.
all-notes-unknown-event = This event is not on this site (any more). Your notes are still in this browser.

# The button that saves a backup of the notes on such an event.
all-notes-save-these = Save a backup of these notes

# How many notes there are, where there are no drafts.
# $notes (Number) - how many notes there are
# $events (Number) - on how many events
all-notes-totals-of-notes =
    { $notes ->
        [0]
            { $events ->
                [one] no notes on { $events } event.
               *[other] no notes on { $events } events.
            }
        [one]
            { $events ->
                [one] { $notes } note on { $events } event.
               *[other] { $notes } note on { $events } events.
            }
       *[other]
            { $events ->
                [one] { $notes } notes on { $events } event.
               *[other] { $notes } notes on { $events } events.
            }
    }

# How many drafts there are, where there are no notes.
# $drafts (Number) - how many drafts there are, at least one
# $events (Number) - on how many events
all-notes-totals-of-drafts =
    { $drafts ->
        [one]
            { $events ->
                [one] { $drafts } draft on { $events } event.
               *[other] { $drafts } draft on { $events } events.
            }
       *[other]
            { $events ->
                [one] { $drafts } drafts on { $events } event.
               *[other] { $drafts } drafts on { $events } events.
            }
    }

# How many notes and drafts there are, where there are both.
# $notes (Number) - how many notes there are, at least one
# $drafts (Number) - how many drafts there are, at least one
# $events (Number) - on how many events
all-notes-totals-of-both =
    { $notes ->
        [one]
            { $drafts ->
                [one]
                    { $events ->
                        [one] { $notes } note and { $drafts } draft on { $events } event.
                       *[other] { $notes } note and { $drafts } draft on { $events } events.
                    }
               *[other]
                    { $events ->
                        [one] { $notes } note and { $drafts } drafts on { $events } event.
                       *[other] { $notes } note and { $drafts } drafts on { $events } events.
                    }
            }
       *[other]
            { $drafts ->
                [one]
                    { $events ->
                        [one] { $notes } notes and { $drafts } draft on { $events } event.
                       *[other] { $notes } notes and { $drafts } draft on { $events } events.
                    }
               *[other]
                    { $events ->
                        [one] { $notes } notes and { $drafts } drafts on { $events } event.
                       *[other] { $notes } notes and { $drafts } drafts on { $events } events.
                    }
            }
    }

# How many texts a search found, notes and drafts together.
# $texts (Number) - how many texts were found
# $all (Number) - how many texts there are
# $events (Number) - on how many events texts were found
all-notes-found =
    { $texts ->
        [0] Nothing found. Try fewer or other words, or choose “{ all-notes-all-events }”.
       *[other]
            { $all ->
                [one]
                    { $events ->
                        [one] { $texts } of { $all } text found, on { $events } event.
                       *[other] { $texts } of { $all } text found, on { $events } events.
                    }
               *[other]
                    { $events ->
                        [one] { $texts } of { $all } texts found, on { $events } event.
                       *[other] { $texts } of { $all } texts found, on { $events } events.
                    }
            }
    }

# How many texts are on the page, where that is not all of them.
# $shown (Number) - how many texts are on the page
# $all (Number) - how many texts there are
all-notes-shown-of =
    { $all ->
        [one] { $shown } of { $all } text is shown here. The search sees all of them.
       *[other] { $shown } of { $all } texts are shown here. The search sees all of them.
    }

# The button that shows more of them.
all-notes-show-more = Show more

# The name of the list of the notes on a theme.
# $theme (String) - the title of the theme
all-notes-notes-on = Notes on { $theme }

# Behind the title of a theme that its event does not have any more.
all-notes-gone-theme = (a theme that this event no longer has)

# On a draft.
all-notes-draft = Not added yet

# When a note was changed last.
# $time (String) - the day and time
all-notes-changed = Changed { $time }

# When a note was added that nobody changed.
# $time (String) - the day and time
all-notes-added = Added { $time }

# The link from a note to its theme, on the page of the event.
all-notes-open = Open on the event’s page

# The name of the list of the tags of a note.
all-notes-tags = Tags

# The name of the button with a tag on it, which searches for that.
# $tag (String) - the tag
all-notes-search-for = Search for { $tag }

# The heading, and the name of the list, of what cannot be read.
all-notes-unreadable = Could not be read

# What becomes of it.
all-notes-unreadable-explained = These entries are damaged, or of a newer version of the page. They stay as they are, and go into the backup.

# An entry of which the browser hands out nothing.
all-notes-out-of-reach = The browser does not hand this entry out at the moment. Reload the page to try again.

# The heading of the deleted notes of an event.
# $count (Number) - how many there are
all-notes-deleted-title = Recently deleted ({ $count })

# When a note was deleted.
# $time (String) - the day and time
all-notes-deleted-at = Deleted { $time }

## Export.

# The heading above the files, and the name of their group.
all-notes-export = Export all notes

# What is in them.
all-notes-export-explained = Each file holds the notes on all events, whatever the search shows. Nothing leaves this device unless you send it.

# The button for the file for people.
all-notes-as-markdown = Markdown

# What it keeps and loses.
all-notes-markdown-keeps = To read, and for any editor: a heading for each event, with notes, times and drafts. Cannot be imported.

# The button for the backup.
all-notes-as-backup = Backup (.ann)

# What it keeps, and how it comes back.
all-notes-backup-keeps = Loses nothing. “{ notes-import }” on the page of an event brings back the notes on that event, from this one file.

# The button for the table.
all-notes-as-csv = Table (CSV)

# What it keeps and loses.
all-notes-csv-keeps = For spreadsheets: a row for each note, with its event. Without drafts and deleted notes. Cannot be imported.

# The button for the table for Excel.
all-notes-as-csv-for-excel = Table for Excel (semicolons)

# When to take it. 1,5 is one and a half, as such an Excel writes it.
all-notes-excel-keeps = The same, for an Excel that writes 1,5 with a comma, as in German, French or Spanish.

# What became of a file: it is saved.
# $name (String) - the name of the file
all-notes-saved-as = Saved as { $name } where your browser puts downloads.

# What became of a file: it is not saved.
all-notes-not-saved = Not saved: the browser refused to make a file. Your notes are not affected. Try another form.

# In an export: where the notes are from, and when they were taken.
# $site (String) - the name of the site
# $today (String) - the day on which they were taken
all-notes-taken-from = Personal notes on the events of “{ $site }”. Taken on { $today }.
