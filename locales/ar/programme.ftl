### What lives in the programme: the clock, and what the reader chose.

programme-now = الآن

programme-next = التالية

programme-choose = اختيار الجلسات

programme-track = المسار

programme-place = المكان

programme-person = الشخص

programme-all = الكل

programme-show-all = عرض كل الجلسات

programme-shown =
    { $shown ->
        [0] لا توجد جلسة تجمع كل ذلك. يُرجى تقليل الخيارات، أو عرض كل الجلسات.
       *[other]
            { $shown } من أصل { $all ->
                [zero] { $all } جلسة
                [one] جلسة واحدة
                [two] جلستين
                [few] { $all } جلسات
                [many] { $all } جلسة
               *[other] { $all } جلسة
            }
    }

programme-on-your-clock = { $time } <words>بتوقيتك</words>

programme-your-times = تحت كل وقت ما يقابله بتوقيتك.
