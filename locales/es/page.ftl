### The page around the notes: landmarks, headings, facts, sources, what there is of the event to take home, and the footer; and what stands on the page where no script runs, and on paper.

page-skip = Ir al contenido

page-themes = Temas

page-date = Fecha

page-place = Lugar

page-attendance = Asistencia

page-online = En línea

page-join = Participar en línea

page-registration = Inscripción

page-register = Inscribirse

page-contact = Contacto

page-announced-for = Se había anunciado para el <time>{ $time }</time>

page-organizers = Organizado por

page-summary = Resumen

page-occasions = Lo que contribuyó a preparar

page-time-line = Cronología

page-this-event = Este evento

page-people = Personas

page-biography = Biografía

page-add-to-calendar = Añadir al calendario

page-links = Grabaciones y documentos

page-places = Lugares

page-related = Eventos relacionados

page-sponsors = Patrocinadores

page-without-time = Sin hora fijada

page-all-times-in =
    { $city ->
        [UTC] Todas las horas se indican en hora UTC.
       *[other] Todas las horas se indican en hora de { $city }.
    }

page-map = Mapa de los temas

page-map-key = Cada anillo se llena a medida que usted escribe; con cinco notas queda completo.

page-quotation-open = «

page-quotation-close = »

page-comma = {", "}

page-semicolon = {"; "}

page-sources = Fuentes

page-source-item = { $publisher }: <a>{ $title }</a>.

page-source-item-dated = { $publisher }: <a>{ $title }</a>, <time>{ $published }</time>.

page-cited-by = Citada en: <list>{ $names }</list>

page-all-else-from = Todo lo que no indica una fuente propia procede de: <list>{ $numbers }</list>

page-source = Fuente { $number }

page-event-files = Llévese el evento

page-calendar-file = Entrada de calendario (iCalendar)

page-bibtex-file = Referencia para LaTeX (BibTeX)

page-ris-file = Referencia para Zotero, EndNote y otros (RIS)

page-csl-file = Referencia en CSL-JSON

page-data-file = Todo el evento como datos (JSON)

page-to-cite-in = Para citar en estilo { $style }

page-promise = Sus notas se quedan en este navegador. Esta página no requiere ninguna cuenta, no envía nada a ninguna parte y no observa a quien la lee.

page-newer = Hay una versión más reciente de esta página: la verá cuando vuelva a cargarla. Sus notas se conservan.

page-other-languages = Este evento en otros idiomas

page-language = Idioma

page-language-browser = El del navegador

page-locale = es

page-language-name = Español

page-part-of = Forma parte de <a>{ $site }</a>

page-imprint = Aviso legal

page-privacy = Privacidad

page-all-notes = Mis notas sobre todos los eventos

page-noscript = Para tomar notas se necesita JavaScript. Sin él puede leer todo lo que hay aquí; si desea tomar notas, permita JavaScript en esta página y recárguela.

page-print-notes = Notas

page-print-draft = Borrador
