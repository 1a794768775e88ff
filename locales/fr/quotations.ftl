### What readers see of quotations.

quotations-quote = Citer dans une note

quotations-show-in-text = Voir dans le texte

quotations-text-changed = Le texte a changé depuis que vous l’avez cité.

quotations-no-longer-there = Ne figure plus dans le texte.
