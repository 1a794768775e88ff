### What readers see of shortcuts. The keys themselves are the same in every language.

shortcuts-shortcuts = اختصارات لوحة المفاتيح

shortcuts-key-help = عرض هذه الاختصارات

shortcuts-key-search = البحث في ملاحظاتك

shortcuts-key-new = كتابة ملاحظة جديدة على المحور الظاهر

shortcuts-key-next = الانتقال إلى المحور التالي

shortcuts-key-before = الانتقال إلى المحور السابق

shortcuts-key-edit = تعديل أقرب ملاحظة على المحور الظاهر

shortcuts-key-quote = اقتباس الكلمات المحددة في ملاحظة

shortcuts-keys-while-typing = لا يعمل أي من هذه الاختصارات أثناء الكتابة. وفي خانة النص، يضيف Ctrl+Enter ملاحظتك (وCmd+Enter على لوحات مفاتيح Apple).

shortcuts-use-shortcuts = استخدام اختصارات لوحة المفاتيح
