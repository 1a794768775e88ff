### What the page tells the reader about their notes: full sentences that say what happened, what it means for the notes, and what to do.

## The quiet line for what went well.

# All is stored.
news-saved = Saved

# A note was deleted and can be brought back.
news-deleted = Note deleted.

# A deleted note is back.
news-restored = The note is back.

# Texts came back from the second copy that the browser keeps.
# $count (Number) - how many notes and drafts came back
news-recovered =
    { $count ->
        [one] { $count } text that this browser had not finished storing is back.
       *[other] { $count } texts that this browser had not finished storing are back.
    }

# What had gone from the store is in it again.
news-written-back = Your notes are stored in this browser again.

# What the reader asked for is on the clipboard.
news-copied = Copied.

## What the reader must know because it endangers notes.

# The browser gives no storage: notes live in memory only.
news-not-kept-blocked = This browser does not let the page keep anything. You can write notes, but they vanish when this tab closes: copy them out before you leave, or allow site data for this page and reload it.

# The browser could not read its storage: notes live in memory only.
news-not-kept = The notes stored in this browser could not be read just now. They are left untouched. What you write now vanishes when this tab closes: reload the page to try again.

# Notes and drafts have gone from the store and are still on the page.
# $count (Number) - how many notes and drafts have gone
news-vanished =
    { $count ->
        [one] { $count } note or draft is no longer stored in this browser: something other than this page removed them. They are still here, in this tab. Write them back, or copy them out before you close it.
       *[other] { $count } notes and drafts are no longer stored in this browser: something other than this page removed them. They are still here, in this tab. Write them back, or copy them out before you close it.
    }

# What was typed is on the page but not in the store, which has no room.
news-not-saved-full = Not saved: this browser’s storage for this site is full. Your text is still on this page. Keep the tab open and make room: “{ notes-storage }” under { notes-my-notes } shows what takes it. Saving is tried again by itself.

# What was typed is on the page but not in the store, which refused it.
news-not-saved = Not saved: the browser refused to store your text. It is still on this page. Keep the tab open and copy the text to a safe place; saving is tried again by itself.

# The draft cannot be stored, because its place holds an entry that could not be read.
news-place-taken = Not saved: the place of this text holds an older entry that could not be read and is not overwritten. Press “{ notes-add-note }” to keep a draft as a note, or remove that entry under “{ notes-needs-attention }”.

# The note could not be deleted, and is still there.
news-not-deleted = Not deleted: the browser refused to change what is stored. Nothing is lost, and all that was there is still there. Try again.

# The browser took nothing for the clipboard: all notes were to be copied.
news-not-copied-notes = Not copied: the browser lets this page put nothing on the clipboard. Your notes are not affected. “{ notes-export }” saves them as a file; or select them under { notes-my-notes } and copy them by your keyboard.

# The browser took nothing for the clipboard: a sentence that cites the event was to be copied.
news-not-copied-citation = Not copied: the browser lets this page put nothing on the clipboard. The sentence is still there, and selected: copy it by your keyboard or the browser’s menu.

# The browser took nothing for the clipboard: a stored entry that cannot be read was to be copied.
news-not-copied-entry = Not copied: the browser lets this page put nothing on the clipboard. The entry is not affected. “{ notes-download }” saves it as a file.

# The program that takes notes home did not arrive.
news-not-loaded = The part of this page that exports, imports and shares notes could not be loaded: you may be offline. Your notes are not affected. Try again once you are connected; “{ notes-copy-all }” works without it.

# Entries could not be read, and stay as they are.
# $count (Number) - how many entries could not be read
news-unreadable =
    { $count ->
        [one] { $count } stored entry could not be read and is left in this browser as found. All other notes work. Look under “{ notes-needs-attention }” in { notes-my-notes } for the text.
       *[other] { $count } stored entries could not be read and are left in this browser as found. All other notes work. Look under “{ notes-needs-attention }” in { notes-my-notes } for the text.
    }

# Notes were stored by a later version of the page, and are only shown.
# $count (Number) - how many notes these are
news-newer =
    { $count ->
        [one] { $count } note is from a newer version of this page. You can read what stands there; this version leaves it untouched. Reload the page to work with it.
       *[other] { $count } notes are from a newer version of this page. You can read what stands there; this version leaves it untouched. Reload the page to work with it.
    }

# Notes hang on themes that the event does not have.
# $count (Number) - how many notes these are
news-unknown-theme =
    { $count ->
        [one] { $count } note is on a theme that this event no longer has. Nothing is lost: look under “{ notes-lost-notes }” in { notes-my-notes }, where you can move them to another theme.
       *[other] { $count } notes are on a theme that this event no longer has. Nothing is lost: look under “{ notes-lost-notes }” in { notes-my-notes }, where you can move them to another theme.
    }

## Buttons that help with a problem.

# The button that stores again what is gone from the store: notes and drafts.
news-write-back = Write them back

# The button that takes a message away.
news-dismiss = Dismiss

## Why an entry needs attention, and what that means for it.

# The entry is damaged.
news-reason-damaged = Damaged: this entry could not be read. It is kept as it was found, and a copy is set aside. Copy or download what you need of it.

# The entry is in a form that a later version of the page has.
news-reason-newer = From a newer version of this page, in a form that this version does not know. It is left untouched. Reload the page to get the newer version.

# The browser gives nothing of the entry.
news-reason-out-of-reach = The browser does not hand this entry out at the moment. It is left untouched. Reload the page to try again.

## How notes are stored.

# How much room the notes on the event take, and what takes it. All numbers are rounded up to the thousand, so that only nothing counts as nothing.
# $total (Number) - how many characters all of it takes
# $notes (Number) - how many characters the notes take
# $drafts (Number) - how many characters the drafts take
# $deleted (Number) - how many characters the recently deleted notes take
# $unreadable (Number) - how many characters those entries take that could not be read
news-usage =
    This event’s notes take { $total ->
        [0] none
       *[other] { $total }
    } of the about 5,000,000 characters that browsers give one site: { $notes ->
        [0] none
       *[other] { $notes }
    } for notes, { $drafts ->
        [0] none
       *[other] { $drafts }
    } for drafts, { $deleted ->
        [0] none
       *[other] { $deleted }
    } for recently deleted notes, { $unreadable ->
        [0] none
       *[other] { $unreadable }
    } for what could not be read.

# May follow on the sentence above.
# $count (Number) - how many entries other pages of the site hold, at least one
news-usage-of-others =
    { $count ->
        [one] Other pages of this site hold { $count } entry, which this page does not read and so cannot measure.
       *[other] Other pages of this site hold { $count } entries, which this page does not read and so cannot measure.
    }

# Whether the browser has agreed to keep what is stored: it was not asked yet.
news-persistence-not-asked = With your first note this page asks the browser to keep your notes even when it runs short of room.

# Whether the browser has agreed to keep what is stored: it has.
news-persistence-agreed = This browser has agreed to keep your notes even when it runs short of room. They go only when you delete them or clear this site’s data.

# Whether the browser has agreed to keep what is stored: it has not.
news-persistence-refused = This browser has not agreed to keep your notes when it runs short of room. It rarely comes to that; still, copy out what you cannot do without.
