### The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the notes. What happens to them is told in `news.ftl`.

notes-new-note-on = Nouvelle note sur « { $theme } »

notes-write-here = Écrivez une note sur ce thème

notes-add-note = Ajouter la note

notes-notes-on = Notes sur « { $theme } »

notes-lost-notes = Notes sur des thèmes retirés de l’événement

notes-share-theme = Exporter ou partager ces notes…

notes-edit-note = Modifier la note

notes-delete-note = Supprimer la note

notes-share = Partager…

notes-note-text = Texte de la note

notes-done = Terminé

notes-undo = Annuler

notes-added = Ajoutée le <time>{ $created }</time>

notes-added-and-changed = Ajoutée le <created>{ $created }</created>, modifiée le <changed>{ $changed }</changed>

notes-shown-of =
    { $shown ->
        [one] { $shown } note sur { $count } est affichée ici. Les autres apparaissent quand vous faites défiler la page. La fonction « Rechercher dans la page » du navigateur ne voit que ce qui est affiché ; « { notes-search-notes } » parcourt toutes les notes.
       *[other] { $shown } notes sur { $count } sont affichées ici. Les autres apparaissent quand vous faites défiler la page. La fonction « Rechercher dans la page » du navigateur ne voit que ce qui est affiché ; « { notes-search-notes } » parcourt toutes les notes.
    }

notes-show-more = Afficher plus de notes

notes-tag-with-count = { $tag } ({ $count })

notes-mark-not-saved = Non enregistrée

notes-mark-newer = Provient d’une version plus récente de cette page : la note est affichée telle quelle et ne peut pas être modifiée ici. Rechargez la page pour la modifier.

notes-mark-conflict = Copie en conflit : ce texte a été écrit en même temps dans un autre onglet. Gardez ce dont vous avez besoin et supprimez le reste.

notes-note-count =
    { $count ->
        [0] aucune note
        [one] { $count } note
       *[other] { $count } notes
    }

notes-theme-with-count =
    { $count ->
        [0] { $theme }, aucune note
        [one] { $theme }, { $count } note
       *[other] { $theme }, { $count } notes
    }

notes-my-notes = Mes notes

notes-search-notes = Rechercher dans les notes

notes-export = Exporter…

notes-import = Importer…

notes-copy-all = Copier toutes mes notes

notes-totals =
    { $count ->
        [0] Pas encore de notes. Choisissez un thème et commencez à écrire.
        [one] { $count } note dans ce navigateur.
       *[other] { $count } notes dans ce navigateur.
    }

notes-totals-found =
    { $found ->
        [one] { $found } note trouvée sur { $count }.
       *[other] { $found } notes trouvées sur { $count }.
    }

notes-overdue-backup = Votre dernière sauvegarde date du { $last } et ne contient aucune des modifications faites depuis. « { notes-export } » permet d’en faire une nouvelle.

notes-overdue-first-backup = Certaines de vos notes ont plus d’une semaine et n’ont jamais été sauvegardées. « { notes-export } » permet de faire une sauvegarde.

notes-go-to-theme = Aller au thème

notes-go-to-theme-named = Aller au thème : { $theme }

notes-move-to-theme = Déplacer vers le thème

notes-move = Déplacer

notes-needs-attention = À vérifier

notes-attention-list = Éléments à vérifier

notes-raw-entry = L’élément tel qu’il est enregistré

notes-cut-off = { $text }…

notes-copy = Copier

notes-download = Télécharger

notes-remove = Supprimer…

notes-remove-question = Supprimer définitivement cet élément ? Il n’en restera aucune copie.

notes-remove-yes = Supprimer définitivement

notes-remove-no = Conserver

notes-recently-deleted = Notes supprimées récemment

notes-deleted-title = Notes supprimées récemment ({ $count })

notes-deleted-kept = Conservées 30 jours, puis effacées définitivement.

notes-deleted-at = Supprimée le { $time }

notes-restore-note = Restaurer la note

notes-empty = Vider…

notes-empty-question =
    { $count ->
        [one] Supprimer définitivement { $count } note ? Elle ne pourra pas être restaurée.
       *[other] Supprimer définitivement { $count } notes ? Elles ne pourront pas être restaurées.
    }

notes-empty-yes = Supprimer définitivement

notes-empty-no = Conserver

notes-storage = Stockage

notes-other-themes = Autres thèmes

notes-show-source = Voir le texte brut

notes-show-formatted = Voir la mise en forme

notes-pin = Épingler

notes-unpin = Désépingler

notes-pinned = Épinglée

notes-theme = Thème

notes-all-themes = Tous les thèmes

notes-tag = Étiquette

notes-all-tags = Toutes les étiquettes

notes-sort-by = Trier par

notes-outline = Plan

notes-newest = Date d’ajout

notes-last-changed = Date de modification

notes-notes-in-order = Notes par ordre chronologique
