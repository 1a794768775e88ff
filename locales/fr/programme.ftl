### What lives in the programme: the clock, and what the reader chose.

programme-now = En cours

programme-next = À suivre

programme-choose = Choisir des séances

programme-track = Volet

programme-place = Lieu

programme-person = Personne

programme-all = Tout

programme-show-all = Afficher toutes les séances

programme-shown =
    { $shown ->
        [0] Aucune séance ne réunit tous ces critères. Retirez un critère ou affichez toutes les séances.
        [one] { $shown } séance sur { $all }
       *[other] { $shown } séances sur { $all }
    }

programme-on-your-clock = { $time } <words>chez vous</words>

programme-your-times = Sous chacune figure l’heure correspondante chez vous.
