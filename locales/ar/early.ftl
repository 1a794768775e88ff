### What the page tells while its program is not there: the early script finds these sentences in templates of the page.

early-not-added = لا يمكن إضافة الملاحظات بعد: تعذر تحميل جزء من هذه الصفحة. وكل ما يُكتب هنا محفوظ في هذا المتصفح. لإعادة المحاولة، يُرجى الضغط على «{ notes-add-note }».

early-not-saved = لم يُحفظ نصك: تعذر تحميل جزء من هذه الصفحة، ولم يحفظ هذا المتصفح ما كتبته. يُرجى نسخه قبل مغادرة الصفحة، أو الضغط على «{ notes-add-note }» لإعادة المحاولة.

early-missing = تعذر تحميل جزء من هذه الصفحة. يُرجى التحقق من الاتصال بالإنترنت، ثم إعادة المحاولة.

early-copy-text = نسخ هذا النص

early-copied = تم النسخ
