### What readers see of quotations.

quotations-quote = 引用到笔记

quotations-show-in-text = 在原文中查看

quotations-text-changed = 您引用之后，原文已有改动。

quotations-no-longer-there = 原文中已没有这段文字。
