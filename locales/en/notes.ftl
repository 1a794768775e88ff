### The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the notes. What happens to them is told in `news.ftl`.

# The name of the box in which a note on a theme is begun.
# $theme (String) - the title of the theme
notes-new-note-on = New note on { $theme }

# What stands in that box while it is empty.
notes-write-here = Write a note on this theme

# The button that makes a note of what stands in the box.
notes-add-note = Add note

# The name of the list of the notes on a theme.
# $theme (String) - the title of the theme
notes-notes-on = Notes on { $theme }

# The list, and the heading, of notes whose theme is gone from the event.
notes-lost-notes = Notes on themes no longer in this event

# The button that takes the notes on a theme out of the page.
notes-share-theme = Export or share these notes…

# The button that opens the editor of a note.
notes-edit-note = Edit note

# The button that deletes a note.
notes-delete-note = Delete note

# The button that takes a note out of the page, and the one that opens the system's share sheet.
notes-share = Share…

# The name of the editor of a note.
notes-note-text = Note text

# The button that closes the editor.
notes-done = Done

# The button that takes back what was just done.
notes-undo = Undo

# Below a note that was not changed: when it was added.
# $created (String) - the day and time when it was added
notes-added = Added <time>{ $created }</time>

# Below a note that was changed: when it was added, and when it was changed last.
# $created (String) - the day and time when it was added
# $changed (String) - the day and time when it was changed last
notes-added-and-changed = Added <created>{ $created }</created>, changed <changed>{ $changed }</changed>

# How many notes of a list are on the page, where that is not all of them. “Find in page” is what browsers call their own search.
# $shown (Number) - how many notes are on the page
# $count (Number) - how many notes there are
notes-shown-of =
    { $count ->
        [one] { $shown } of { $count } note is shown here. More come as you scroll; your browser’s “Find in page” sees only these, “{ notes-search-notes }” all of them.
       *[other] { $shown } of { $count } notes are shown here. More come as you scroll; your browser’s “Find in page” sees only these, “{ notes-search-notes }” all of them.
    }

# The button that shows more of them.
notes-show-more = Show more notes

# A tag in the list of tags.
# $tag (String) - the tag
# $count (Number) - how many notes have it
notes-tag-with-count = { $tag } ({ $count })

# What marks a note that could not be stored.
notes-mark-not-saved = Not saved

# What marks a note that a later version of the page wrote.
notes-mark-newer = From a newer version of this page: shown as it is, and not changed here. Reload the page to work with it.

# What marks a copy of a note that was changed in two tabs at once.
notes-mark-conflict = Conflict copy: this was written at the same time in another tab. Keep what you need and delete the rest.

# So many notes: beside a theme in the table of contents.
# $count (Number) - how many notes there are
notes-note-count =
    { $count ->
        [0] no notes
        [one] { $count } note
       *[other] { $count } notes
    }

# The name of a theme in the map: its title, and how many notes are on it.
# $theme (String) - the title of the theme
# $count (Number) - how many notes are on it
notes-theme-with-count =
    { $count ->
        [0] { $theme }, no notes
        [one] { $theme }, { $count } note
       *[other] { $theme }, { $count } notes
    }

# The region of all notes, its heading, and the link to it.
notes-my-notes = My notes

# The search box: its name, and what stands in it while it is empty.
notes-search-notes = Search notes

# The button that takes notes home.
notes-export = Export…

# The button that brings notes in.
notes-import = Import…

# The button that puts all notes on the clipboard.
notes-copy-all = Copy all my notes

# The totals above the list of all notes.
# $count (Number) - how many notes there are
notes-totals =
    { $count ->
        [0] No notes yet. Choose a theme and start writing.
        [one] { $count } note in this browser.
       *[other] { $count } notes in this browser.
    }

# The totals above the list of all notes, while some are searched for. There is at least one note.
# $found (Number) - how many notes were found
# $count (Number) - how many notes there are
notes-totals-found =
    { $count ->
        [one] { $found } of { $count } note found.
       *[other] { $found } of { $count } notes found.
    }

# The quiet line about a backup that is due, where there was one before.
# $last (String) - the day and time when the last backup was taken
notes-overdue-backup = Your last backup was taken on { $last }, and has none of the changes since. “{ notes-export }” takes a new one.

# The quiet line about a backup that is due, where there was none before.
notes-overdue-first-backup = Some of your notes are over a week old, and there is no backup of them. “{ notes-export }” takes one.

# The link from a note that was found to its theme, where its title stands above.
notes-go-to-theme = Go to theme

# The link from a note that was found to its theme, where its title does not stand above.
# $theme (String) - the title of the theme
notes-go-to-theme-named = Go to theme: { $theme }

# The name of the list of themes to which a note whose theme is gone can be moved.
notes-move-to-theme = Move to theme

# The button that moves it.
notes-move = Move

# The heading of what could not be read.
notes-needs-attention = Needs attention

# The name of the list of what could not be read.
notes-attention-list = Entries that need attention

# The name of the text of an entry that could not be read.
notes-raw-entry = The entry as it is stored

# A text of an entry that could not be read, of which the rest is not shown.
# $text (String) - the beginning of the text
notes-cut-off = { $text } …

# The button that copies an entry that could not be read.
notes-copy = Copy

# The button that saves it as a file.
notes-download = Download

# The button that asks whether to remove it.
notes-remove = Remove…

# That question.
notes-remove-question = Remove it for good? No copy stays.

# A button, the answer to that question: yes.
notes-remove-yes = Remove for good

# A button, the answer to that question: no.
notes-remove-no = Keep it

# The name of the list of the notes that were deleted lately.
notes-recently-deleted = Recently deleted

# The heading above that list: how many deleted notes can be brought back.
# $count (Number) - how many there are
notes-deleted-title = Recently deleted ({ $count })

# How long they can be brought back.
notes-deleted-kept = Kept for 30 days, then gone for good.

# When a note was deleted.
# $time (String) - the day and time when it was deleted
notes-deleted-at = Deleted { $time }

# The button that brings a deleted note back.
notes-restore-note = Restore note

# The button that asks whether all deleted notes are to go.
notes-empty = Empty…

# The question before all deleted notes go for good.
# $count (Number) - how many notes go
notes-empty-question =
    { $count ->
        [one] Delete { $count } note for good? They cannot be brought back.
       *[other] Delete { $count } notes for good? They cannot be brought back.
    }

# A button, the answer to that question: yes.
notes-empty-yes = Delete for good

# A button, the answer to that question: no.
notes-empty-no = Keep them

# The heading of how much room the notes take.
notes-storage = Storage

# The heading of notes whose theme is gone, among all notes in plain text.
notes-other-themes = Other themes

# The button that shows a note as it was typed, where it is shown as its Markdown means it.
notes-show-source = Show source

# The same button, while the note is shown as it was typed.
notes-show-formatted = Show formatted

# The button that lets a note stand before the others.
notes-pin = Pin

# The same button, on a note that does.
notes-unpin = Unpin

# On a note that stands before the others.
notes-pinned = Pinned

# The name of the list of themes of which one can be chosen.
notes-theme = Theme

# In the list of themes, where none is chosen.
notes-all-themes = All themes

# The name of the list of tags.
notes-tag = Tag

# In the list of tags, where none is chosen.
notes-all-tags = All tags

# Before the list of orders, and its name.
notes-sort-by = Sort by

# In the list of orders: by theme, as the outline has them.
notes-outline = Outline

# In the list of orders: by when notes were added.
notes-newest = Newest

# In the list of orders: by when notes were changed.
notes-last-changed = Last changed

# The name of the one list in which notes stand by another order than the outline's.
notes-notes-in-order = Notes in order of time
