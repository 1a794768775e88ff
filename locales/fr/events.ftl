### Finding events on the start page of a site.

events-search = Rechercher un événement

events-topic = Sujet

events-year = Année

events-all = Tout

events-show-all = Afficher tous les événements

events-shown =
    { $shown ->
        [0] Aucun événement ne réunit tous ces critères. Utilisez moins de mots, retirez un critère ou affichez tous les événements.
        [one] { $shown } événement sur { $all }
       *[other] { $shown } événements sur { $all }
    }

events-searching = Recherche en cours…

events-shown-without-list =
    { $shown ->
        [0] Aucun événement ne réunit tous ces critères. Utilisez moins de mots, retirez un critère ou affichez tous les événements. La recherche a porté sur ce que la page affiche. Les noms des personnes et les titres des thèmes n’ont pas pu être chargés ; pour réessayer, revenez dans le champ de recherche.
        [one] { $shown } événement sur { $all }. La recherche a porté sur ce que la page affiche. Les noms des personnes et les titres des thèmes n’ont pas pu être chargés ; pour réessayer, revenez dans le champ de recherche.
       *[other] { $shown } événements sur { $all }. La recherche a porté sur ce que la page affiche. Les noms des personnes et les titres des thèmes n’ont pas pu être chargés ; pour réessayer, revenez dans le champ de recherche.
    }

events-person = Personne : <name>{ $name }</name>

events-organizer = Organisation : <name>{ $name }</name>

events-part = Partie : <name>{ $name }</name>

events-theme = Thème : <name>{ $name }</name>

events-session = Séance : <name>{ $name }</name>
