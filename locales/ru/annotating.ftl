### What the program of a page says on its dialogs, on the sheet with a theme's notes, at the first visit, and
### beside what the page itself says.

annotating-close = Закрыть

annotating-hint = Напишите заметку по любой теме. Она останется в этом браузере, и вы сможете забрать ее с собой.

annotating-hint-seen = Понятно

annotating-copy-in = Скопировать в стиле { $style }

annotating-colours = Цвета

annotating-colours-system = Как в системе

annotating-colours-light = Светлые

annotating-colours-dark = Темные

annotating-colours-contrast = Высокий контраст
