### What the page says of an event beside the host's own words: days, roles, and the names of places on the page.

event-period = <starts>{ $starts }</starts> – <ends>{ $ends }</ends>

event-days = { $first } – { $last }

event-days-and-place = { $days }, { $place }

event-chair = Présidence

event-panelist = Panéliste

event-moderator = Modération

event-speaker = Intervention

event-keynote = Discours liminaire

event-contact = Contact

event-days-later =
    { $days ->
        [one] { $days } jour plus tard
       *[other] { $days } jours plus tard
    }

event-programme = Programme

event-postponed = Report à une date ultérieure

event-moved = Changement de date ou de lieu

event-cancelled = Annulation

event-series = Série : <event>{ $title }</event>

event-parent = Dans le cadre de : <event>{ $title }</event>

event-earlier = Précédemment : <event>{ $title }</event>

event-later = Par la suite : <event>{ $title }</event>

event-related = Voir aussi : <event>{ $title }</event>

event-language-ar = Arabe

event-language-de = Allemand

event-language-en = Anglais

event-language-es = Espagnol

event-language-fr = Français

event-language-it = Italien

event-language-pt = Portugais

event-language-ru = Russe

event-language-zh = Chinois

event-zone = fuseau horaire : { $city }

event-facts = L’événement

event-summary-paragraph = Résumé, paragraphe { $number }

event-quotation-of = Citation : { $speaker }

event-organizers = Organisation : { $names }

event-attendance = Participation : { $words }
