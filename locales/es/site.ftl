### The sentences of a site of several events.

site-events = Eventos

site-description-of-year =
    { $events ->
        [one] { $events } evento de { $year }, con una página para leer y tomar notas.
       *[other] { $events } eventos de { $year }. Cada uno tiene una página para leer y tomar notas.
    }

site-description-of-year-by =
    { $events ->
        [one] { $events } evento de { $year }, con una página para leer y tomar notas. Publicado por: { $publisher }.
       *[other] { $events } eventos de { $year }. Cada uno tiene una página para leer y tomar notas. Publicados por: { $publisher }.
    }

site-description-of-years =
    { $events ->
        [one] { $events } evento, de { $first } a { $last }, con una página para leer y tomar notas.
       *[other] { $events } eventos, de { $first } a { $last }. Cada uno tiene una página para leer y tomar notas.
    }

site-description-of-years-by =
    { $events ->
        [one] { $events } evento, de { $first } a { $last }, con una página para leer y tomar notas. Publicado por: { $publisher }.
       *[other] { $events } eventos, de { $first } a { $last }. Cada uno tiene una página para leer y tomar notas. Publicados por: { $publisher }.
    }

site-upcoming = Próximos eventos

site-all-events = Todos los eventos

site-past = Eventos anteriores

site-today = Hoy

site-on-now = En curso

site-follow = Manténgase al día

site-subscribe = Suscríbase al <a>calendario de todos los eventos</a>: indique la dirección de este enlace en su aplicación de calendario. A partir de entonces, los eventos nuevos y los cambios aparecerán en ella automáticamente.

site-feed = Con un lector RSS, el <a>canal de eventos</a> le avisa de cada evento nuevo.

site-missing = En esta dirección no hay ninguna página

site-missing-why = Puede que haya un error en la dirección, o que la página se haya trasladado o retirado.

site-missing-notes = A sus notas no les ha ocurrido nada. Se guardan en el navegador en que las escribió, y volverán a aparecer en la página de su evento cuando la abra.

site-missing-start = Ir a <a>{ $site }</a>

site-missing-way = Para llegar a la página de inicio, acorte la dirección en la barra de direcciones, parte por parte y empezando por el final, hasta que se abra una página.

site-missing-on = Aquí no hay ninguna página – { $site }

