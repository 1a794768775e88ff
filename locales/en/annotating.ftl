### What the program of a page says on its dialogs, on the sheet with a theme's notes, at the first visit, and
### beside what the page itself says.

# The button that closes a dialog, or the sheet with a theme's notes.
annotating-close = Close

# What is told at the first visit.
annotating-hint = Write a note on any theme. It stays in this browser, and you can take it with you.

# The button that lets this go for good.
annotating-hint-seen = Got it

# The button that copies a sentence to cite the event by.
# $style (String) - the name of the style of citation, such as “Chicago” or “APA”, which is its own in every language
annotating-copy-in = Copy in { $style } style

# Before the list of colours, and its name.
annotating-colours = Colours

# In the list of colours: light or dark, as the reader's system is.
annotating-colours-system = As the system has them

# In the list of colours.
annotating-colours-light = Light

# In the list of colours.
annotating-colours-dark = Dark

# In the list of colours.
annotating-colours-contrast = High contrast
