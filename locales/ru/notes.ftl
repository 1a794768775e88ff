### The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the notes. What happens to them is told in `news.ftl`.

notes-new-note-on = Новая заметка по теме «{ $theme }»

notes-write-here = Напишите заметку по этой теме

notes-add-note = Добавить заметку

notes-notes-on = Заметки по теме «{ $theme }»

notes-lost-notes = Заметки по темам, которых здесь больше нет

notes-share-theme = Экспортировать или отправить эти заметки…

notes-edit-note = Изменить заметку

notes-delete-note = Удалить заметку

notes-share = Поделиться…

notes-note-text = Текст заметки

notes-done = Готово

notes-undo = Отменить

notes-added = Добавлено: <time>{ $created }</time>

notes-added-and-changed = Добавлено: <created>{ $created }</created>, изменено: <changed>{ $changed }</changed>

notes-shown-of =
    { $count ->
        [one] Показано: { $shown } из { $count } заметки. Остальные появятся при прокрутке. Поиск браузера по странице видит только показанное, а «{ notes-search-notes }» — всё.
        [few] Показано: { $shown } из { $count } заметок. Остальные появятся при прокрутке. Поиск браузера по странице видит только показанное, а «{ notes-search-notes }» — всё.
        [many] Показано: { $shown } из { $count } заметок. Остальные появятся при прокрутке. Поиск браузера по странице видит только показанное, а «{ notes-search-notes }» — всё.
       *[other] Показано: { $shown } из { $count } заметки. Остальные появятся при прокрутке. Поиск браузера по странице видит только показанное, а «{ notes-search-notes }» — всё.
    }

notes-show-more = Показать еще заметки

notes-tag-with-count = { $tag } ({ $count })

notes-mark-not-saved = Не сохранено

notes-mark-newer = Из более новой версии этой страницы: текст показан как есть и здесь не меняется. Обновите страницу, чтобы работать с ним.

notes-mark-conflict = Второй вариант: этот текст был написан в то же время в другой вкладке. Оставьте то, что нужно, а остальное удалите.

notes-note-count =
    { $count ->
        [0] нет заметок
        [one] { $count } заметка
        [few] { $count } заметки
        [many] { $count } заметок
       *[other] { $count } заметки
    }

notes-theme-with-count =
    { $count ->
        [0] { $theme }, нет заметок
        [one] { $theme }, { $count } заметка
        [few] { $theme }, { $count } заметки
        [many] { $theme }, { $count } заметок
       *[other] { $theme }, { $count } заметки
    }

notes-my-notes = Мои заметки

notes-search-notes = Поиск по заметкам

notes-export = Экспорт…

notes-import = Импорт…

notes-copy-all = Скопировать все мои заметки

notes-totals =
    { $count ->
        [0] Заметок пока нет. Выберите тему и начните писать.
        [one] { $count } заметка в этом браузере.
        [few] { $count } заметки в этом браузере.
        [many] { $count } заметок в этом браузере.
       *[other] { $count } заметки в этом браузере.
    }

notes-totals-found =
    { $count ->
        [one] Найдено: { $found } из { $count } заметки.
        [few] Найдено: { $found } из { $count } заметок.
        [many] Найдено: { $found } из { $count } заметок.
       *[other] Найдено: { $found } из { $count } заметки.
    }

notes-overdue-backup = Последняя резервная копия сделана { $last }, и более поздних изменений в ней нет. Чтобы сделать новую, нажмите «{ notes-export }».

notes-overdue-first-backup = Некоторым вашим заметкам больше недели, а резервной копии нет. Чтобы сделать ее, нажмите «{ notes-export }».

notes-go-to-theme = Перейти к теме

notes-go-to-theme-named = Перейти к теме: { $theme }

notes-move-to-theme = Перенести в тему

notes-move = Перенести

notes-needs-attention = Требует внимания

notes-attention-list = Записи, которые требуют внимания

notes-raw-entry = Запись в том виде, в каком она хранится

notes-cut-off = { $text }…

notes-copy = Скопировать

notes-download = Скачать

notes-remove = Удалить…

notes-remove-question = Удалить навсегда? Копии не останется.

notes-remove-yes = Удалить навсегда

notes-remove-no = Оставить

notes-recently-deleted = Недавно удаленные

notes-deleted-title = Недавно удаленные ({ $count })

notes-deleted-kept = Хранятся 30 дней, затем удаляются навсегда.

notes-deleted-at = Удалено: { $time }

notes-restore-note = Восстановить заметку

notes-empty = Очистить…

notes-empty-question =
    { $count ->
        [one] Удалить { $count } заметку навсегда? Восстановить ничего не получится.
        [few] Удалить { $count } заметки навсегда? Восстановить ничего не получится.
        [many] Удалить { $count } заметок навсегда? Восстановить ничего не получится.
       *[other] Удалить { $count } заметки навсегда? Восстановить ничего не получится.
    }

notes-empty-yes = Удалить навсегда

notes-empty-no = Оставить

notes-storage = Хранилище

notes-other-themes = Другие темы

notes-show-source = Показать исходный текст

notes-show-formatted = Показать с оформлением

notes-pin = Закрепить

notes-unpin = Открепить

notes-pinned = Закреплено

notes-theme = Тема

notes-all-themes = Все темы

notes-tag = Тег

notes-all-tags = Все теги

notes-sort-by = Сортировка

notes-outline = По порядку тем

notes-newest = Сначала новые

notes-last-changed = Недавно измененные

notes-notes-in-order = Заметки по времени
