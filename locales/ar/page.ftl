### The page around the notes: landmarks, headings, facts, sources, what there is of the event to take home, and the footer; and what stands on the page where no script runs, and on paper.

page-skip = الانتقال إلى المحتوى

page-themes = المحاور

page-date = التاريخ

page-place = المكان

page-attendance = الحضور

page-online = عبر الإنترنت

page-join = المشاركة عبر الإنترنت

page-registration = التسجيل

page-register = التسجيل للمشاركة

page-contact = للاستفسار

page-announced-for = الموعد المعلن سابقًا: <time>{ $time }</time>

page-organizers = الجهات المنظمة

page-summary = الملخص

page-occasions = مناسبات مهّدت لها الفعالية

page-time-line = التسلسل الزمني

page-this-event = هذه الفعالية

page-people = المشاركون

page-biography = نبذة شخصية

page-add-to-calendar = إضافة إلى التقويم

page-links = التسجيلات والوثائق

page-places = الأماكن

page-related = فعاليات ذات صلة

page-sponsors = الجهات الراعية

page-without-time = دون موعد محدد

page-all-times-in = جميع الأوقات بتوقيت { $city }.

page-map = خريطة المحاور

page-map-key = تمتلئ كل حلقة مع تدوين الملاحظات، وتكتمل بخمس ملاحظات.

page-quotation-open = «

page-quotation-close = »

page-comma = {"، "}

page-semicolon = {"؛ "}

page-sources = المصادر

page-source-item = { $publisher }: <a>{ $title }</a>.

page-source-item-dated = { $publisher }: <a>{ $title }</a>، <time>{ $published }</time>.

page-cited-by = يستند إليه: <list>{ $names }</list>

page-all-else-from = مصدر كل ما لم يُذكر مصدره: <list>{ $numbers }</list>

page-source = المصدر { $number }

page-event-files = تنزيل بيانات الفعالية

page-calendar-file = موعد للتقويم (iCalendar)

page-bibtex-file = مرجع لبرنامج LaTeX (BibTeX)

page-ris-file = مرجع لبرامج Zotero وEndNote وغيرها (RIS)

page-csl-file = مرجع بصيغة CSL-JSON

page-data-file = بيانات الفعالية كاملة (JSON)

page-to-cite-in = للاستشهاد بأسلوب { $style }

page-promise = تبقى ملاحظاتك في هذا المتصفح. لا تتطلب هذه الصفحة حسابًا، ولا ترسل شيئًا إلى أي جهة، ولا تتتبع من يقرؤها.

page-newer = يتوفر إصدار أحدث من هذه الصفحة، وسيظهر عند إعادة تحميلها. وتبقى ملاحظاتك كما هي.

page-other-languages = هذه الفعالية بلغات أخرى

page-language = اللغة

page-language-browser = وفق إعدادات المتصفح

page-locale = ar

page-language-name = العربية

page-part-of = ضمن <a>{ $site }</a>

page-imprint = بيانات الناشر

page-privacy = الخصوصية

page-all-notes = ملاحظاتي على كل الفعاليات

page-noscript = يحتاج تدوين الملاحظات إلى JavaScript. يمكنك قراءة كل ما في الصفحة من دونه؛ ولتدوين الملاحظات، يُرجى السماح بتشغيل JavaScript في هذه الصفحة، ثم إعادة تحميلها.

page-print-notes = الملاحظات

page-print-draft = مسودة
