### What the page tells while its program is not there: the early script finds these sentences in templates of the page.

early-not-added = Пока нельзя добавить заметку: часть страницы не загрузилась. То, что вы здесь пишете, сохраняется в этом браузере. Нажмите «{ notes-add-note }», чтобы попробовать еще раз.

early-not-saved = Не сохранено: часть страницы не загрузилась, и браузер не сохранил ваш текст. Скопируйте его, прежде чем уйти со страницы, или нажмите «{ notes-add-note }», чтобы попробовать еще раз.

early-missing = Часть страницы не загрузилась. Проверьте подключение к интернету и попробуйте еще раз.

early-copy-text = Скопировать этот текст

early-copied = Скопировано
