### What the page says of an event beside the host's own words: days, roles, and the names of places on the page.

event-period = <starts>{ $starts }</starts> — <ends>{ $ends }</ends>

event-days = { $first } — { $last }

event-days-and-place = { $days }, { $place }

event-chair = Председатель

event-panelist = Участник дискуссии

event-moderator = Модератор

event-speaker = Докладчик

event-keynote = Основной докладчик

event-contact = Контактное лицо

event-days-later =
    { $days ->
        [one] Через { $days } день
        [few] Через { $days } дня
        [many] Через { $days } дней
       *[other] Через { $days } дня
    }

event-programme = Программа

event-postponed = Отложено

event-moved = Перенесено

event-cancelled = Отменено

event-series = Серия: <event>{ $title }</event>

event-parent = В рамках мероприятия: <event>{ $title }</event>

event-earlier = Ранее: <event>{ $title }</event>

event-later = Позднее: <event>{ $title }</event>

event-related = См. также: <event>{ $title }</event>

event-language-ar = Арабский

event-language-de = Немецкий

event-language-en = Английский

event-language-es = Испанский

event-language-fr = Французский

event-language-it = Итальянский

event-language-pt = Португальский

event-language-ru = Русский

event-language-zh = Китайский

event-zone = часовой пояс «{ $city }»

event-facts = О мероприятии

event-summary-paragraph = Краткое содержание, абзац { $number }

event-quotation-of = Цитата: { $speaker }

event-organizers = Организаторы: { $names }

event-attendance = Участие: { $words }
