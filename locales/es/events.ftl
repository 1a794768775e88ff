### Finding events on the start page of a site.

events-search = Buscar eventos

events-topic = Ámbito

events-year = Año

events-all = Todos

events-show-all = Mostrar todos los eventos

events-shown =
    { $shown ->
        [0] Ningún evento reúne todo esto. Busque con menos palabras, elija menos opciones o muestre todos los eventos.
       *[other]
            { $all ->
                [one] { $shown } de { $all } evento
               *[other] { $shown } de { $all } eventos
            }
    }

events-searching = Buscando…

events-shown-without-list =
    { $shown ->
        [0] Ningún evento reúne todo esto. Busque con menos palabras, elija menos opciones o muestre todos los eventos. Se ha buscado en lo que muestra la página. No se han podido cargar los nombres de las personas ni los títulos de los temas; para intentarlo otra vez, vuelva al cuadro de búsqueda.
       *[other]
            { $all ->
                [one] { $shown } de { $all } evento. Se ha buscado en lo que muestra la página. No se han podido cargar los nombres de las personas ni los títulos de los temas; para intentarlo otra vez, vuelva al cuadro de búsqueda.
               *[other] { $shown } de { $all } eventos. Se ha buscado en lo que muestra la página. No se han podido cargar los nombres de las personas ni los títulos de los temas; para intentarlo otra vez, vuelva al cuadro de búsqueda.
            }
    }

events-person = Persona: <name>{ $name }</name>

events-organizer = Organizado por: <name>{ $name }</name>

events-part = Parte: <name>{ $name }</name>

events-theme = Tema: <name>{ $name }</name>

events-session = Sesión: <name>{ $name }</name>
