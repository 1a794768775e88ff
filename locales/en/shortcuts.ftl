### What readers see of shortcuts. The keys themselves are the same in every language.

# The title of the list of shortcuts, and the button that shows it.
shortcuts-shortcuts = Keyboard shortcuts

# What the key “?” does.
shortcuts-key-help = Show these shortcuts

# What the key “/” does.
shortcuts-key-search = Search your notes

# What the key “n” does.
shortcuts-key-new = Write a new note on the theme in view

# What the key “j” does.
shortcuts-key-next = Go to the next theme

# What the key “k” does.
shortcuts-key-before = Go to the theme before

# What the key “e” does.
shortcuts-key-edit = Edit the nearest note on the theme in view

# What the key “q” does.
shortcuts-key-quote = Quote the selected words in a note

# Below that list.
shortcuts-keys-while-typing = While you type, none of them is a shortcut. In a text box, Ctrl+Enter (Cmd+Enter on Apple’s keyboards) adds your note.

# The choice whether there are shortcuts, beside its box.
shortcuts-use-shortcuts = Use keyboard shortcuts
