### Export, import and sharing: the dialogs, the files and links in them, and what stands in an export beside the notes. What happens is told in full sentences that say what it means for the reader's notes, and what to do.

transfer-close = Cerrar

transfer-export-title = Llévese sus notas

transfer-share-title = Exportar o compartir

transfer-all-notes =
    { $count ->
        [0] Todas sus notas sobre este evento: ninguna.
        [one] Todas sus notas sobre este evento: { $count } nota.
       *[other] Todas sus notas sobre este evento: { $count } notas.
    }

transfer-found-notes =
    { $count ->
        [0] Resultado de su búsqueda: ninguna nota.
        [one] Resultado de su búsqueda: { $count } nota.
       *[other] Resultado de su búsqueda: { $count } notas.
    }

transfer-notes-on-theme =
    { $count ->
        [0] Sus notas sobre «{ $title }»: ninguna.
        [one] Sus notas sobre «{ $title }»: { $count } nota.
       *[other] Sus notas sobre «{ $title }»: { $count } notas.
    }

transfer-notes-on-nameless-theme =
    { $count ->
        [0] Sus notas sobre «este tema»: ninguna.
        [one] Sus notas sobre «este tema»: { $count } nota.
       *[other] Sus notas sobre «este tema»: { $count } notas.
    }

transfer-one-note = Solo esta nota.

transfer-nothing-leaves = Nada sale de este dispositivo a menos que usted lo envíe.

transfer-nothing-yet = Todavía no hay nada que llevarse: escriba primero una nota sobre un tema.

transfer-as-file = En un archivo

transfer-on-clipboard = En el portapapeles

transfer-copy-with-headings = Copiar con encabezados

transfer-headings-stay = Los encabezados y las listas se conservan en un procesador de textos o en un correo electrónico.

transfer-as-link = En un enlace

transfer-link-explained = Quien abra el enlace verá estas notas y podrá añadirlas a las suyas. Las notas están en el propio enlace: ningún servidor las recibe, pero puede leerlas toda persona a la que llegue el enlace.

transfer-link = Enlace a estas notas

transfer-copy-link = Copiar enlace

transfer-on-paper = En papel o en PDF

transfer-only-noted = Omitir los temas sin notas

transfer-print = Imprimir o guardar como PDF…

transfer-saved-as = Se ha guardado como { $name } en la carpeta de descargas de su navegador.

transfer-not-saved = No se ha guardado: el navegador no ha permitido crear el archivo. Esto no afecta a sus notas. Cópielas o pruebe con otro formato.

transfer-copied = Copiado.

transfer-not-copied = No se ha copiado: el navegador no ha permitido que la página use el portapapeles. Esto no afecta a sus notas. Guárdelas en un archivo.

transfer-link-not-copied = No se ha copiado: el navegador no permite que esta página ponga nada en el portapapeles. El enlace sigue en su cuadro y está seleccionado: cópielo con el teclado o desde el menú del navegador.

transfer-import-title = Importar notas

transfer-import-explained = Puede importar una copia de seguridad o un archivo Markdown creados por esta página, o las notas que otro programa haya creado en esta página: una exportación de Hypothesis o anotaciones web. Verá lo que ocurriría antes de que cambie nada, y no se sobrescribe nada de lo que está guardado.

transfer-choose-file = Elija un archivo o suéltelo aquí

transfer-what-would-happen-backup = El archivo es una copia de seguridad. Esto es lo que ocurriría:

transfer-what-would-happen-markdown = El archivo es un documento Markdown creado por esta página. Esto es lo que ocurriría:

transfer-what-would-happen-hypothesis = El archivo es una exportación de Hypothesis. Esto es lo que ocurriría:

transfer-what-would-happen-web-annotations = El archivo es una lista de anotaciones web. Esto es lo que ocurriría:

transfer-what-would-happen-link = El archivo es un enlace con notas. Esto es lo que ocurriría:

transfer-on-no-theme =
    { $count ->
        [one] { $count } nota no corresponde a ningún tema: se refiere a la página en su conjunto, o a palabras que no están en ninguno de sus temas o que están en varios. Elija dónde colocarla.
       *[other] { $count } notas no corresponden a ningún tema: se refieren a la página en su conjunto, o a palabras que no están en ninguno de sus temas o que están en varios. Elija dónde colocarlas.
    }

transfer-theme-for-them = Tema para las notas que no tienen ninguno

transfer-leave-them-out = No importarlas

transfer-added-to-theme =
    { $count ->
        [one] Se añade a «{ $title }», con lo que cita.
       *[other] Se añaden a «{ $title }», con lo que citan.
    }

transfer-left-in-file =
    { $count ->
        [one] No se importa y queda solo en el archivo.
       *[other] No se importan y quedan solo en el archivo.
    }

transfer-added = Se añaden

transfer-drafts-added = Borradores que se añaden

transfer-put-beside = Se colocan junto a los suyos

transfer-left-out = No se importan

transfer-text-on-theme = <theme>{ $theme }</theme>: <text>{ $text }</text>

transfer-bring-in = Importar

transfer-choose-another = Elegir otro archivo

transfer-brought-in =
    { $count ->
        [0] No se ha importado ninguna nota.
        [one] Se ha importado { $count } nota.
       *[other] Se han importado { $count } notas.
    }

transfer-taken-back = Se ha deshecho: sus notas están como antes.

transfer-visit-title = Notas recibidas en un enlace

transfer-visit-list = Notas del enlace

transfer-shared-with-you =
    { $count ->
        [one] Alguien ha compartido con usted { $count } nota sobre este evento mediante el enlace que ha abierto. No se añadirá nada a sus propias notas a menos que usted lo indique.
       *[other] Alguien ha compartido con usted { $count } notas sobre este evento mediante el enlace que ha abierto. No se añadirá nada a sus propias notas a menos que usted lo indique.
    }

transfer-gone-theme = Un tema que este evento ya no tiene

transfer-all-known = Ya las tiene todas.

transfer-add-to-mine = Añadir a mis notas

transfer-added-to-yours = Se han añadido a sus notas.

transfer-trouble-too-large = Este archivo ocupa más de 40 MB, y ningún archivo de notas es tan grande. No se ha leído nada y sus notas siguen como estaban. Elija una copia de seguridad creada por esta página.

transfer-trouble-unreadable = El navegador no ha podido leer este archivo: puede que se haya movido o que sea una carpeta. Sus notas siguen como estaban. Elíjalo de nuevo.

transfer-not-done-changed = No se ha aplicado ningún cambio: sus notas se han modificado desde que las consultó, aquí o en otra pestaña. Cierre este cuadro y empiece de nuevo.

transfer-not-done-full = No se ha aplicado ningún cambio: en el espacio que este navegador reserva a este sitio no cabe lo que desea guardar. Sus notas siguen como estaban. Elimine lo que ya no necesite y vuelva a intentarlo.

transfer-not-done-refused = No se ha aplicado ningún cambio: el navegador no ha permitido guardarlo. Sus notas siguen como estaban. Vuelva a intentarlo, o hágalo en otro navegador.

transfer-label-markdown = Markdown

transfer-label-backup = Copia de seguridad (.ann)

transfer-label-hypothesis = Hypothesis (JSON)

transfer-label-web-annotations = Anotaciones web (JSON-LD)

transfer-label-csv = Tabla (CSV)

transfer-label-csv-for-excel = Tabla para Excel (punto y coma)

transfer-keeps-markdown = Conserva las notas, con sus fechas y horas, y los borradores. Para cualquier editor; el archivo se puede importar aquí.

transfer-keeps-backup = Conserva todo lo que este navegador guarda sobre este evento; el archivo se puede importar aquí.

transfer-keeps-hypothesis = Conserva las notas, los temas y las fechas, como anotaciones privadas de Hypothesis.

transfer-keeps-web-annotations = Conserva las notas, con sus fechas y horas y su lugar en el texto, para programas como Recogito.

transfer-keeps-csv = Conserva las notas, los temas y las fechas y horas, en una fila por nota, para hojas de cálculo. Excel lo abre en columnas si escribe 1.5 con punto, como en inglés o en el español de México.

transfer-keeps-csv-for-excel = Conserva lo mismo. Excel lo abre en columnas si escribe 1,5 con coma, como en alemán, en francés o en el español de la mayoría de los países.

transfer-loses-markdown = Se pierden las notas eliminadas recientemente y lo que no se ha podido leer.

transfer-loses-backup = No se pierde nada.

transfer-loses-hypothesis = Se pierden los borradores, las notas eliminadas y las fechas de modificación.

transfer-loses-web-annotations = Se pierden los borradores y las notas eliminadas; el archivo se puede importar aquí.

transfer-loses-csv = Se pierden los borradores y las notas eliminadas, y el archivo no se puede importar aquí.

transfer-refusal-too-large = El archivo es demasiado grande para examinarlo: esta página admite hasta { $most } MB. Sus notas siguen como estaban. Elija el archivo que le dio esta página.

transfer-refusal-empty = El archivo está vacío. Sus notas siguen como estaban. Elija otro o repita la exportación.

transfer-refusal-utf16 = El archivo está escrito en UTF-16, que esta página no lee. Sus notas siguen como estaban. Ábralo en un editor, guárdelo en UTF-8 y elíjalo de nuevo.

transfer-refusal-not-text = El archivo no es un texto que esta página pueda leer. Sus notas siguen como estaban. Elija una copia de seguridad, un archivo Markdown o una exportación de Hypothesis con sus notas.

transfer-refusal-web-page = El archivo es una página web, no una exportación de notas. Sus notas siguen como estaban. Elija una copia de seguridad, un archivo Markdown o una exportación de Hypothesis con sus notas.

transfer-refusal-table = El archivo es una tabla. Ese formato no se puede importar, porque las hojas de cálculo alteran su contenido. Sus notas siguen como estaban. Elija una copia de seguridad de las mismas notas.

transfer-refusal-cut-off = El archivo está cortado: no se guardó o no se copió entero. Sus notas siguen como estaban. Consiga el archivo completo y elíjalo de nuevo.

transfer-refusal-damaged = El archivo está dañado: empieza como una exportación de notas, pero no continúa como tal. Sus notas siguen como estaban. Elija otra copia del archivo.

transfer-refusal-other-json = El archivo no contiene notas en un formato que esta página conozca. Sus notas siguen como estaban. Elija una copia de seguridad, un archivo Markdown o una exportación de Hypothesis con sus notas.

transfer-refusal-newer = El archivo se creó con una versión más reciente de esta página. Sus notas siguen como estaban. Recargue la página para obtener esa versión y elija el archivo de nuevo.

transfer-refusal-other-text = El archivo es un texto que no creó esta página. Sus notas siguen como estaban. Elija una copia de seguridad, un archivo Markdown o una exportación de Hypothesis con sus notas. Si desea conservar este texto, péguelo en una nota nueva.

transfer-too-long = Estas notas no caben en un enlace: tendría { $length } caracteres, y los programas cortan los enlaces de más de { $most }. No se ha compartido nada. Elija menos notas o envíe un archivo.

transfer-link-no-notes = En este enlace no hay notas. Sus propias notas siguen como estaban. Pida el enlace de nuevo.

transfer-link-damaged = No se pueden leer las notas de este enlace: se ha cortado o alterado por el camino. Sus propias notas siguen como estaban. Pida que le envíen de nuevo el enlace, o un archivo.

transfer-link-newer = Las notas de este enlace se compartieron con una versión más reciente de esta página. Sus propias notas siguen como estaban. Recargue la página para verlas.

transfer-link-other-event = Las notas de este enlace son sobre otro evento, por lo que no se muestran aquí. Sus propias notas siguen como estaban. Abra el enlace en la página de ese evento.

transfer-reason-malformed = <text>{ $text }</text>: <reason>no tiene la forma de una nota</reason>

transfer-reason-no-text = <text>{ $text }</text>: <reason>no tiene texto</reason>

transfer-reason-no-theme = <text>{ $text }</text>: <reason>no corresponde a ningún tema de esta página</reason>

transfer-reason-place-taken = <text>{ $text }</text>: <reason>le corresponde un lugar que ya ocupa otra entrada</reason>

transfer-plan-new-notes =
    { $count ->
        [one] Se añade { $count } nota.
       *[other] Se añaden { $count } notas.
    }

transfer-plan-new-drafts =
    { $count ->
        [one] Se añade { $count } borrador.
       *[other] Se añaden { $count } borradores.
    }

transfer-plan-new-deleted =
    { $count ->
        [one] Se añade { $count } nota a «{ notes-recently-deleted }».
       *[other] Se añaden { $count } notas a «{ notes-recently-deleted }».
    }

transfer-plan-new-entries =
    { $count ->
        [one] Se repone tal como estaba { $count } entrada que no se había podido leer.
       *[other] Se reponen tal como estaban { $count } entradas que no se habían podido leer.
    }

transfer-plan-conflicting =
    { $count ->
        [one] { $count } texto ya está aquí con otras palabras. El suyo se conserva y el otro se coloca a su lado.
       *[other] { $count } textos ya están aquí con otras palabras. Los suyos se conservan y los otros se colocan a su lado.
    }

transfer-plan-unchanged =
    { $count ->
        [one] { $count } texto ya está aquí.
       *[other] { $count } textos ya están aquí.
    }

transfer-plan-elsewhere =
    { $count ->
        [one] { $count } texto corresponde a otro evento o a otra página y no se importa.
       *[other] { $count } textos corresponden a otros eventos o a otras páginas y no se importan.
    }

transfer-plan-unreadable =
    { $count ->
        [one] { $count } texto no se puede importar.
       *[other] { $count } textos no se pueden importar.
    }

transfer-draft = Borrador, aún sin añadir

transfer-time = { $day }, { $minute } UTC

transfer-made-and-changed = { $created }, modificada el { $changed }

transfer-citation = Notas personales sobre «{ $title }», { $days }. Exportadas de la página del evento el { $today }.

transfer-citation-with-place = Notas personales sobre «{ $title }», { $place }, { $days }. Exportadas de la página del evento el { $today }.

transfer-citation-with-organizers = Notas personales sobre «{ $title }», { $days }. Evento organizado por: { $organizers }. Notas exportadas de la página del evento el { $today }.

transfer-citation-with-place-and-organizers = Notas personales sobre «{ $title }», { $place }, { $days }. Evento organizado por: { $organizers }. Notas exportadas de la página del evento el { $today }.

transfer-backup-title = Notas sobre «{ $event }»
