### Export, import and sharing: the dialogs, the files and links in them, and what stands in an export beside the notes. What happens is told in full sentences that say what it means for the reader's notes, and what to do.

transfer-close = Fermer

transfer-export-title = Emporter vos notes

transfer-share-title = Partager ou emporter

transfer-all-notes =
    { $count ->
        [0] Toutes vos notes sur cet événement : aucune note.
        [one] Toutes vos notes sur cet événement : { $count } note.
       *[other] Toutes vos notes sur cet événement : { $count } notes.
    }

transfer-found-notes =
    { $count ->
        [0] Résultat de votre recherche : aucune note.
        [one] Résultat de votre recherche : { $count } note.
       *[other] Résultat de votre recherche : { $count } notes.
    }

transfer-notes-on-theme =
    { $count ->
        [0] Vos notes sur « { $title } » : aucune note.
        [one] Vos notes sur « { $title } » : { $count } note.
       *[other] Vos notes sur « { $title } » : { $count } notes.
    }

transfer-notes-on-nameless-theme =
    { $count ->
        [0] Vos notes sur « ce thème » : aucune note.
        [one] Vos notes sur « ce thème » : { $count } note.
       *[other] Vos notes sur « ce thème » : { $count } notes.
    }

transfer-one-note = Cette seule note.

transfer-nothing-leaves = Rien ne quitte cet appareil, sauf si vous l’envoyez.

transfer-nothing-yet = Il n’y a encore rien à emporter : écrivez d’abord une note sur un thème.

transfer-as-file = Dans un fichier

transfer-on-clipboard = Dans le presse-papiers

transfer-copy-with-headings = Copier avec les titres

transfer-headings-stay = Les titres et les listes sont conservés dans un traitement de texte ou un courriel.

transfer-as-link = Par un lien

transfer-link-explained = Toute personne qui ouvre le lien voit ces notes et peut les ajouter aux siennes. Elles se trouvent dans le lien lui-même : aucun serveur ne les reçoit, mais toute personne qui reçoit le lien peut les lire.

transfer-link = Lien vers ces notes

transfer-copy-link = Copier le lien

transfer-on-paper = Sur papier ou en PDF

transfer-only-noted = Omettre les thèmes sans notes

transfer-print = Imprimer ou enregistrer en PDF…

transfer-saved-as = Enregistré sous le nom « { $name } », là où votre navigateur place les téléchargements.

transfer-not-saved = Non enregistré : le navigateur a refusé de créer un fichier. Vos notes sont intactes. Copiez-les, ou essayez un autre format.

transfer-copied = Copié.

transfer-not-copied = Non copié : le navigateur n’a pas laissé la page utiliser le presse-papiers. Vos notes sont intactes. Enregistrez-les plutôt dans un fichier.

transfer-link-not-copied = Non copié : le navigateur ne laisse pas cette page utiliser le presse-papiers. Le lien est toujours dans son champ, déjà sélectionné : copiez-le au clavier ou par le menu du navigateur.

transfer-import-title = Importer des notes

transfer-import-explained = Une sauvegarde ou un fichier Markdown créés par cette page, ou des notes qu’un autre programme a prises sur cette page : un export Hypothesis, ou des annotations web. Vous verrez ce qui se passera avant toute modification, et rien de ce qui est enregistré ne sera écrasé.

transfer-choose-file = Choisissez un fichier, ou déposez-le ici

transfer-what-would-happen-backup = Ce fichier est une sauvegarde. Si vous l’importez :

transfer-what-would-happen-markdown = Ce fichier est en Markdown et a été créé par cette page. Si vous l’importez :

transfer-what-would-happen-hypothesis = Ce fichier est un export Hypothesis. Si vous l’importez :

transfer-what-would-happen-web-annotations = Ce fichier est une liste d’annotations web. Si vous l’importez :

transfer-what-would-happen-link = Ce fichier est un lien contenant des notes. Si vous l’importez :

transfer-on-no-theme =
    { $count ->
        [one] { $count } note n’est rattachée à aucun thème : elle porte sur l’ensemble de la page, ou sur des mots qui ne figurent dans aucun de ses thèmes ou qui figurent dans plusieurs. Choisissez où la placer.
       *[other] { $count } notes ne sont rattachées à aucun thème : elles portent sur l’ensemble de la page, ou sur des mots qui ne figurent dans aucun de ses thèmes ou qui figurent dans plusieurs. Choisissez où les placer.
    }

transfer-theme-for-them = Thème pour les notes qui n’en ont pas

transfer-leave-them-out = Ne pas les reprendre

transfer-added-to-theme =
    { $count ->
        [one] Elle sera ajoutée à « { $title } », avec ce qu’elle cite.
       *[other] Elles seront ajoutées à « { $title } », avec ce qu’elles citent.
    }

transfer-left-in-file =
    { $count ->
        [one] Elle ne sera pas reprise et restera seulement dans le fichier.
       *[other] Elles ne seront pas reprises et resteront seulement dans le fichier.
    }

transfer-added = Notes ajoutées

transfer-drafts-added = Brouillons ajoutés

transfer-put-beside = Textes placés à côté des vôtres

transfer-left-out = Textes non repris

transfer-text-on-theme = <theme>{ $theme }</theme> : <text>{ $text }</text>

transfer-bring-in = Importer ces notes

transfer-choose-another = Choisir un autre fichier

transfer-brought-in =
    { $count ->
        [0] Aucune note importée.
        [one] { $count } note importée.
       *[other] { $count } notes importées.
    }

transfer-taken-back = Annulé : vos notes sont de nouveau comme avant.

transfer-visit-title = Notes reçues par un lien

transfer-visit-list = Notes contenues dans le lien

transfer-shared-with-you =
    { $count ->
        [one] Par le lien que vous avez ouvert, quelqu’un partage avec vous { $count } note sur cet événement. Rien n’est ajouté à vos propres notes sans votre accord.
       *[other] Par le lien que vous avez ouvert, quelqu’un partage avec vous { $count } notes sur cet événement. Rien n’est ajouté à vos propres notes sans votre accord.
    }

transfer-gone-theme = Un thème que cet événement n’a plus

transfer-all-known = Vous les avez déjà toutes.

transfer-add-to-mine = Ajouter à mes notes

transfer-added-to-yours = Ajouté à vos notes.

transfer-trouble-too-large = Ce fichier dépasse 40 Mo, ce qui n’est le cas d’aucun fichier de notes. Rien n’a été lu, et vos notes n’ont pas changé. Choisissez une sauvegarde créée par cette page.

transfer-trouble-unreadable = Le navigateur n’a pas pu lire ce fichier : il a peut-être été déplacé, ou c’est un dossier. Vos notes n’ont pas changé. Choisissez-le de nouveau.

transfer-not-done-changed = Rien n’a été modifié : vos notes ont changé entre-temps, ici ou dans un autre onglet. Fermez cette fenêtre et recommencez.

transfer-not-done-full = Rien n’a été modifié : il n’y a plus assez de place dans l’espace que ce navigateur réserve à ce site. Vos notes n’ont pas changé. Supprimez ce dont vous n’avez plus besoin et réessayez.

transfer-not-done-refused = Rien n’a été modifié : le navigateur a refusé l’enregistrement. Vos notes n’ont pas changé. Réessayez, ou utilisez un autre navigateur.

transfer-label-markdown = Markdown

transfer-label-backup = Sauvegarde (.ann)

transfer-label-hypothesis = Hypothesis (JSON)

transfer-label-web-annotations = Annotations web (JSON-LD)

transfer-label-csv = Tableau (CSV)

transfer-label-csv-for-excel = Tableau pour Excel (points-virgules)

transfer-keeps-markdown = Contient les notes, les dates et les brouillons. Pour tout éditeur de texte ; peut être importé ici.

transfer-keeps-backup = Contient tout ce que ce navigateur conserve sur cet événement ; peut être importé ici.

transfer-keeps-hypothesis = Contient les notes, les thèmes et les dates, sous forme d’annotations Hypothesis privées.

transfer-keeps-web-annotations = Contient les notes, les dates et les emplacements, pour des programmes comme Recogito.

transfer-keeps-csv = Contient les notes, les thèmes et les dates, une ligne par note, pour les tableurs. Excel l’ouvre en colonnes s’il écrit 1.5 avec un point, comme en anglais.

transfer-keeps-csv-for-excel = Contient la même chose. Excel l’ouvre en colonnes s’il écrit 1,5 avec une virgule, comme en français, en allemand ou en espagnol.

transfer-loses-markdown = Ne contient ni les notes supprimées récemment, ni ce qui n’a pas pu être lu.

transfer-loses-backup = Rien n’est perdu.

transfer-loses-hypothesis = Ne contient ni les brouillons, ni les notes supprimées, ni les dates de modification.

transfer-loses-web-annotations = Ne contient ni les brouillons, ni les notes supprimées ; peut être importé ici.

transfer-loses-csv = Ne contient ni les brouillons, ni les notes supprimées, et ne peut pas être importé ici.

transfer-refusal-too-large = Ce fichier est trop volumineux pour être examiné : cette page accepte jusqu’à { $most } Mo. Vos notes n’ont pas changé. Choisissez le fichier que cette page vous a fourni.

transfer-refusal-empty = Ce fichier est vide. Vos notes n’ont pas changé. Choisissez-en un autre, ou refaites l’export.

transfer-refusal-utf16 = Ce fichier est écrit en UTF-16, un encodage que cette page ne lit pas. Vos notes n’ont pas changé. Ouvrez-le dans un éditeur de texte, enregistrez-le en UTF-8, puis choisissez-le de nouveau.

transfer-refusal-not-text = Ce fichier n’est pas un texte que cette page peut lire. Vos notes n’ont pas changé. Choisissez une sauvegarde, un fichier Markdown ou un export Hypothesis de vos notes.

transfer-refusal-web-page = Ce fichier est une page web, et non un export de notes. Vos notes n’ont pas changé. Choisissez une sauvegarde, un fichier Markdown ou un export Hypothesis de vos notes.

transfer-refusal-table = Ce fichier est un tableau. Ce format ne peut pas être importé, car les tableurs modifient ce qu’il contient. Vos notes n’ont pas changé. Choisissez une sauvegarde des mêmes notes.

transfer-refusal-cut-off = Ce fichier s’arrête au milieu : il n’a pas été enregistré ou copié en entier. Vos notes n’ont pas changé. Procurez-vous le fichier complet et choisissez-le de nouveau.

transfer-refusal-damaged = Ce fichier est endommagé : il commence comme un export de notes, mais la suite ne correspond pas. Vos notes n’ont pas changé. Choisissez une autre copie de ce fichier.

transfer-refusal-other-json = Ce fichier ne contient pas de notes dans un format que cette page connaît. Vos notes n’ont pas changé. Choisissez une sauvegarde, un fichier Markdown ou un export Hypothesis de vos notes.

transfer-refusal-newer = Ce fichier a été créé par une version plus récente de cette page. Vos notes n’ont pas changé. Rechargez la page pour obtenir cette version, puis choisissez de nouveau le fichier.

transfer-refusal-other-text = Ce fichier est un texte qui n’a pas été créé par cette page. Vos notes n’ont pas changé. Choisissez une sauvegarde, un fichier Markdown ou un export Hypothesis de vos notes. Pour conserver ce texte, collez-le dans une nouvelle note.

transfer-too-long = Ces notes ne tiennent pas dans un lien : il compterait { $length } caractères, et les programmes coupent les liens de plus de { $most } caractères. Rien n’a été partagé. Choisissez moins de notes, ou envoyez un fichier.

transfer-link-no-notes = Ce lien ne contient aucune note. Vos propres notes n’ont pas changé. Demandez le lien de nouveau.

transfer-link-damaged = Les notes de ce lien ne peuvent pas être lues : il a été coupé ou modifié en chemin. Vos propres notes n’ont pas changé. Demandez de nouveau le lien, ou un fichier.

transfer-link-newer = Les notes de ce lien ont été partagées par une version plus récente de cette page. Vos propres notes n’ont pas changé. Rechargez la page pour les voir.

transfer-link-other-event = Les notes de ce lien portent sur un autre événement : elles ne sont donc pas affichées ici. Vos propres notes n’ont pas changé. Ouvrez le lien sur la page de cet autre événement.

transfer-reason-malformed = <text>{ $text }</text> : <reason>n’a pas la forme d’une note</reason>

transfer-reason-no-text = <text>{ $text }</text> : <reason>ne contient pas de texte</reason>

transfer-reason-no-theme = <text>{ $text }</text> : <reason>ne porte sur aucun thème de cette page</reason>

transfer-reason-place-taken = <text>{ $text }</text> : <reason>sa place est déjà occupée par un autre élément</reason>

transfer-plan-new-notes =
    { $count ->
        [one] { $count } note sera ajoutée.
       *[other] { $count } notes seront ajoutées.
    }

transfer-plan-new-drafts =
    { $count ->
        [one] { $count } brouillon sera ajouté.
       *[other] { $count } brouillons seront ajoutés.
    }

transfer-plan-new-deleted =
    { $count ->
        [one] { $count } note sera ajoutée sous « { notes-recently-deleted } ».
       *[other] { $count } notes seront ajoutées sous « { notes-recently-deleted } ».
    }

transfer-plan-new-entries =
    { $count ->
        [one] { $count } élément qui n’a pas pu être lu sera remis tel quel.
       *[other] { $count } éléments qui n’ont pas pu être lus seront remis tels quels.
    }

transfer-plan-conflicting =
    { $count ->
        [one] { $count } texte figure déjà ici dans une autre version. La vôtre restera, et l’autre sera placée à côté.
       *[other] { $count } textes figurent déjà ici dans une autre version. Les vôtres resteront, et les autres seront placées à côté.
    }

transfer-plan-unchanged =
    { $count ->
        [one] { $count } texte est déjà ici.
       *[other] { $count } textes sont déjà ici.
    }

transfer-plan-elsewhere =
    { $count ->
        [one] { $count } texte appartient à un autre événement ou à une autre page et ne sera pas repris.
       *[other] { $count } textes appartiennent à d’autres événements ou à d’autres pages et ne seront pas repris.
    }

transfer-plan-unreadable =
    { $count ->
        [one] { $count } texte ne peut pas être repris.
       *[other] { $count } textes ne peuvent pas être repris.
    }

transfer-draft = Brouillon, pas encore ajouté

transfer-time = { $day }, { $minute } UTC

transfer-made-and-changed = { $created }, modifiée le { $changed }

transfer-citation = Notes personnelles sur « { $title } », { $days }. Exportées depuis la page de l’événement le { $today }.

transfer-citation-with-place = Notes personnelles sur « { $title } », { $place }, { $days }. Exportées depuis la page de l’événement le { $today }.

transfer-citation-with-organizers = Notes personnelles sur « { $title } », { $days }. Organisation : { $organizers }. Exportées depuis la page de l’événement le { $today }.

transfer-citation-with-place-and-organizers = Notes personnelles sur « { $title } », { $place }, { $days }. Organisation : { $organizers }. Exportées depuis la page de l’événement le { $today }.

transfer-backup-title = Notes sur « { $event } »
