### What the page says of an event beside the host's own words: days, roles, and the names of places on the page.

event-period = من <starts>{ $starts }</starts> إلى <ends>{ $ends }</ends>

event-days = من { $first } إلى { $last }

event-days-and-place = { $days }، { $place }

event-chair = رئاسة الجلسة

event-panelist = عضو حلقة النقاش

event-moderator = إدارة النقاش

event-speaker = إلقاء كلمة

event-keynote = إلقاء الكلمة الرئيسية

event-contact = للاستفسار

event-days-later =
    { $days ->
        [0] في اليوم نفسه
        [zero] في اليوم نفسه
        [one] بعد يوم واحد
        [two] بعد يومين
        [few] بعد { $days } أيام
        [many] بعد { $days } يومًا
       *[other] بعد { $days } يوم
    }

event-programme = البرنامج

event-postponed = مؤجلة

event-moved = تغيّر الموعد أو المكان

event-cancelled = ملغاة

event-series = السلسلة: <event>{ $title }</event>

event-parent = جزء من: <event>{ $title }</event>

event-earlier = فعالية سابقة: <event>{ $title }</event>

event-later = فعالية لاحقة: <event>{ $title }</event>

event-related = يمكن الاطلاع أيضًا على: <event>{ $title }</event>

event-language-ar = العربية

event-language-de = الألمانية

event-language-en = الإنكليزية

event-language-es = الإسبانية

event-language-fr = الفرنسية

event-language-it = الإيطالية

event-language-pt = البرتغالية

event-language-ru = الروسية

event-language-zh = الصينية

event-zone = بتوقيت { $city }

event-facts = معلومات الفعالية

event-summary-paragraph = الملخص، الفقرة { $number }

event-quotation-of = اقتباس من كلام { $speaker }

event-organizers = الجهات المنظمة: { $names }

event-attendance = الحضور: { $words }
