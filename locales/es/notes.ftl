### The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the notes. What happens to them is told in `news.ftl`.

notes-new-note-on = Nueva nota sobre «{ $theme }»

notes-write-here = Escriba una nota sobre este tema

notes-add-note = Añadir nota

notes-notes-on = Notas sobre «{ $theme }»

notes-lost-notes = Notas sobre temas que ya no están en este evento

notes-share-theme = Exportar o compartir estas notas…

notes-edit-note = Editar nota

notes-delete-note = Eliminar nota

notes-share = Compartir…

notes-note-text = Texto de la nota

notes-done = Listo

notes-undo = Deshacer

notes-added = Añadida el <time>{ $created }</time>

notes-added-and-changed = Añadida el <created>{ $created }</created>, modificada el <changed>{ $changed }</changed>

notes-shown-of =
    { $count ->
        [one] Aquí se muestra { $shown } de { $count } nota. Al desplazarse aparecen más; la función «Buscar en la página» de su navegador solo abarca estas; «{ notes-search-notes }» las abarca todas.
       *[other] Aquí se muestran { $shown } de { $count } notas. Al desplazarse aparecen más; la función «Buscar en la página» de su navegador solo abarca estas; «{ notes-search-notes }» las abarca todas.
    }

notes-show-more = Mostrar más notas

notes-tag-with-count = { $tag } ({ $count })

notes-mark-not-saved = Sin guardar

notes-mark-newer = De una versión más reciente de esta página: se muestra tal como está y aquí no se modifica. Recargue la página para trabajar con ella.

notes-mark-conflict = Copia en conflicto: este texto se escribió al mismo tiempo en otra pestaña. Conserve lo que necesite y elimine lo demás.

notes-note-count =
    { $count ->
        [0] sin notas
        [one] { $count } nota
       *[other] { $count } notas
    }

notes-theme-with-count =
    { $count ->
        [0] { $theme }, sin notas
        [one] { $theme }, { $count } nota
       *[other] { $theme }, { $count } notas
    }

notes-my-notes = Mis notas

notes-search-notes = Buscar en las notas

notes-export = Exportar…

notes-import = Importar…

notes-copy-all = Copiar todas mis notas

notes-totals =
    { $count ->
        [0] Todavía no hay notas. Elija un tema y empiece a escribir.
        [one] { $count } nota en este navegador.
       *[other] { $count } notas en este navegador.
    }

notes-totals-found = Notas encontradas: { $found } de { $count }.

notes-overdue-backup = Su última copia de seguridad es del { $last } y no incluye los cambios posteriores. Con «{ notes-export }» puede hacer una nueva.

notes-overdue-first-backup = Algunas de sus notas tienen más de una semana y no hay ninguna copia de seguridad de ellas. Con «{ notes-export }» puede hacer una.

notes-go-to-theme = Ir al tema

notes-go-to-theme-named = Ir al tema: { $theme }

notes-move-to-theme = Mover al tema

notes-move = Mover

notes-needs-attention = Requiere atención

notes-attention-list = Entradas que requieren atención

notes-raw-entry = La entrada tal como está guardada

notes-cut-off = { $text }…

notes-copy = Copiar

notes-download = Descargar

notes-remove = Quitar…

notes-remove-question = ¿Quitar esta entrada definitivamente? No quedará ninguna copia.

notes-remove-yes = Quitar definitivamente

notes-remove-no = Conservar

notes-recently-deleted = Eliminadas recientemente

notes-deleted-title = Eliminadas recientemente ({ $count })

notes-deleted-kept = Se conservan durante 30 días; después desaparecen definitivamente.

notes-deleted-at = Eliminada el { $time }

notes-restore-note = Recuperar nota

notes-empty = Vaciar…

notes-empty-question =
    { $count ->
        [one] ¿Eliminar definitivamente { $count } nota? No se podrá recuperar.
       *[other] ¿Eliminar definitivamente { $count } notas? No se podrán recuperar.
    }

notes-empty-yes = Eliminar definitivamente

notes-empty-no = Conservar

notes-storage = Almacenamiento

notes-other-themes = Otros temas

notes-show-source = Ver sin formato

notes-show-formatted = Ver con formato

notes-pin = Fijar

notes-unpin = Dejar de fijar

notes-pinned = Fijada

notes-theme = Tema

notes-all-themes = Todos los temas

notes-tag = Etiqueta

notes-all-tags = Todas las etiquetas

notes-sort-by = Ordenar por

notes-outline = Orden de los temas

notes-newest = Más recientes

notes-last-changed = Última modificación

notes-notes-in-order = Notas por orden cronológico
