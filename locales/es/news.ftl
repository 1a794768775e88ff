### What the page tells the reader about their notes: full sentences that say what happened, what it means for the notes, and what to do.

news-saved = Guardado

news-deleted = Nota eliminada.

news-restored = La nota se ha recuperado.

news-recovered =
    { $count ->
        [one] Se ha recuperado { $count } texto que este navegador no había terminado de guardar.
       *[other] Se han recuperado { $count } textos que este navegador no había terminado de guardar.
    }

news-written-back = Sus notas vuelven a estar guardadas en este navegador.

news-copied = Copiado.

news-not-kept-blocked = Este navegador no permite que la página guarde nada. Puede escribir notas, pero desaparecerán cuando se cierre esta pestaña: cópielas antes de salir, o permita los datos del sitio para esta página y recárguela.

news-not-kept = En este momento no se han podido leer las notas guardadas en este navegador. Se dejan intactas. Lo que escriba ahora desaparecerá cuando se cierre esta pestaña: recargue la página para volver a intentarlo.

news-vanished =
    { $count ->
        [one] { $count } nota o borrador ya no está guardado en este navegador: lo ha borrado algo ajeno a esta página. Sigue aquí, en esta pestaña. Vuelva a guardarlo, o cópielo antes de cerrarla.
       *[other] { $count } notas y borradores ya no están guardados en este navegador: los ha borrado algo ajeno a esta página. Siguen aquí, en esta pestaña. Vuelva a guardarlos, o cópielos antes de cerrarla.
    }

news-not-saved-full = No se ha guardado: el espacio que este navegador reserva a este sitio está lleno. Su texto sigue en esta página. Mantenga abierta la pestaña y libere espacio: en «{ notes-my-notes }», el apartado «{ notes-storage }» muestra qué lo ocupa. Después se intentará guardar de nuevo automáticamente.

news-not-saved = No se ha guardado: el navegador no ha permitido almacenar su texto. Sigue en esta página. Mantenga abierta la pestaña y copie el texto en un lugar seguro; se intentará guardar de nuevo automáticamente.

news-place-taken = No se ha guardado: el lugar de este texto lo ocupa una entrada anterior que no se ha podido leer y que no se sobrescribe. Pulse «{ notes-add-note }» para conservar un borrador como nota, o quite esa entrada en «{ notes-needs-attention }».

news-not-deleted = No se ha eliminado: el navegador no ha permitido cambiar lo que está guardado. No se ha perdido nada y todo sigue como estaba. Vuelva a intentarlo.

news-not-copied-notes = No se ha copiado: el navegador no permite que esta página ponga nada en el portapapeles. Esto no afecta a sus notas. Con «{ notes-export }» puede guardarlas en un archivo; o bien selecciónelas en «{ notes-my-notes }» y cópielas con el teclado.

news-not-copied-citation = No se ha copiado: el navegador no permite que esta página ponga nada en el portapapeles. La frase sigue ahí y está seleccionada: cópiela con el teclado o desde el menú del navegador.

news-not-copied-entry = No se ha copiado: el navegador no permite que esta página ponga nada en el portapapeles. La entrada sigue intacta. Con «{ notes-download }» puede guardarla en un archivo.

news-not-loaded = No se ha podido cargar la parte de esta página que exporta, importa y comparte notas: puede que no haya conexión. Esto no afecta a sus notas. Vuelva a intentarlo cuando tenga conexión; «{ notes-copy-all }» funciona sin ella.

news-unreadable =
    { $count ->
        [one] { $count } entrada guardada no se ha podido leer y se deja en este navegador tal como estaba. Todas las demás notas funcionan. Encontrará el texto en «{ notes-needs-attention }», dentro de «{ notes-my-notes }».
       *[other] { $count } entradas guardadas no se han podido leer y se dejan en este navegador tal como estaban. Todas las demás notas funcionan. Encontrará el texto en «{ notes-needs-attention }», dentro de «{ notes-my-notes }».
    }

news-newer =
    { $count ->
        [one] { $count } nota procede de una versión más reciente de esta página. Puede leer lo que dice; esta versión la deja intacta. Recargue la página para trabajar con ella.
       *[other] { $count } notas proceden de una versión más reciente de esta página. Puede leer lo que dicen; esta versión las deja intactas. Recargue la página para trabajar con ellas.
    }

news-unknown-theme =
    { $count ->
        [one] { $count } nota corresponde a un tema que este evento ya no tiene. No se ha perdido nada: la encontrará en «{ notes-lost-notes }», dentro de «{ notes-my-notes }», y desde allí puede moverla a otro tema.
       *[other] { $count } notas corresponden a un tema que este evento ya no tiene. No se ha perdido nada: las encontrará en «{ notes-lost-notes }», dentro de «{ notes-my-notes }», y desde allí puede moverlas a otro tema.
    }

news-write-back = Volver a guardar

news-dismiss = Cerrar aviso

news-reason-damaged = Dañada: no se ha podido leer esta entrada. Se conserva tal como estaba y se ha guardado una copia aparte. Copie o descargue lo que necesite de ella.

news-reason-newer = Procede de una versión más reciente de esta página, en una forma que esta versión no conoce. Se deja intacta. Recargue la página para obtener la versión más reciente.

news-reason-out-of-reach = El navegador no da acceso a esta entrada en este momento. Se deja intacta. Recargue la página para volver a intentarlo.

news-usage =
    Las notas de este evento { $total ->
        [0] no ocupan ninguno
       *[other] ocupan { $total }
    } de los cerca de 5 millones de caracteres que los navegadores conceden a cada sitio: { $notes ->
        [0] ninguno
       *[other] { $notes }
    } en notas, { $drafts ->
        [0] ninguno
       *[other] { $drafts }
    } en borradores, { $deleted ->
        [0] ninguno
       *[other] { $deleted }
    } en notas eliminadas recientemente y { $unreadable ->
        [0] ninguno
       *[other] { $unreadable }
    } en lo que no se ha podido leer.

news-usage-of-others =
    { $count ->
        [one] Otras páginas de este sitio guardan { $count } entrada, que esta página no lee y, por tanto, no puede medir.
       *[other] Otras páginas de este sitio guardan { $count } entradas, que esta página no lee y, por tanto, no puede medir.
    }

news-persistence-not-asked = Con su primera nota, esta página pedirá al navegador que conserve sus notas aunque le falte espacio.

news-persistence-agreed = Este navegador ha aceptado conservar sus notas aunque le falte espacio. Solo desaparecerán si usted las elimina o borra los datos de este sitio.

news-persistence-refused = Este navegador no ha aceptado conservar sus notas si le falta espacio. Rara vez se llega a ese punto; aun así, guarde una copia de lo que no quiera perder.
