### The page with the notes on all events of a site: what stands on it, how it is led to, and what its exports say beside the notes.

all-notes-title-of = { page-all-notes } – { $site }

all-notes-back = العودة إلى <a>{ $site }</a>

all-notes-kept = تُحفظ ملاحظاتك في هذا المتصفح وحده، ولا يراها أحد سواك. تعرض هذه الصفحة كل ما هو محفوظ فيه، أيًّا كانت الفعالية، ولا تغيّر منه شيئًا. ولتعديل ملاحظة، يُرجى فتحها في صفحة فعاليتها.

all-notes-needs-script = تحتاج هذه الصفحة إلى JavaScript لعرض ملاحظاتك، لأنها محفوظة في هذا المتصفح. يُرجى السماح بتشغيل JavaScript في هذه الصفحة، ثم إعادة تحميلها. ولم تتأثر ملاحظاتك.

all-notes-not-loaded = تعذر تحميل الجزء الذي يعرض ملاحظاتك من هذه الصفحة: قد يكون الاتصال بالإنترنت مقطوعًا. لم تتأثر ملاحظاتك. يُرجى إعادة تحميل الصفحة بعد عودة الاتصال.

all-notes-on-start = ملاحظاتك

all-notes-on-start-explained = كل ما دوّنته عن هذه الفعاليات مجموع في صفحة <a>{ page-all-notes }</a>، للبحث فيه وتصديره.

all-notes-search = البحث في الملاحظات

all-notes-event = الفعالية

all-notes-all-events = كل الفعاليات

all-notes-blocked = لا يسمح هذا المتصفح للصفحة بالاطلاع على ما يحفظه، ولذلك لا يمكن عرض أي ملاحظات. وإن كانت لديك ملاحظات فإنها لم تتأثر. يُرجى السماح لهذه الصفحة بحفظ بيانات الموقع، ثم إعادة تحميلها.

all-notes-unreadable-store = تعذرت الآن قراءة الملاحظات المحفوظة في هذا المتصفح. وهي باقية كما هي. لإعادة المحاولة، يُرجى إعادة تحميل الصفحة.

all-notes-no-notes = لا توجد ملاحظات في هذا المتصفح بعد. يمكنك فتح صفحة أي فعالية وكتابة ملاحظة فيها، فتظهر هنا أيضًا. أما ما كتبته في متصفح آخر أو على جهاز آخر فمحفوظ هناك، ويمكن نقله إلى هنا بنسخة احتياطية.

all-notes-no-titles = تعذر تحميل عناوين الفعاليات: قد يكون الاتصال بالإنترنت مقطوعًا. كل ملاحظاتك هنا، تحت الأسماء المختصرة التي يحفظها بها هذا المتصفح. لإعادة المحاولة، يُرجى إعادة تحميل الصفحة.

all-notes-unknown-event = هذه الفعالية غير موجودة في هذا الموقع، أو لم تعد موجودة فيه. وما زالت ملاحظاتك محفوظة في هذا المتصفح.

all-notes-save-these = حفظ نسخة احتياطية من هذه الملاحظات

all-notes-totals-of-notes =
    { $notes ->
        [0] لا ملاحظات
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $notes } ملاحظات
        [many] { $notes } ملاحظة
       *[other] { $notes } ملاحظة
    } على { $events ->
        [zero] { $events } فعالية
        [one] فعالية واحدة
        [two] فعاليتين
        [few] { $events } فعاليات
        [many] { $events } فعالية
       *[other] { $events } فعالية
    }.

all-notes-totals-of-drafts =
    { $drafts ->
        [zero] { $drafts } مسودة
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $drafts } مسودات
        [many] { $drafts } مسودة
       *[other] { $drafts } مسودة
    } على { $events ->
        [zero] { $events } فعالية
        [one] فعالية واحدة
        [two] فعاليتين
        [few] { $events } فعاليات
        [many] { $events } فعالية
       *[other] { $events } فعالية
    }.

all-notes-totals-of-both =
    { $notes ->
        [zero] { $notes } ملاحظة
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $notes } ملاحظات
        [many] { $notes } ملاحظة
       *[other] { $notes } ملاحظة
    } و{ $drafts ->
        [zero] { $drafts } مسودة
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $drafts } مسودات
        [many] { $drafts } مسودة
       *[other] { $drafts } مسودة
    } على { $events ->
        [zero] { $events } فعالية
        [one] فعالية واحدة
        [two] فعاليتين
        [few] { $events } فعاليات
        [many] { $events } فعالية
       *[other] { $events } فعالية
    }.

all-notes-found =
    { $texts ->
        [0] لم يُعثر على شيء. يُرجى تجربة كلمات أقل أو كلمات أخرى، أو اختيار «{ all-notes-all-events }».
       *[other]
            عُثر على { $texts } من أصل { $all ->
                [zero] { $all } نص
                [one] نص واحد
                [two] نصّين
                [few] { $all } نصوص
                [many] { $all } نصًّا
               *[other] { $all } نص
            }، في { $events ->
                [zero] { $events } فعالية
                [one] فعالية واحدة
                [two] فعاليتين
                [few] { $events } فعاليات
                [many] { $events } فعالية
               *[other] { $events } فعالية
            }.
    }

all-notes-shown-of =
    { $all ->
        [zero] المعروض هنا: { $shown } من أصل { $all } نص. ويشمل البحث النصوص كلها.
        [one] المعروض هنا: { $shown } من أصل نص واحد. ويشمل البحث النص.
        [two] المعروض هنا: { $shown } من أصل نصّين. ويشمل البحث النصّين معًا.
        [few] المعروض هنا: { $shown } من أصل { $all } نصوص. ويشمل البحث النصوص كلها.
        [many] المعروض هنا: { $shown } من أصل { $all } نصًّا. ويشمل البحث النصوص كلها.
       *[other] المعروض هنا: { $shown } من أصل { $all } نص. ويشمل البحث النصوص كلها.
    }

all-notes-show-more = عرض المزيد

all-notes-notes-on = ملاحظات على المحور «{ $theme }»

all-notes-gone-theme = (محور لم يعد ضمن هذه الفعالية)

all-notes-draft = لم تُضف بعد

all-notes-changed = عُدّلت في { $time }

all-notes-added = أُضيفت في { $time }

all-notes-open = عرض في صفحة الفعالية

all-notes-tags = الوسوم

all-notes-search-for = البحث عن «{ $tag }»

all-notes-unreadable = سجلات تعذرت قراءتها

all-notes-unreadable-explained = هذه السجلات تالفة، أو من إصدار أحدث من الصفحة. وهي تبقى كما هي، وتُدرج في النسخة الاحتياطية.

all-notes-out-of-reach = لا يتيح المتصفح هذا السجل حاليًا. لإعادة المحاولة، يُرجى إعادة تحميل الصفحة.

all-notes-deleted-title = المحذوفة حديثًا ({ $count })

all-notes-deleted-at = حُذفت في { $time }

all-notes-export = تصدير كل الملاحظات

all-notes-export-explained = يتضمن كل ملف الملاحظات على الفعاليات كلها، أيًّا كانت نتائج البحث. ولا يغادر شيء هذا الجهاز إلا إذا أرسلته بنفسك.

all-notes-as-markdown = Markdown

all-notes-markdown-keeps = للقراءة، ولأي محرر نصوص: عنوان لكل فعالية، مع الملاحظات وأوقاتها والمسودات. لا يمكن استيراده.

all-notes-as-backup = نسخة احتياطية (ann)

all-notes-backup-keeps = لا ينقصها شيء. ويستعيد الزر «{ notes-import }» في صفحة أي فعالية ملاحظاتها من هذا الملف وحده.

all-notes-as-csv = جدول (CSV)

all-notes-csv-keeps = لبرامج الجداول: سطر لكل ملاحظة، مع فعاليتها. لا يتضمن المسودات ولا الملاحظات المحذوفة، ولا يمكن استيراده.

all-notes-as-csv-for-excel = جدول لبرنامج Excel (بفواصل منقوطة)

all-notes-excel-keeps = الجدول نفسه، لبرنامج Excel حيث يُكتب 1,5 بالفاصلة، كما في الألمانية أو الفرنسية أو الإسبانية.

all-notes-saved-as = حُفظ الملف { $name } في مجلد التنزيلات الذي يستخدمه متصفحك.

all-notes-not-saved = لم يُحفظ الملف: رفض المتصفح إنشاءه. لم تتأثر ملاحظاتك. يُرجى تجربة صيغة أخرى.

all-notes-taken-from = ملاحظات شخصية على فعاليات «{ $site }». صُدّرت في { $today }.
