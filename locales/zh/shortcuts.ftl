### What readers see of shortcuts. The keys themselves are the same in every language.

shortcuts-shortcuts = 键盘快捷键

shortcuts-key-help = 显示这些快捷键

shortcuts-key-search = 搜索您的笔记

shortcuts-key-new = 就当前主题写新笔记

shortcuts-key-next = 前往下一个主题

shortcuts-key-before = 前往上一个主题

shortcuts-key-edit = 编辑当前主题中离得最近的笔记

shortcuts-key-quote = 在笔记中引用选中的文字

shortcuts-keys-while-typing = 输入文字时，这些快捷键不起作用。在文本框中按Ctrl+Enter（苹果键盘为Cmd+Enter）可添加笔记。

shortcuts-use-shortcuts = 使用键盘快捷键
