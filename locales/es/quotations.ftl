### What readers see of quotations.

quotations-quote = Citar en una nota

quotations-show-in-text = Ver en el texto

quotations-text-changed = El texto ha cambiado desde que usted lo citó.

quotations-no-longer-there = Ya no está en el texto.
