### The page around the notes: landmarks, headings, facts, sources, what there is of the event to take home, and the footer; and what stands on the page where no script runs, and on paper.

page-skip = Aller au contenu

page-themes = Thèmes

page-date = Date

page-place = Lieu

page-attendance = Participation

page-online = En ligne

page-join = Participer en ligne

page-registration = Inscription

page-register = S’inscrire

page-contact = Contact

page-announced-for = Date annoncée initialement : <time>{ $time }</time>

page-organizers = Organisation

page-summary = Résumé

page-occasions = Ce que l’événement préparait

page-time-line = Chronologie

page-this-event = Cet événement

page-people = Intervenantes et intervenants

page-biography = Biographie

page-add-to-calendar = Ajouter au calendrier

page-links = Enregistrements et documents

page-places = Lieux

page-related = Événements liés

page-sponsors = Avec le soutien de

page-without-time = Séances sans horaire

page-all-times-in = Toutes les heures sont indiquées dans le fuseau horaire « { $city } ».

page-map = Carte des thèmes

page-map-key = Chaque anneau se remplit à mesure que vous écrivez ; il est plein au bout de cinq notes.

page-quotation-open = {"«\u00A0"}

page-quotation-close = {"\u00A0»"}

page-comma = {", "}

page-semicolon = {"\u202F; "}

page-sources = Sources

page-source-item = { $publisher } : <a>{ $title }</a>.

page-source-item-dated = { $publisher } : <a>{ $title }</a>, <time>{ $published }</time>.

page-cited-by = Citée dans : <list>{ $names }</list>

page-all-else-from = Pour tout ce qui ne cite pas de source particulière : <list>{ $numbers }</list>

page-source = Source { $number }

page-event-files = Garder une trace de l’événement

page-calendar-file = Fichier pour calendrier (iCalendar)

page-bibtex-file = Référence pour LaTeX (BibTeX)

page-ris-file = Référence pour Zotero, EndNote et autres (RIS)

page-csl-file = Référence en CSL-JSON

page-data-file = Toutes les données de l’événement (JSON)

page-to-cite-in = Pour citer dans le style { $style }

page-promise = Vos notes restent dans ce navigateur. Cette page ne demande pas de compte, n’envoie rien nulle part et ne surveille pas qui la lit.

page-newer = Une nouvelle version de cette page est disponible : elle s’affichera quand vous rechargerez la page. Vos notes seront conservées.

page-other-languages = Cet événement dans d’autres langues

page-language = Langue

page-language-browser = Selon le navigateur

page-locale = fr

page-language-name = Français

page-part-of = Une page du site <a>{ $site }</a>

page-imprint = Mentions légales

page-privacy = Confidentialité

page-all-notes = Mes notes sur tous les événements

page-noscript = Les notes nécessitent JavaScript. Sans lui, vous pouvez tout lire ici ; pour prendre des notes, autorisez JavaScript pour cette page et rechargez-la.

page-print-notes = Notes

page-print-draft = Brouillon
