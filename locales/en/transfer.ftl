### Export, import and sharing: the dialogs, the files and links in them, and what stands in an export beside the notes. What happens is told in full sentences that say what it means for the reader's notes, and what to do.
### What an export is known by when it is read again is no text for readers, and does not stand here: the fields of a front matter, the columns of a table, the line above a Hypothesis note.

# The button that closes a dialog.
transfer-close = Close

# The title of the dialog that takes notes home.
transfer-export-title = Take your notes home

# Its title where the notes are one note, or those on one theme.
transfer-share-title = Share or take home

# What is exported: all notes.
# $count (Number) - how many notes there are
transfer-all-notes =
    { $count ->
        [0] All your notes on this event: no notes.
        [one] All your notes on this event: { $count } note.
       *[other] All your notes on this event: { $count } notes.
    }

# What is exported: the notes that a search found.
# $count (Number) - how many notes there are
transfer-found-notes =
    { $count ->
        [0] What your search found: no notes.
        [one] What your search found: { $count } note.
       *[other] What your search found: { $count } notes.
    }

# What is exported: the notes on a theme.
# $title (String) - the title of the theme
# $count (Number) - how many notes there are
transfer-notes-on-theme =
    { $count ->
        [0] Your notes on “{ $title }”: no notes.
        [one] Your notes on “{ $title }”: { $count } note.
       *[other] Your notes on “{ $title }”: { $count } notes.
    }

# What is exported: the notes on a theme that the event no longer has.
# $count (Number) - how many notes there are
transfer-notes-on-nameless-theme =
    { $count ->
        [0] Your notes on “this theme”: no notes.
        [one] Your notes on “this theme”: { $count } note.
       *[other] Your notes on “this theme”: { $count } notes.
    }

# What is exported: a single note.
transfer-one-note = This one note.

# A sentence behind what is exported.
transfer-nothing-leaves = Nothing leaves this device unless you send it.

# In the place of all ways home, where there are no notes.
transfer-nothing-yet = There is nothing to take home yet: write a note on a theme first.

# The heading of the files.
transfer-as-file = As a file

# The heading of the clipboard.
transfer-on-clipboard = On the clipboard

# The button that copies notes with their headings.
transfer-copy-with-headings = Copy with headings

# What becomes of the headings.
transfer-headings-stay = Headings and lists stay in a word processor or an e-mail.

# The heading of the link.
transfer-as-link = As a link

# Who can read notes in a link.
transfer-link-explained = Whoever opens the link sees these notes, and may add them to their own. They stand in the link itself: no server gets them, but everybody who gets the link can read them.

# The name of the box that holds the link.
transfer-link = Link to these notes

# The button that copies it.
transfer-copy-link = Copy link

# The heading of the printed page.
transfer-on-paper = On paper, or as a PDF

# The choice to print only the themes that have notes, beside its box.
transfer-only-noted = Leave out themes without notes

# The button that opens the printer's dialog.
transfer-print = Print or save as PDF…

# What became of a file that was handed to the reader: it is saved.
# $name (String) - the name of the file
transfer-saved-as = Saved as { $name } where your browser puts downloads.

# What became of a file that was handed to the reader: it is not saved.
transfer-not-saved = Not saved: the browser refused to make a file. Your notes are not affected. Copy them instead, or try another form.

# What became of a copy of the notes, or of the link: it is on the clipboard.
transfer-copied = Copied.

# What became of a copy of the notes: it is not on the clipboard.
transfer-not-copied = Not copied: the browser did not let the page use the clipboard. Your notes are not affected. Save them as a file instead.

# What became of a copy of the link: it is not on the clipboard.
transfer-link-not-copied = Not copied: the browser lets this page put nothing on the clipboard. The link is still in its box, and selected: copy it by your keyboard or the browser’s menu.

# The title of the dialog that brings notes in.
transfer-import-title = Bring notes in

# What can be brought in, and that nothing is lost by it.
transfer-import-explained = A backup or a Markdown file that this page made, or notes that another program made on this page: an export of Hypothesis, or web annotations. You see what would happen before anything is changed, and nothing that is stored is written over.

# Before the box that takes a file, and its name.
transfer-choose-file = Choose a file, or drop it here

# Above what would happen if a file were brought in, by what the file is.
transfer-what-would-happen-backup = The file is a backup. This is what would happen:

# Above what would happen if a file were brought in, by what the file is.
transfer-what-would-happen-markdown = The file is Markdown made by this page. This is what would happen:

# Above what would happen if a file were brought in, by what the file is.
transfer-what-would-happen-hypothesis = The file is an export of Hypothesis. This is what would happen:

# Above what would happen if a file were brought in, by what the file is.
transfer-what-would-happen-web-annotations = The file is a list of web annotations. This is what would happen:

# Above what would happen if a file were brought in, by what the file is.
transfer-what-would-happen-link = The file is a link with notes. This is what would happen:

# Above the choice of a theme for notes that belong to none.
# $count (Number) - how many notes these are
transfer-on-no-theme =
    { $count ->
        [one] { $count } note is on no theme: on the page as a whole, or on words that stand in none of its themes or in several. Choose where they go.
       *[other] { $count } notes are on no theme: on the page as a whole, or on words that stand in none of its themes or in several. Choose where they go.
    }

# Before the list of themes for those notes, and its name.
transfer-theme-for-them = Theme for notes without one

# In that list: no theme.
transfer-leave-them-out = Leave them out

# What becomes of those notes, where a theme is chosen for them.
# $count (Number) - how many notes these are
# $title (String) - the title of the theme
transfer-added-to-theme =
    { $count ->
        [one] It is added to “{ $title }”, with what it quotes.
       *[other] They are added to “{ $title }”, with what they quote.
    }

# What becomes of those notes, where no theme is chosen for them.
# $count (Number) - how many notes these are
transfer-left-in-file =
    { $count ->
        [one] It is left out, and stays in the file alone.
       *[other] They are left out, and stay in the file alone.
    }

# The heading of the notes that would be added.
transfer-added = Added

# The heading of the drafts that would be added.
transfer-drafts-added = Drafts added

# The heading of the texts that are here with other words.
transfer-put-beside = Put beside yours

# The heading of the texts that are not taken over.
transfer-left-out = Left out

# Below one of these headings: a text.
# $theme (String) - the title of its theme
# $text (String) - the first words of the text
transfer-text-on-theme = <theme>{ $theme }</theme>: <text>{ $text }</text>

# The button that brings notes in.
transfer-bring-in = Bring them in

# The button that begins again with another file.
transfer-choose-another = Choose another file

# So many notes were brought in.
# $count (Number) - how many notes were brought in
transfer-brought-in =
    { $count ->
        [0] no notes brought in.
        [one] { $count } note brought in.
       *[other] { $count } notes brought in.
    }

# What was brought in, or added, is gone again.
transfer-taken-back = Taken back: your notes are as they were before.

# The title of the dialog with notes that came by a link.
transfer-visit-title = Notes from a link

# The name of the list of those notes.
transfer-visit-list = Notes from the link

# Where those notes come from.
# $count (Number) - how many notes these are, at least one
transfer-shared-with-you =
    { $count ->
        [one] Somebody shared { $count } note on this event with you by the link that you opened. Nothing is added to your own notes unless you say so.
       *[other] Somebody shared { $count } notes on this event with you by the link that you opened. Nothing is added to your own notes unless you say so.
    }

# Stands for the title of a theme that the event no longer has, above a note.
transfer-gone-theme = A theme that this event no longer has

# In the place of the button, where nothing would be added.
transfer-all-known = You have all of them already.

# The button that adds notes from a link to the reader's own.
transfer-add-to-mine = Add to my notes

# They are added.
transfer-added-to-yours = Added to your notes.

## What becomes of a file that was not read.

# The file is larger than any that is taken.
transfer-trouble-too-large = This file is larger than 40 MB, which no file of notes is. Nothing was read, and your notes are as they were. Choose a backup that this page made.

# The browser could not read the file.
transfer-trouble-unreadable = The browser could not read this file: it may have been moved, or is a folder. Your notes are as they were. Choose it again.

## Why nothing was brought in, or taken back.

# Something else is stored by now.
transfer-not-done-changed = Nothing was changed: your notes have changed since you looked, here or in another tab. Close this and begin again.

# There is no room.
transfer-not-done-full = Nothing was changed: this browser’s storage for this site has no room for it. Your notes are as they were. Delete what you no longer need, and try again.

# The browser refused.
transfer-not-done-refused = Nothing was changed: the browser refused to store it. Your notes are as they were. Try again, or in another browser.

## The forms of export. Names of programs and formats stay as they are.

# A button: a form in the list of forms.
transfer-label-markdown = Markdown

# A button: a form in the list of forms.
transfer-label-backup = Backup (.ann)

# A button: a form in the list of forms.
transfer-label-hypothesis = Hypothesis (JSON)

# A button: a form in the list of forms.
transfer-label-web-annotations = Web annotations (JSON-LD)

# A button: a form in the list of forms.
transfer-label-csv = Table (CSV)

# A button: a form in the list of forms.
transfer-label-csv-for-excel = Table for Excel (semicolons)

# What stands in a file of this form, in a line.
transfer-keeps-markdown = Keeps notes, times and drafts. For any editor; can be imported here.

# What stands in a file of this form, in a line.
transfer-keeps-backup = Keeps all that this browser holds on this event; can be imported here.

# What stands in a file of this form, in a line.
transfer-keeps-hypothesis = Keeps notes, themes and dates, as private Hypothesis annotations.

# What stands in a file of this form, in a line.
transfer-keeps-web-annotations = Keeps notes, times and places, for programs such as Recogito.

# What stands in a file of this form, in a line. The number is one and a half, as such an Excel writes it.
transfer-keeps-csv = Keeps notes, themes and times, a row each, for spreadsheets. Excel opens it in columns where it writes 1.5 with a point, as in English.

# What stands in a file of this form, in a line. The number is one and a half, as such an Excel writes it.
transfer-keeps-csv-for-excel = Keeps the same. Excel opens it in columns where it writes 1,5 with a comma, as in German, French or Spanish.

# What does not stand in a file of this form, in a line.
transfer-loses-markdown = Loses recently deleted notes, and what could not be read.

# What does not stand in a file of this form, in a line.
transfer-loses-backup = Loses nothing.

# What does not stand in a file of this form, in a line.
transfer-loses-hypothesis = Loses drafts, deleted notes, and when notes were changed.

# What does not stand in a file of this form, in a line.
transfer-loses-web-annotations = Loses drafts and deleted notes; can be imported here.

# What does not stand in a file of this form, in a line. It holds for both tables.
transfer-loses-csv = Loses drafts and deleted notes, and cannot be imported here.

## Why a file was not taken.

# The file is too large.
# $most (Number) - how many megabytes a file may have
transfer-refusal-too-large = The file is too large to be looked at: this page takes up to { $most } MB. Your notes are as they were. Choose the file that this page gave you.

# The file is empty.
transfer-refusal-empty = The file is empty. Your notes are as they were. Choose another one, or make the export once more.

# The file is in another encoding.
transfer-refusal-utf16 = The file is written in UTF-16, which this page does not read. Your notes are as they were. Open it in an editor, save it as UTF-8, and choose it again.

# The file is no text.
transfer-refusal-not-text = The file is not a text that this page can read. Your notes are as they were. Choose a backup, a Markdown file or a Hypothesis export of your notes.

# The file is HTML.
transfer-refusal-web-page = The file is a web page, not an export of notes. Your notes are as they were. Choose a backup, a Markdown file or a Hypothesis export of your notes.

# The file is a table.
transfer-refusal-table = The file is a table. That form cannot be brought in, since spreadsheets change what stands in it. Your notes are as they were. Choose a backup of the same notes.

# The end of the file is missing.
transfer-refusal-cut-off = The file ends in the middle: it was not saved or copied completely. Your notes are as they were. Get the whole file and choose it again.

# The file is damaged.
transfer-refusal-damaged = The file is damaged: it begins like an export of notes and does not go on like one. Your notes are as they were. Choose another copy of it.

# The file is JSON of another kind.
transfer-refusal-other-json = The file does not hold notes in a form that this page knows. Your notes are as they were. Choose a backup, a Markdown file or a Hypothesis export of your notes.

# The file is of a later version of the page.
transfer-refusal-newer = The file was made by a newer version of this page. Your notes are as they were. Reload the page to get that version, and choose the file again.

# The file is another text.
transfer-refusal-other-text = The file is a text that this page did not make. Your notes are as they were. Choose a backup, a Markdown file or a Hypothesis export of your notes. To keep this text, paste it into a new note.

## Links with notes in them.

# The notes do not fit into a link.
# $length (Number) - how many characters the link would have
# $most (Number) - how many characters a link may have
transfer-too-long = These notes do not fit into a link: it would have { $length } characters, and programs cut links of more than { $most }. Nothing was shared. Choose fewer notes, or send a file.

# A link that was opened has no notes in it.
transfer-link-no-notes = There are no notes in this link. Your own notes are as they were. Ask for the link once more.

# A link that was opened is damaged.
transfer-link-damaged = The notes in this link cannot be read: it was cut or changed on its way. Your own notes are as they were. Ask for it once more, or for a file.

# A link that was opened is of a later version of the page.
transfer-link-newer = The notes in this link were shared by a newer version of this page. Your own notes are as they were. Reload the page to see them.

# A link that was opened is for the page of another event.
transfer-link-other-event = The notes in this link are about another event, so they are not shown here. Your own notes are as they were. Open the link on the page of that event.

## Texts that are left out, each with the reason.

# A text in the list of those that are left out.
# $text (String) - the first words of the text
transfer-reason-malformed = <text>{ $text }</text>: <reason>is not in the form of a note</reason>

# A text in the list of those that are left out.
# $text (String) - the first words of the text
transfer-reason-no-text = <text>{ $text }</text>: <reason>has no text</reason>

# A text in the list of those that are left out.
# $text (String) - the first words of the text
transfer-reason-no-theme = <text>{ $text }</text>: <reason>is on no theme of this page</reason>

# A text in the list of those that are left out.
# $text (String) - the first words of the text
transfer-reason-place-taken = <text>{ $text }</text>: <reason>belongs where another entry stands already</reason>

## What would happen if a file were brought in, a sentence for each thing that would.

# Notes that are not here yet.
# $count (Number) - how many there are, at least one
transfer-plan-new-notes =
    { $count ->
        [one] { $count } note is added.
       *[other] { $count } notes are added.
    }

# Drafts that are not here yet.
# $count (Number) - how many there are, at least one
transfer-plan-new-drafts =
    { $count ->
        [one] { $count } draft is added.
       *[other] { $count } drafts are added.
    }

# Deleted notes that are not here yet.
# $count (Number) - how many there are, at least one
transfer-plan-new-deleted =
    { $count ->
        [one] { $count } note is added to “{ notes-recently-deleted }”.
       *[other] { $count } notes are added to “{ notes-recently-deleted }”.
    }

# Entries that could not be read where the file was made.
# $count (Number) - how many there are, at least one
transfer-plan-new-entries =
    { $count ->
        [one] { $count } entry that could not be read is put back as it was.
       *[other] { $count } entries that could not be read are put back as they were.
    }

# Texts that are here with other words.
# $count (Number) - how many there are, at least one
transfer-plan-conflicting =
    { $count ->
        [one] { $count } text is here with other words. Yours stays, and the other is put beside it.
       *[other] { $count } texts are here with other words. Yours stay, and the others are put beside them.
    }

# Texts that are here already.
# $count (Number) - how many there are, at least one
transfer-plan-unchanged =
    { $count ->
        [one] { $count } text is here already.
       *[other] { $count } texts are here already.
    }

# Texts of other events or pages.
# $count (Number) - how many there are, at least one
transfer-plan-elsewhere =
    { $count ->
        [one] { $count } text belongs to another event or page and is left out.
       *[other] { $count } texts belong to other events or pages and are left out.
    }

# Texts that are left out.
# $count (Number) - how many there are, at least one
transfer-plan-unreadable =
    { $count ->
        [one] { $count } text cannot be taken over.
       *[other] { $count } texts cannot be taken over.
    }

## In an export.

# The mark on a draft.
transfer-draft = Draft, not added yet

# A time.
# $day (String) - the day
# $minute (String) - the hour and minute
transfer-time = { $day }, { $minute } UTC

# When a note was made and changed.
# $created (String) - the day and time when it was made
# $changed (String) - the day and time when it was changed last
transfer-made-and-changed = { $created }, changed { $changed }

# What the notes are about, and when they were exported: neither the place nor the organizers are known.
# $title (String) - the title of the event
# $days (String) - the day of the event, or its first and its last day
# $today (String) - the day on which the notes were exported
transfer-citation = Personal notes on “{ $title }”, { $days }. Taken from the event page on { $today }.

# What the notes are about, and when they were exported: the organizers are not known.
# $title (String) - the title of the event
# $place (String) - the place of the event
# $days (String) - the day of the event, or its first and its last day
# $today (String) - the day on which the notes were exported
transfer-citation-with-place = Personal notes on “{ $title }”, { $place }, { $days }. Taken from the event page on { $today }.

# What the notes are about, and when they were exported: the place is not known.
# $title (String) - the title of the event
# $days (String) - the day of the event, or its first and its last day
# $organizers (String) - the names of those who convened the event, parted by commas
# $today (String) - the day on which the notes were exported
transfer-citation-with-organizers = Personal notes on “{ $title }”, { $days }. Convened by { $organizers }. Taken from the event page on { $today }.

# What the notes are about, and when they were exported.
# $title (String) - the title of the event
# $place (String) - the place of the event
# $days (String) - the day of the event, or its first and its last day
# $organizers (String) - the names of those who convened the event, parted by commas
# $today (String) - the day on which the notes were exported
transfer-citation-with-place-and-organizers = Personal notes on “{ $title }”, { $place }, { $days }. Convened by { $organizers }. Taken from the event page on { $today }.

# In a backup: its title.
# $event (String) - the title of the event
transfer-backup-title = Notes on { $event }
