### What the page says of an event beside the host's own words: days, roles, and the names of places on the page.

event-period = <starts>{ $starts }</starts> a <ends>{ $ends }</ends>

event-days = { $first } a { $last }

event-days-and-place = { $days }, { $place }

event-chair = Presidencia

event-panelist = Panelista

event-moderator = Moderación

event-speaker = Ponente

event-keynote = Ponente principal

event-contact = Contacto

event-days-later =
    { $days ->
        [one] { $days } día después
       *[other] { $days } días después
    }

event-programme = Programa

event-postponed = Se ha aplazado

event-moved = Nuevo horario o lugar

event-cancelled = Se ha cancelado

event-series = Serie: <event>{ $title }</event>

event-parent = Forma parte de: <event>{ $title }</event>

event-earlier = Anterior: <event>{ $title }</event>

event-later = Posterior: <event>{ $title }</event>

event-related = Véase también: <event>{ $title }</event>

event-language-ar = Árabe

event-language-de = Alemán

event-language-en = Inglés

event-language-es = Español

event-language-fr = Francés

event-language-it = Italiano

event-language-pt = Portugués

event-language-ru = Ruso

event-language-zh = Chino

event-zone =
    { $city ->
        [UTC] hora UTC
       *[other] hora de { $city }
    }

event-facts = El evento

event-summary-paragraph = Resumen, párrafo { $number }

event-quotation-of = Cita: { $speaker }

event-organizers = Organizado por: { $names }

event-attendance = Asistencia: { $words }
