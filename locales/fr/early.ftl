### What the page tells while its program is not there: the early script finds these sentences in templates of the page.

early-not-added = Il n’est pas encore possible d’ajouter des notes : une partie de cette page ne s’est pas chargée. Ce que vous écrivez ici est conservé dans ce navigateur. Appuyez sur « { notes-add-note } » pour réessayer.

early-not-saved = Non enregistré : une partie de cette page ne s’est pas chargée, et ce navigateur n’a pas conservé ce que vous avez écrit. Copiez votre texte avant de quitter la page, ou appuyez sur « { notes-add-note } » pour réessayer.

early-missing = Une partie de cette page ne s’est pas chargée. Vérifiez votre connexion et réessayez.

early-copy-text = Copier ce texte

early-copied = Copié
