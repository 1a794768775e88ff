### What readers see of quotations.

# The button at words that are selected in a theme.
quotations-quote = Quote in a note

# The button that leads from a note to the words that it quotes.
quotations-show-in-text = Show in the text

# Of a quotation that was found again, though not word by word.
quotations-text-changed = The text has changed since you quoted it.

# Of a quotation that was not found again.
quotations-no-longer-there = No longer in the text.
