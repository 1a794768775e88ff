### The page with the notes on all events of a site: what stands on it, how it is led to, and what its exports say beside the notes.

all-notes-title-of = { page-all-notes } – { $site }

all-notes-back = Volver a <a>{ $site }</a>

all-notes-kept = Sus notas se guardan en este navegador y en ningún otro lugar, y solo usted las ve. Esta página muestra todo lo que el navegador guarda, sea cual sea el evento. Aquí no se cambia nada: para escribir en una nota, ábrala en la página de su evento.

all-notes-needs-script = Para mostrar sus notas, esta página necesita JavaScript, porque es este navegador el que las guarda. Permita JavaScript en esta página y recárguela. Esto no afecta a sus notas.

all-notes-not-loaded = No se ha podido cargar la parte de esta página que muestra sus notas: puede que no haya conexión. Esto no afecta a sus notas. Recargue la página cuando tenga conexión.

all-notes-on-start = Sus notas

all-notes-on-start-explained = Todo lo que ha anotado sobre estos eventos está reunido en <a>{ page-all-notes }</a>, para que pueda buscar en sus notas y llevárselas.

all-notes-search = Buscar en las notas

all-notes-event = Evento

all-notes-all-events = Todos los eventos

all-notes-blocked = Este navegador no permite que la página vea lo que guarda, así que no se puede mostrar ninguna nota. Si hay notas guardadas, siguen intactas. Permita los datos del sitio para esta página y recárguela.

all-notes-unreadable-store = En este momento no se han podido leer las notas guardadas en este navegador. Se dejan como están. Recargue la página para volver a intentarlo.

all-notes-no-notes = Todavía no hay notas en este navegador. Abra la página de un evento y escriba una: también se mostrará aquí. Las notas que haya escrito en otro navegador o en otro dispositivo siguen allí; con una copia de seguridad puede traerlas aquí.

all-notes-no-titles = No se han podido cargar los títulos de los eventos: puede que no haya conexión. Todas sus notas están aquí, bajo los nombres cortos con que las guarda este navegador. Recargue la página para volver a intentarlo.

all-notes-unknown-event = Este evento no está en este sitio (o ya no está). Sus notas siguen en este navegador.

all-notes-save-these = Guardar una copia de seguridad de estas notas

all-notes-totals-of-notes =
    { $notes ->
        [0]
            { $events ->
                [one] Ninguna nota sobre { $events } evento.
               *[other] Ninguna nota sobre { $events } eventos.
            }
        [one]
            { $events ->
                [one] { $notes } nota sobre { $events } evento.
               *[other] { $notes } nota sobre { $events } eventos.
            }
       *[other]
            { $events ->
                [one] { $notes } notas sobre { $events } evento.
               *[other] { $notes } notas sobre { $events } eventos.
            }
    }

all-notes-totals-of-drafts =
    { $drafts ->
        [one]
            { $events ->
                [one] { $drafts } borrador sobre { $events } evento.
               *[other] { $drafts } borrador sobre { $events } eventos.
            }
       *[other]
            { $events ->
                [one] { $drafts } borradores sobre { $events } evento.
               *[other] { $drafts } borradores sobre { $events } eventos.
            }
    }

all-notes-totals-of-both =
    { $notes ->
        [one]
            { $drafts ->
                [one]
                    { $events ->
                        [one] { $notes } nota y { $drafts } borrador sobre { $events } evento.
                       *[other] { $notes } nota y { $drafts } borrador sobre { $events } eventos.
                    }
               *[other]
                    { $events ->
                        [one] { $notes } nota y { $drafts } borradores sobre { $events } evento.
                       *[other] { $notes } nota y { $drafts } borradores sobre { $events } eventos.
                    }
            }
       *[other]
            { $drafts ->
                [one]
                    { $events ->
                        [one] { $notes } notas y { $drafts } borrador sobre { $events } evento.
                       *[other] { $notes } notas y { $drafts } borrador sobre { $events } eventos.
                    }
               *[other]
                    { $events ->
                        [one] { $notes } notas y { $drafts } borradores sobre { $events } evento.
                       *[other] { $notes } notas y { $drafts } borradores sobre { $events } eventos.
                    }
            }
    }

all-notes-found =
    { $texts ->
        [0] No se ha encontrado nada. Pruebe con menos palabras o con otras, o elija «{ all-notes-all-events }».
       *[other]
            { $events ->
                [one] Textos encontrados: { $texts } de { $all }, en { $events } evento.
               *[other] Textos encontrados: { $texts } de { $all }, en { $events } eventos.
            }
    }

all-notes-shown-of =
    { $all ->
        [one] Aquí se muestra { $shown } de { $all } texto. La búsqueda abarca todos.
       *[other] Aquí se muestran { $shown } de { $all } textos. La búsqueda abarca todos.
    }

all-notes-show-more = Mostrar más

all-notes-notes-on = Notas sobre «{ $theme }»

all-notes-gone-theme = (tema que este evento ya no tiene)

all-notes-draft = Aún sin añadir

all-notes-changed = Modificada el { $time }

all-notes-added = Añadida el { $time }

all-notes-open = Abrir en la página del evento

all-notes-tags = Etiquetas

all-notes-search-for = Buscar «{ $tag }»

all-notes-unreadable = No se han podido leer

all-notes-unreadable-explained = Estas entradas están dañadas o proceden de una versión más reciente de la página. Se dejan como están y se incluyen en la copia de seguridad.

all-notes-out-of-reach = El navegador no da acceso a esta entrada en este momento. Recargue la página para volver a intentarlo.

all-notes-deleted-title = Eliminadas recientemente ({ $count })

all-notes-deleted-at = Eliminada el { $time }

all-notes-export = Exportar todas las notas

all-notes-export-explained = Cada archivo contiene las notas sobre todos los eventos, muestre lo que muestre la búsqueda. Nada sale de este dispositivo a menos que usted lo envíe.

all-notes-as-markdown = Markdown

all-notes-markdown-keeps = Para leer y para cualquier editor: un encabezado por evento, con notas, fechas y horas, y borradores. No se puede importar.

all-notes-as-backup = Copia de seguridad (.ann)

all-notes-backup-keeps = No se pierde nada. Con «{ notes-import }», en la página de un evento, se recuperan las notas sobre ese evento a partir de este único archivo.

all-notes-as-csv = Tabla (CSV)

all-notes-csv-keeps = Para hojas de cálculo: una fila por nota, con su evento. Sin borradores ni notas eliminadas. No se puede importar.

all-notes-as-csv-for-excel = Tabla para Excel (punto y coma)

all-notes-excel-keeps = Lo mismo, para un Excel que escribe 1,5 con coma, como en alemán, en francés o en el español de la mayoría de los países.

all-notes-saved-as = Se ha guardado como { $name } en la carpeta de descargas de su navegador.

all-notes-not-saved = No se ha guardado: el navegador no ha permitido crear el archivo. Esto no afecta a sus notas. Pruebe con otro formato.

all-notes-taken-from = Notas personales sobre los eventos de «{ $site }». Exportadas el { $today }.
