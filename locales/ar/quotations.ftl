### What readers see of quotations.

quotations-quote = اقتباس في ملاحظة

quotations-show-in-text = عرض في النص

quotations-text-changed = تغيّر النص بعد اقتباسه.

quotations-no-longer-there = لم يعد موجودًا في النص.
