### What readers see of shortcuts. The keys themselves are the same in every language.

shortcuts-shortcuts = Горячие клавиши

shortcuts-key-help = Показать этот список

shortcuts-key-search = Искать в своих заметках

shortcuts-key-new = Написать новую заметку по теме на экране

shortcuts-key-next = Перейти к следующей теме

shortcuts-key-before = Перейти к предыдущей теме

shortcuts-key-edit = Изменить ближайшую заметку по теме на экране

shortcuts-key-quote = Цитировать выделенные слова в заметке

shortcuts-keys-while-typing = Пока вы набираете текст, эти клавиши работают как обычные. В поле для текста Ctrl+Enter (Cmd+Enter на клавиатурах Apple) добавляет заметку.

shortcuts-use-shortcuts = Использовать горячие клавиши
