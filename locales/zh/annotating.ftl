### What the program of a page says on its dialogs, on the sheet with a theme's notes, at the first visit, and
### beside what the page itself says.

annotating-close = 关闭

annotating-hint = 您可以就任何主题写笔记。笔记保存在本浏览器中，也可以导出带走。

annotating-hint-seen = 知道了

annotating-copy-in = 复制{ $style }格式引文

annotating-colours = 配色

annotating-colours-system = 跟随系统

annotating-colours-light = 浅色

annotating-colours-dark = 深色

annotating-colours-contrast = 高对比度
