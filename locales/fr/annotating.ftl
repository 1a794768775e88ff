### What the program of a page says on its dialogs, on the sheet with a theme's notes, at the first visit, and
### beside what the page itself says.

annotating-close = Fermer

annotating-hint = Écrivez une note sur le thème de votre choix. Elle reste dans ce navigateur, et vous pouvez l’emporter.

annotating-hint-seen = Compris

annotating-copy-in = Copier dans le style { $style }

annotating-colours = Couleurs

annotating-colours-system = Selon le système

annotating-colours-light = Claires

annotating-colours-dark = Sombres

annotating-colours-contrast = Contraste élevé
