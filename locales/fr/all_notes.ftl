### The page with the notes on all events of a site: what stands on it, how it is led to, and what its exports say beside the notes.

all-notes-title-of = { page-all-notes } – { $site }

all-notes-back = Retour à l’accueil : <a>{ $site }</a>

all-notes-kept = Vos notes sont conservées dans ce navigateur et nulle part ailleurs, et personne d’autre que vous ne les voit. Cette page montre toutes celles qu’il contient, quel que soit l’événement. Elle n’y change rien : pour modifier une note, ouvrez-la sur la page de son événement.

all-notes-needs-script = Pour afficher vos notes, cette page a besoin de JavaScript, car c’est ce navigateur qui les conserve. Autorisez JavaScript pour cette page et rechargez-la. Vos notes sont intactes.

all-notes-not-loaded = La partie de cette page qui affiche vos notes n’a pas pu être chargée : vous êtes peut-être hors connexion. Vos notes sont intactes. Rechargez la page une fois la connexion rétablie.

all-notes-on-start = Vos notes

all-notes-on-start-explained = Tout ce que vous avez noté sur ces événements est réuni sur la page <a>{ page-all-notes }</a> : vous pouvez y faire une recherche et emporter vos notes.

all-notes-search = Rechercher dans les notes

all-notes-event = Événement

all-notes-all-events = Tous les événements

all-notes-blocked = Ce navigateur ne laisse pas la page accéder à ce qu’il conserve : aucune note ne peut être affichée. S’il y en a, elles sont intactes. Autorisez les données de site pour cette page et rechargez-la.

all-notes-unreadable-store = Les notes enregistrées dans ce navigateur ne peuvent pas être lues pour le moment. Elles restent telles quelles. Rechargez la page pour réessayer.

all-notes-no-notes = Il n’y a pas encore de notes dans ce navigateur. Ouvrez la page d’un événement et écrivez-en une : elle apparaîtra aussi ici. Les notes écrites dans un autre navigateur, ou sur un autre appareil, s’y trouvent toujours ; une sauvegarde permet de les apporter ici.

all-notes-no-titles = Les titres des événements n’ont pas pu être chargés : vous êtes peut-être hors connexion. Toutes vos notes sont ici, sous les noms courts que ce navigateur leur donne. Rechargez la page pour réessayer.

all-notes-unknown-event = Cet événement ne figure pas (ou plus) sur ce site. Vos notes sont toujours dans ce navigateur.

all-notes-save-these = Sauvegarder ces notes

all-notes-totals-of-notes =
    { $notes ->
        [0]
            { $events ->
                [one] Aucune note sur { $events } événement.
               *[other] Aucune note sur { $events } événements.
            }
        [one]
            { $events ->
                [one] { $notes } note sur { $events } événement.
               *[other] { $notes } note sur { $events } événements.
            }
       *[other]
            { $events ->
                [one] { $notes } notes sur { $events } événement.
               *[other] { $notes } notes sur { $events } événements.
            }
    }

all-notes-totals-of-drafts =
    { $drafts ->
        [one]
            { $events ->
                [one] { $drafts } brouillon sur { $events } événement.
               *[other] { $drafts } brouillon sur { $events } événements.
            }
       *[other]
            { $events ->
                [one] { $drafts } brouillons sur { $events } événement.
               *[other] { $drafts } brouillons sur { $events } événements.
            }
    }

all-notes-totals-of-both =
    { $notes ->
        [one]
            { $drafts ->
                [one]
                    { $events ->
                        [one] { $notes } note et { $drafts } brouillon sur { $events } événement.
                       *[other] { $notes } note et { $drafts } brouillon sur { $events } événements.
                    }
               *[other]
                    { $events ->
                        [one] { $notes } note et { $drafts } brouillons sur { $events } événement.
                       *[other] { $notes } note et { $drafts } brouillons sur { $events } événements.
                    }
            }
       *[other]
            { $drafts ->
                [one]
                    { $events ->
                        [one] { $notes } notes et { $drafts } brouillon sur { $events } événement.
                       *[other] { $notes } notes et { $drafts } brouillon sur { $events } événements.
                    }
               *[other]
                    { $events ->
                        [one] { $notes } notes et { $drafts } brouillons sur { $events } événement.
                       *[other] { $notes } notes et { $drafts } brouillons sur { $events } événements.
                    }
            }
    }

all-notes-found =
    { $texts ->
        [0] Aucun résultat. Essayez avec moins de mots ou avec d’autres mots, ou choisissez « { all-notes-all-events } ».
        [one]
            { $events ->
                [one] { $texts } texte trouvé sur { $all }, dans { $events } événement.
               *[other] { $texts } texte trouvé sur { $all }, dans { $events } événements.
            }
       *[other]
            { $events ->
                [one] { $texts } textes trouvés sur { $all }, dans { $events } événement.
               *[other] { $texts } textes trouvés sur { $all }, dans { $events } événements.
            }
    }

all-notes-shown-of =
    { $shown ->
        [one] { $shown } texte sur { $all } est affiché ici. La recherche les parcourt tous.
       *[other] { $shown } textes sur { $all } sont affichés ici. La recherche les parcourt tous.
    }

all-notes-show-more = Afficher la suite

all-notes-notes-on = Notes sur « { $theme } »

all-notes-gone-theme = (un thème que cet événement n’a plus)

all-notes-draft = Pas encore ajouté

all-notes-changed = Modifiée le { $time }

all-notes-added = Ajoutée le { $time }

all-notes-open = Ouvrir sur la page de l’événement

all-notes-tags = Étiquettes

all-notes-search-for = Rechercher « { $tag } »

all-notes-unreadable = Éléments illisibles

all-notes-unreadable-explained = Ces éléments sont endommagés, ou proviennent d’une version plus récente de la page. Ils restent tels quels et sont inclus dans la sauvegarde.

all-notes-out-of-reach = Le navigateur ne donne pas accès à cet élément pour le moment. Rechargez la page pour réessayer.

all-notes-deleted-title = Notes supprimées récemment ({ $count })

all-notes-deleted-at = Supprimée le { $time }

all-notes-export = Exporter toutes les notes

all-notes-export-explained = Chaque fichier contient les notes sur tous les événements, quel que soit le résultat de la recherche. Rien ne quitte cet appareil, sauf si vous l’envoyez.

all-notes-as-markdown = Markdown

all-notes-markdown-keeps = À lire, et pour tout éditeur de texte : un titre par événement, avec les notes, les dates et les brouillons. Ne peut pas être importé.

all-notes-as-backup = Sauvegarde (.ann)

all-notes-backup-keeps = Contient tout. Sur la page d’un événement, « { notes-import } » rétablit les notes sur cet événement à partir de ce seul fichier.

all-notes-as-csv = Tableau (CSV)

all-notes-csv-keeps = Pour les tableurs : une ligne par note, avec son événement. Sans les brouillons ni les notes supprimées. Ne peut pas être importé.

all-notes-as-csv-for-excel = Tableau pour Excel (points-virgules)

all-notes-excel-keeps = Le même tableau, pour un Excel qui écrit 1,5 avec une virgule, comme en français, en allemand ou en espagnol.

all-notes-saved-as = Enregistré sous le nom « { $name } », là où votre navigateur place les téléchargements.

all-notes-not-saved = Non enregistré : le navigateur a refusé de créer un fichier. Vos notes sont intactes. Essayez un autre format.

all-notes-taken-from = Notes personnelles sur les événements du site « { $site } ». Exportées le { $today }.
