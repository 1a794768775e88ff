### The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the notes. What happens to them is told in `news.ftl`.

notes-new-note-on = ملاحظة جديدة على المحور «{ $theme }»

notes-write-here = ملاحظتك على هذا المحور

notes-add-note = إضافة ملاحظة

notes-notes-on = ملاحظات على المحور «{ $theme }»

notes-lost-notes = ملاحظات على محاور لم تعد ضمن هذه الفعالية

notes-share-theme = تصدير هذه الملاحظات أو مشاركتها…

notes-edit-note = تعديل الملاحظة

notes-delete-note = حذف الملاحظة

notes-share = مشاركة…

notes-note-text = نص الملاحظة

notes-done = تم

notes-undo = تراجع

notes-added = أُضيفت في <time>{ $created }</time>

notes-added-and-changed = أُضيفت في <created>{ $created }</created>، وعُدّلت في <changed>{ $changed }</changed>

notes-shown-of =
    { $count ->
        [zero] المعروض هنا: { $shown } من أصل { $count } ملاحظة. وتظهر البقية عند التمرير؛ ولا يشمل «البحث في الصفحة» الخاص بمتصفحك سوى المعروض هنا، أما «{ notes-search-notes }» فيشمل الملاحظات كلها.
        [one] المعروض هنا: { $shown } من أصل ملاحظة واحدة. وتظهر البقية عند التمرير؛ ولا يشمل «البحث في الصفحة» الخاص بمتصفحك سوى المعروض هنا، أما «{ notes-search-notes }» فيشمل الملاحظة.
        [two] المعروض هنا: { $shown } من أصل ملاحظتين. وتظهر البقية عند التمرير؛ ولا يشمل «البحث في الصفحة» الخاص بمتصفحك سوى المعروض هنا، أما «{ notes-search-notes }» فيشمل الملاحظتين معًا.
        [few] المعروض هنا: { $shown } من أصل { $count } ملاحظات. وتظهر البقية عند التمرير؛ ولا يشمل «البحث في الصفحة» الخاص بمتصفحك سوى المعروض هنا، أما «{ notes-search-notes }» فيشمل الملاحظات كلها.
        [many] المعروض هنا: { $shown } من أصل { $count } ملاحظة. وتظهر البقية عند التمرير؛ ولا يشمل «البحث في الصفحة» الخاص بمتصفحك سوى المعروض هنا، أما «{ notes-search-notes }» فيشمل الملاحظات كلها.
       *[other] المعروض هنا: { $shown } من أصل { $count } ملاحظة. وتظهر البقية عند التمرير؛ ولا يشمل «البحث في الصفحة» الخاص بمتصفحك سوى المعروض هنا، أما «{ notes-search-notes }» فيشمل الملاحظات كلها.
    }

notes-show-more = عرض المزيد من الملاحظات

notes-tag-with-count = { $tag } ({ $count })

notes-mark-not-saved = لم تُحفظ

notes-mark-newer = من إصدار أحدث من هذه الصفحة: تُعرض كما هي، ولا تتغير هنا. لتعديلها، يُرجى إعادة تحميل الصفحة.

notes-mark-conflict = نسخة متعارضة: كُتبت في الوقت نفسه في علامة تبويب أخرى. يُرجى الاحتفاظ بما يلزمك وحذف الباقي.

notes-note-count =
    { $count ->
        [0] لا ملاحظات
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }

notes-theme-with-count =
    { $count ->
        [0] { $theme }، لا ملاحظات
        [zero] { $theme }، لا ملاحظات
        [one] { $theme }، ملاحظة واحدة
        [two] { $theme }، ملاحظتان
        [few] { $theme }، { $count } ملاحظات
        [many] { $theme }، { $count } ملاحظة
       *[other] { $theme }، { $count } ملاحظة
    }

notes-my-notes = ملاحظاتي

notes-search-notes = البحث في الملاحظات

notes-export = تصدير…

notes-import = استيراد…

notes-copy-all = نسخ كل ملاحظاتي

notes-totals =
    { $count ->
        [0] لا توجد ملاحظات بعد. يمكنك البدء باختيار محور والكتابة عنه.
        [zero] لا توجد ملاحظات بعد. يمكنك البدء باختيار محور والكتابة عنه.
        [one] ملاحظة واحدة في هذا المتصفح.
        [two] ملاحظتان في هذا المتصفح.
        [few] { $count } ملاحظات في هذا المتصفح.
        [many] { $count } ملاحظة في هذا المتصفح.
       *[other] { $count } ملاحظة في هذا المتصفح.
    }

notes-totals-found =
    { $count ->
        [zero] عُثر على { $found } من أصل { $count } ملاحظة.
        [one] عُثر على { $found } من أصل ملاحظة واحدة.
        [two] عُثر على { $found } من أصل ملاحظتين.
        [few] عُثر على { $found } من أصل { $count } ملاحظات.
        [many] عُثر على { $found } من أصل { $count } ملاحظة.
       *[other] عُثر على { $found } من أصل { $count } ملاحظة.
    }

notes-overdue-backup = أُخذت آخر نسخة احتياطية من ملاحظاتك في { $last }، ولا تتضمن أي تغيير بعد ذلك. لأخذ نسخة جديدة: «{ notes-export }».

notes-overdue-first-backup = مضى على بعض ملاحظاتك أكثر من أسبوع، ولا توجد نسخة احتياطية منها. لأخذ نسخة: «{ notes-export }».

notes-go-to-theme = الانتقال إلى المحور

notes-go-to-theme-named = الانتقال إلى المحور: { $theme }

notes-move-to-theme = النقل إلى محور

notes-move = نقل

notes-needs-attention = بحاجة إلى مراجعة

notes-attention-list = سجلات بحاجة إلى مراجعة

notes-raw-entry = السجل كما هو محفوظ

notes-cut-off = { $text } …

notes-copy = نسخ

notes-download = تنزيل

notes-remove = إزالة…

notes-remove-question = إزالة السجل نهائيًا؟ لن تبقى منه أي نسخة.

notes-remove-yes = إزالة نهائية

notes-remove-no = إبقاء السجل

notes-recently-deleted = المحذوفة حديثًا

notes-deleted-title = المحذوفة حديثًا ({ $count })

notes-deleted-kept = تبقى 30 يومًا، ثم تُحذف نهائيًا.

notes-deleted-at = حُذفت في { $time }

notes-restore-note = استعادة الملاحظة

notes-empty = إفراغ…

notes-empty-question =
    { $count ->
        [zero] حذف { $count } ملاحظة نهائيًا؟ لن يمكن استعادتها.
        [one] حذف ملاحظة واحدة نهائيًا؟ لن يمكن استعادتها.
        [two] حذف ملاحظتين نهائيًا؟ لن يمكن استعادتهما.
        [few] حذف { $count } ملاحظات نهائيًا؟ لن يمكن استعادتها.
        [many] حذف { $count } ملاحظة نهائيًا؟ لن يمكن استعادتها.
       *[other] حذف { $count } ملاحظة نهائيًا؟ لن يمكن استعادتها.
    }

notes-empty-yes = حذف نهائي

notes-empty-no = إبقاء الكل

notes-storage = مساحة التخزين

notes-other-themes = محاور أخرى

notes-show-source = عرض النص الأصلي

notes-show-formatted = عرض النص منسقًا

notes-pin = تثبيت

notes-unpin = إلغاء التثبيت

notes-pinned = مثبتة

notes-theme = المحور

notes-all-themes = كل المحاور

notes-tag = الوسم

notes-all-tags = كل الوسوم

notes-sort-by = الترتيب حسب

notes-outline = تسلسل المحاور

notes-newest = الأحدث

notes-last-changed = آخر تعديل

notes-notes-in-order = الملاحظات بالترتيب الزمني
