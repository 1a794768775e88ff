//! The words that hosts try, and what each is called in an event file. The words are in small ASCII
//! letters, with `_` between their pieces; several that mean the same stand in one text.

use super::Here::{self, Clock, InWords, Key, KeyOf, Mail, Role, Top};

/// Words that mean the same, and what that is here.
pub(super) type Words = &'static [(&'static str, Here)];

/// What stands at the top of the file, or in a table of its own.
pub(super) const OF_EVENT: Words = &[
    (
        "hashtag twitter facebook linkedin mastodon instagram youtube social social_media",
        Here::Table("links"),
    ),
    (
        "name event event_name heading headline titel titre titulo titolo event_title \
         subject_line nom nombre bezeichnung veranstaltung label",
        Key("title"),
    ),
    (
        "subtitle untertitel sous_titre subtitulo tagline motto",
        InWords("Write it behind the title, after a colon: `title = \"Title: subtitle\"`."),
    ),
    (
        "date start start_date startdate begin begins beginning from when day datum beginn \
         anfang debut fecha data inicio inizio dates start_time starttime datetime date_time \
         starts_at start_at wann tag",
        Key("starts"),
    ),
    (
        "end end_date enddate until to finish finishes ende fin fine end_time endtime ends_at \
         end_at bis through closes",
        Key("ends"),
    ),
    (
        "time hour hours clock uhrzeit zeit heure hora ora horaire orario times starting_time",
        Clock("starts"),
    ),
    (
        "timezone tz zone time_zones zeitzone fuseau fuseau_horaire zona_horaria fuso_orario \
         utc_offset offset",
        Key("time_zone"),
    ),
    (
        "location veranstaltungsort tagungsort venue where city room building town ort lieu lugar luogo local sede raum \
         stadt ville ciudad locations country land pays wo",
        Key("place"),
    ),
    (
        "address_of_place postal_address street adresse anschrift direccion indirizzo",
        KeyOf("places", "postal_address"),
    ),
    ("venues rooms orte lieux lugares", Here::Table("places")),
    ("lang locale sprache langue idioma lingua languages", Key("language")),
    (
        "accent accent_dark accent_color accent_colour color colour brand_color brand_colour theme_color \
         farbe hausfarbe couleur",
        InWords(
            "All pages have the same colour: write it into `site.toml`, beside the event files, such as \
             `accent = \"#0b5394\"`.",
        ),
    ),
    (
        "cancelled canceled postponed moved rescheduled abgesagt verschoben annule",
        InWords(
            "Write it as the event's status: `status = \"cancelled\"`, or `postponed`, or `moved`.",
        ),
    ),
    ("state zustand statut estado stato event_status", Key("status")),
    (
        "speakers speaker referenten referent redner sprecher intervenants ponentes oradores \
         relatori presenters presenter lecturers lecturer talkers",
        Role("speaker"),
    ),
    (
        "panelists panelist panellists panellist panel podium panelistes panelistas",
        Role("panelist"),
    ),
    (
        "moderators moderator moderation facilitator facilitators moderateur moderador \
         moderatore leitung",
        Role("moderator"),
    ),
    ("chairs chair chairperson chairman chairwoman vorsitz president presidente", Role("chair")),
    ("keynote keynotes keynote_speaker keynote_speakers", Role("keynote")),
    (
        "person persons participants participant attendees attendee guests guest members \
         teilnehmer personen leute participantes participanti personnes personas team who \
         actors experts faculty discussants discussant",
        Here::Table("people"),
    ),
    (
        "organizer organiser organised_by organized_by host hosts hosted_by organization \
         organisation organizations organisations institution institutions convener conveners \
         convenor convenors veranstalter organisateur organisateurs organizador organizadores \
         organizzatori co_hosts cohosts partner partners by",
        Here::Table("organizers"),
    ),
    (
        "sponsor funder funders funding supporters donor donors foerderer geldgeber \
         sponsored_by supported_by",
        Here::Table("sponsors"),
    ),
    (
        "description abstract about overview text intro introduction beschreibung \
         zusammenfassung resume resumen riassunto descripcion descrizione details info body \
         content summaries paragraph paragraphs blurb synopsis inhalt background context",
        Here::Table("summary"),
    ),
    (
        "agenda program programme schedule session talks talk timetable programm ablauf \
         tagesordnung programma programa panels workshops workshop slots slot sitzungen \
         vortraege seances sesiones lectures events break breaks",
        Here::Table("sessions"),
    ),
    (
        "theme thema themen topics subjects questions points temas temi issues discussion \
         discussions",
        Here::Table("themes"),
    ),
    (
        "subject field category categories tag_line tags keywords kategorie thematik area",
        Key("topic"),
    ),
    (
        "part section sections chapter chapters teile teil partie parties abschnitte groups \
         group blocks",
        Here::Table("parts"),
    ),
    (
        "quote quotes quotation zitat zitate citation citations citas citazioni",
        Here::Table("quotations"),
    ),
    (
        "reference references bibliography literature literatur quelle quellen fuentes fonti \
         source_list footnotes",
        Here::Table("sources"),
    ),
    ("cite cited source cites_sources", Key("cites")),
    (
        "register registration_link registration_url rsvp signup sign_up anmeldung \
         inscription inscripcion iscrizione tickets ticket booking",
        Key("registration"),
    ),
    (
        "email e_mail mail contact_email contacts kontakt correo courriel questions_to",
        Mail("contact"),
    ),
    (
        "phone telephone tel telefon fax",
        InWords(
            "Write it in a text of its own: `[[information]]` with `title = \"Contact\"` and `text = \"…\"`.",
        ),
    ),
    (
        "link website web url homepage page site webseite webpage page_url www",
        InWords(
            "The address of this page is called `address`; another page goes into `[[links]]` with `title` and `url`.",
        ),
    ),
    (
        "zoom zoom_link webinar stream livestream meeting_link join_link video_link teams \
         meet dial_in stream_url",
        Key("join"),
    ),
    ("format mode hybrid virtual remote online_event", Key("online")),
    (
        "material materials documents document downloads files recording recordings video \
         videos slides resources attachments links_list unterlagen aufzeichnung",
        Here::Table("links"),
    ),
    (
        "admission access audience who_may_attend entry fee fees price cost eintritt kosten \
         teilnahme zielgruppe public invitation capacity",
        Key("attendance"),
    ),
    ("note notes remark comment comments hinweis bemerkung remarque", Here::Table("remarks")),
    ("news announcement alert warning update important message mitteilung", Key("notice")),
    (
        "travel hotel hotels accommodation lodging directions practical logistics faq anreise \
         unterkunft catering accessibility visa practical_information",
        Here::Table("information"),
    ),
    ("series parent related_events parent_event reihe serie previous next", Here::Table("related")),
    ("occasion occasion_for anlass prepares_for", Here::Table("occasions")),
    ("original_date old_date previous_date planned_for", Key("announced_for")),
    (
        "id slug identifier",
        InWords(
            "The event's id is the name of its file, without `.toml`: it needs no line. Put `#` before this one.",
        ),
    ),
    ("people_remark people_comment note_on_people", Key("people_note")),
    (
        "author authors editor publisher created_by",
        InWords(
            "Who convened the event stands in `[[organizers]]`; who published a source is the `publisher` in `[[sources]]`.",
        ),
    ),
    (
        "image picture photo bild foto cover banner logo logos",
        InWords(
            "The page shows pictures of people (`portrait`, below their `[[people]]`) and logos of organizers (`logo`, below their `[[organizers]]`).",
        ),
    ),
];

/// What people, organizers and the like have.
pub(super) const OF_ALL: Words = &[
    ("cite cited source reference references quelle quellen citations", Key("cites")),
    ("identifier slug key kennung", Key("id")),
    (
        "label heading headline titel titre titulo titolo name nom nombre subject topic",
        Key("title"),
    ),
    (
        "job post job_title jobtitle occupation profession function funktion fonction cargo \
         stelle rank title_of_post title",
        Key("position"),
    ),
    ("title nom nombre nome full_name fullname heading label person", Key("name")),
    ("photo image picture foto bild headshot avatar photograph img", Key("portrait")),
    ("photo image picture foto bild icon img", Key("logo")),
    (
        "bio cv about description text vita biografie biographie biografia lebenslauf profile \
         summary",
        Key("biography"),
    ),
    (
        "institution organisation organization company employer affiliations university org \
         institute institut einrichtung body_name organizacion",
        Key("affiliation"),
    ),
    ("roles rolle funktion function rol ruolo type", Key("role")),
    ("salutation honorifics academic_title dr anrede prefix titles", Key("honorific")),
    (
        "website web link homepage page site address href webseite uri linkedin twitter orcid \
         www links",
        Key("url"),
    ),
    ("email e_mail mail contact correo courriel", Mail("url")),
    ("location venue room where raum ort lieu salle lugar sala city saal hall", Key("place")),
    ("when day datum fecha data published year starts start on", Key("date")),
    ("date when day datum published_on publication_date year published_at", Key("published")),
    (
        "start begin begins from start_time starttime beginn debut inicio inizio date datum \
         start_date starts_at when anfang",
        Key("starts"),
    ),
    ("end until to end_time endtime ende fin fine ends_at end_date bis finish", Key("ends")),
    ("time hour uhrzeit zeit heure hora ora clock slot", Clock("starts")),
    ("duration length dauer duree", InWords("Write when it ends: `ends = \"2014-09-04 17:30\"`.")),
    (
        "description abstract summary body content paragraphs paragraph beschreibung inhalt \
         descripcion details intro about texte texto testo bullets points",
        Key("text"),
    ),
    ("quote quotation words zitat said citation", Key("text")),
    (
        "speakers speaker panelists panelist persons person moderator moderators chair \
         participants who referenten presenters presenter by",
        Key("people"),
    ),
    ("speaker by author who said_by name autor wer people", Key("person")),
    ("section group chapter teil partie parts parte block abschnitt", Key("part")),
    ("session topic thema themes below under", Key("theme")),
    ("parent session part part_of inside in", Key("within")),
    ("type category art format typ sort", Key("kind")),
    ("stream strand column tracks", Key("track")),
    ("lang sprache langue idioma lingua", Key("language")),
    (
        "color colour colors colours brand_color brand_colour main_color primary_color theme_color \
         accent_color accent_colour link_color farbe hausfarbe couleur colore",
        Key("accent"),
    ),
    ("dark_accent accent_color_dark dark_color dark_colour", Key("accent_dark")),
    ("state cancelled canceled postponed", Key("status")),
    ("recording slides video materials documents link url download", Here::Table("links")),
    ("note remark comment comments bemerkung", Key("remarks")),
    (
        "editor organisation organization institution verlag herausgeber editorial from by \
         author authors journal",
        Key("publisher"),
    ),
    ("type how relationship kind", Key("relation")),
    ("street postal address adresse anschrift location direccion", Key("postal_address")),
    ("timezone tz time_zone zeitzone", Top("time_zone")),
    (
        "phone telephone tel telefon",
        InWords(
            "Write it into a text, such as one of `[[information]]` with `title = \"Contact\"`.",
        ),
    ),
];
