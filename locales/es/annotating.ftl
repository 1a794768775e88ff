### What the program of a page says on its dialogs, on the sheet with a theme's notes, at the first visit, and
### beside what the page itself says.

annotating-close = Cerrar

annotating-hint = Escriba una nota sobre cualquier tema. Se guarda en este navegador y puede llevársela.

annotating-hint-seen = Entendido

annotating-copy-in = Copiar en estilo { $style }

annotating-colours = Colores

annotating-colours-system = Los del sistema

annotating-colours-light = Claros

annotating-colours-dark = Oscuros

annotating-colours-contrast = Alto contraste
