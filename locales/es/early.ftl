### What the page tells while its program is not there: the early script finds these sentences in templates of the page.

early-not-added = Todavía no se pueden añadir notas: una parte de esta página no se ha cargado. Lo que escriba aquí se guarda en este navegador. Pulse «{ notes-add-note }» para volver a intentarlo.

early-not-saved = No se ha guardado: una parte de esta página no se ha cargado y este navegador no ha conservado lo que ha escrito. Cópielo antes de salir, o pulse «{ notes-add-note }» para volver a intentarlo.

early-missing = Una parte de esta página no se ha cargado. Compruebe su conexión y vuelva a intentarlo.

early-copy-text = Copiar este texto

early-copied = Copiado
