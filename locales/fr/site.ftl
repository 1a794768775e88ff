### The sentences of a site of several events.

site-events = Événements

site-description-of-year =
    { $events ->
        [one] { $events } événement de { $year }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
       *[other] { $events } événements de { $year }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
    }

site-description-of-year-by =
    { $events ->
        [one] { $events } événement de { $year }. Publication : { $publisher }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
       *[other] { $events } événements de { $year }. Publication : { $publisher }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
    }

site-description-of-years =
    { $events ->
        [one] { $events } événement, de { $first } à { $last }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
       *[other] { $events } événements, de { $first } à { $last }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
    }

site-description-of-years-by =
    { $events ->
        [one] { $events } événement, de { $first } à { $last }. Publication : { $publisher }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
       *[other] { $events } événements, de { $first } à { $last }. Publication : { $publisher }. Chaque événement a sa page, où vous pouvez lire et prendre des notes.
    }

site-upcoming = Événements à venir

site-all-events = Tous les événements

site-past = Événements passés

site-today = Aujourd’hui

site-on-now = En cours

site-follow = Suivre l’actualité des événements

site-subscribe = Abonnez-vous <a>au calendrier de tous les événements</a> : donnez l’adresse de ce lien à votre calendrier, qui affichera ensuite de lui-même les nouveaux événements et les changements.

site-feed = Un lecteur de flux vous signale les nouveaux événements grâce <a>au flux de ce site</a>.

site-missing = Il n’y a pas de page à cette adresse

site-missing-why = L’adresse contient peut-être une faute de frappe, ou la page a été déplacée ou retirée.

site-missing-notes = Vos notes sont intactes. Elles sont conservées dans le navigateur où vous les avez écrites, et vous les retrouverez en ouvrant la page de leur événement.

site-missing-start = Aller à l’accueil : <a>{ $site }</a>

site-missing-way = Pour arriver à la page d’accueil, raccourcissez l’adresse dans la barre d’adresse, morceau par morceau à partir de la fin, jusqu’à ce qu’une page s’ouvre.

site-missing-on = Page introuvable – { $site }

