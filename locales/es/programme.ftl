### What lives in the programme: the clock, and what the reader chose.

programme-now = Ahora

programme-next = A continuación

programme-choose = Elegir sesiones

programme-track = Eje temático

programme-place = Lugar

programme-person = Persona

programme-all = Cualquiera

programme-show-all = Mostrar todas las sesiones

programme-shown =
    { $shown ->
        [0] Ninguna sesión reúne todo esto. Elija menos opciones o muestre todas las sesiones.
       *[other]
            { $all ->
                [one] { $shown } de { $all } sesión
               *[other] { $shown } de { $all } sesiones
            }
    }

programme-on-your-clock = { $time } <words>en su reloj</words>

programme-your-times = Debajo de cada una figura la hora de su reloj.
