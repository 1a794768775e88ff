### Finding events on the start page of a site.

events-search = البحث في الفعاليات

events-topic = الموضوع

events-year = السنة

events-all = الكل

events-show-all = عرض كل الفعاليات

events-shown =
    { $shown ->
        [0] لا توجد فعالية تجمع كل ذلك. يُرجى البحث بكلمات أقل، أو تقليل الخيارات، أو عرض كل الفعاليات.
       *[other]
            { $shown } من أصل { $all ->
                [zero] { $all } فعالية
                [one] فعالية واحدة
                [two] فعاليتين
                [few] { $all } فعاليات
                [many] { $all } فعالية
               *[other] { $all } فعالية
            }
    }

events-searching = جارٍ البحث…

events-shown-without-list =
    { $shown ->
        [0] لا توجد فعالية تجمع كل ذلك. يُرجى البحث بكلمات أقل، أو تقليل الخيارات، أو عرض كل الفعاليات. شمل البحث ما تعرضه الصفحة، وتعذر تحميل أسماء الأشخاص وعناوين المحاور؛ ولإعادة المحاولة، يُرجى العودة إلى خانة البحث.
       *[other]
            { $shown } من أصل { $all ->
                [zero] { $all } فعالية
                [one] فعالية واحدة
                [two] فعاليتين
                [few] { $all } فعاليات
                [many] { $all } فعالية
               *[other] { $all } فعالية
            }. شمل البحث ما تعرضه الصفحة، وتعذر تحميل أسماء الأشخاص وعناوين المحاور؛ ولإعادة المحاولة، يُرجى العودة إلى خانة البحث.
    }

events-person = الشخص: <name>{ $name }</name>

events-organizer = الجهة المنظمة: <name>{ $name }</name>

events-part = الجزء: <name>{ $name }</name>

events-theme = المحور: <name>{ $name }</name>

events-session = الجلسة: <name>{ $name }</name>
