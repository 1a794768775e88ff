### What the page tells the reader about their notes: full sentences that say what happened, what it means for the notes, and what to do.

news-saved = Enregistré

news-deleted = Note supprimée.

news-restored = Note restaurée.

news-recovered =
    { $count ->
        [one] { $count } texte que ce navigateur n’avait pas fini d’enregistrer a été récupéré.
       *[other] { $count } textes que ce navigateur n’avait pas fini d’enregistrer ont été récupérés.
    }

news-written-back = Vos notes sont de nouveau enregistrées dans ce navigateur.

news-copied = Copié.

news-not-kept-blocked = Ce navigateur ne permet pas à la page de conserver quoi que ce soit. Vous pouvez écrire des notes, mais elles disparaîtront à la fermeture de cet onglet : copiez-les avant de partir, ou autorisez les données de site pour cette page et rechargez-la.

news-not-kept = Les notes enregistrées dans ce navigateur ne peuvent pas être lues pour le moment. Elles restent intactes. Ce que vous écrivez maintenant disparaîtra à la fermeture de cet onglet : rechargez la page pour réessayer.

news-vanished =
    { $count ->
        [one] { $count } texte (note ou brouillon) n’est plus enregistré dans ce navigateur : il a été effacé par autre chose que cette page. Il est encore ici, dans cet onglet. Enregistrez-le de nouveau, ou copiez-le avant de fermer l’onglet.
       *[other] { $count } textes (notes et brouillons) ne sont plus enregistrés dans ce navigateur : ils ont été effacés par autre chose que cette page. Ils sont encore ici, dans cet onglet. Enregistrez-les de nouveau, ou copiez-les avant de fermer l’onglet.
    }

news-not-saved-full = Non enregistré : l’espace que ce navigateur réserve à ce site est plein. Votre texte est toujours sur cette page. Gardez l’onglet ouvert et libérez de la place : « { notes-storage } », dans « { notes-my-notes } », montre ce qui l’occupe. L’enregistrement sera retenté automatiquement.

news-not-saved = Non enregistré : le navigateur a refusé d’enregistrer votre texte. Il est toujours sur cette page. Gardez l’onglet ouvert et copiez le texte en lieu sûr ; l’enregistrement sera retenté automatiquement.

news-place-taken = Non enregistré : la place de ce texte est occupée par un élément plus ancien, qui n’a pas pu être lu et qui ne sera pas écrasé. Appuyez sur « { notes-add-note } » pour conserver un brouillon sous forme de note, ou supprimez cet élément sous « { notes-needs-attention } ».

news-not-deleted = Non supprimé : le navigateur a refusé de modifier ce qui est enregistré. Rien n’est perdu, et tout ce qui était là y est encore. Réessayez.

news-not-copied-notes = Non copié : le navigateur ne laisse pas cette page utiliser le presse-papiers. Vos notes sont intactes. « { notes-export } » les enregistre dans un fichier ; vous pouvez aussi les sélectionner dans « { notes-my-notes } » et les copier au clavier.

news-not-copied-citation = Non copié : le navigateur ne laisse pas cette page utiliser le presse-papiers. La phrase est toujours là, déjà sélectionnée : copiez-la au clavier ou par le menu du navigateur.

news-not-copied-entry = Non copié : le navigateur ne laisse pas cette page utiliser le presse-papiers. L’élément est intact. « { notes-download } » l’enregistre dans un fichier.

news-not-loaded = La partie de cette page qui exporte, importe et partage les notes n’a pas pu être chargée : vous êtes peut-être hors connexion. Vos notes sont intactes. Réessayez une fois la connexion rétablie ; « { notes-copy-all } » fonctionne sans elle.

news-unreadable =
    { $count ->
        [one] { $count } élément enregistré n’a pas pu être lu et reste tel quel dans ce navigateur. Toutes les autres notes fonctionnent. Vous trouverez son texte sous « { notes-needs-attention } », dans « { notes-my-notes } ».
       *[other] { $count } éléments enregistrés n’ont pas pu être lus et restent tels quels dans ce navigateur. Toutes les autres notes fonctionnent. Vous trouverez leur texte sous « { notes-needs-attention } », dans « { notes-my-notes } ».
    }

news-newer =
    { $count ->
        [one] { $count } note provient d’une version plus récente de cette page. Vous pouvez la lire ; la version actuelle n’y touche pas. Rechargez la page pour la modifier.
       *[other] { $count } notes proviennent d’une version plus récente de cette page. Vous pouvez les lire ; la version actuelle n’y touche pas. Rechargez la page pour les modifier.
    }

news-unknown-theme =
    { $count ->
        [one] { $count } note porte sur un thème que cet événement n’a plus. Rien n’est perdu : elle se trouve sous « { notes-lost-notes } », dans « { notes-my-notes } », où vous pouvez la déplacer vers un autre thème.
       *[other] { $count } notes portent sur un thème que cet événement n’a plus. Rien n’est perdu : elles se trouvent sous « { notes-lost-notes } », dans « { notes-my-notes } », où vous pouvez les déplacer vers un autre thème.
    }

news-write-back = Enregistrer de nouveau

news-dismiss = Masquer

news-reason-damaged = Endommagé : cet élément n’a pas pu être lu. Il est conservé tel quel, et une copie est mise de côté. Copiez ou téléchargez ce dont vous avez besoin.

news-reason-newer = Provient d’une version plus récente de cette page, dans un format que la version actuelle ne connaît pas. Cet élément reste intact. Rechargez la page pour obtenir la version plus récente.

news-reason-out-of-reach = Le navigateur ne donne pas accès à cet élément pour le moment. Il reste intact. Rechargez la page pour réessayer.

news-usage =
    Les notes de cet événement occupent { $total ->
        [0] aucun
       *[other] { $total }
    } des quelque 5 000 000 de caractères que les navigateurs accordent à un site : { $notes ->
        [0] aucun
       *[other] { $notes }
    } pour les notes, { $drafts ->
        [0] aucun
       *[other] { $drafts }
    } pour les brouillons, { $deleted ->
        [0] aucun
       *[other] { $deleted }
    } pour les notes supprimées récemment, { $unreadable ->
        [0] aucun
       *[other] { $unreadable }
    } pour ce qui n’a pas pu être lu.

news-usage-of-others =
    { $count ->
        [one] D’autres pages de ce site conservent { $count } élément, que cette page ne lit pas et dont elle ne peut donc pas mesurer la taille.
       *[other] D’autres pages de ce site conservent { $count } éléments, que cette page ne lit pas et dont elle ne peut donc pas mesurer la taille.
    }

news-persistence-not-asked = À votre première note, cette page demandera au navigateur de conserver vos notes même s’il manque de place.

news-persistence-agreed = Ce navigateur a accepté de conserver vos notes même s’il manque de place. Elles ne disparaîtront que si vous les supprimez ou si vous effacez les données de ce site.

news-persistence-refused = Ce navigateur n’a pas accepté de conserver vos notes s’il manque de place. C’est un cas rare ; copiez tout de même ce dont vous ne pouvez pas vous passer.
