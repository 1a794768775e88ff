### What the page tells while its program is not there: the early script finds these sentences in templates of the page.

# Beside a box whose text is kept, when notes cannot be added.
early-not-added = Notes cannot be added yet: a part of this page did not load. What you write here is kept in this browser. Press “{ notes-add-note }” to try again.

# Beside a box whose text could not be stored either.
early-not-saved = Not saved: a part of this page did not load, and this browser did not keep what you wrote. Copy it before you leave, or press “{ notes-add-note }” to try again.

# Told of anything else that the reader pressed.
early-missing = A part of this page did not load. Check your connection, and try again.

# The button that copies what stands in a box.
early-copy-text = Copy this text

# What that button says once it has.
early-copied = Copied
