### The page around the notes: landmarks, headings, facts, sources, what there is of the event to take home, and the footer; and what stands on the page where no script runs, and on paper.

page-skip = Перейти к основному содержанию

page-themes = Темы

page-date = Дата

page-place = Место проведения

page-attendance = Участие

page-online = Онлайн

page-join = Подключиться онлайн

page-registration = Регистрация

page-register = Зарегистрироваться

page-contact = Контакты

page-announced-for = Первоначально назначено: <time>{ $time }</time>

page-organizers = Организаторы

page-summary = Краткое содержание

page-occasions = К чему велась подготовка

page-time-line = Хронология

page-this-event = Это мероприятие

page-people = Участники

page-biography = Биография

page-add-to-calendar = Добавить в календарь

page-links = Записи выступлений и документы

page-places = Места проведения

page-related = Связанные мероприятия

page-sponsors = Спонсоры

page-without-time = Время не указано

page-all-times-in = Время указано по часовому поясу «{ $city }».

page-map = Карта тем

page-map-key = Кольцо каждой темы заполняется, когда вы пишете: пять заметок — и оно полное.

page-quotation-open = «

page-quotation-close = »

page-comma = {", "}

page-semicolon = {"; "}

page-sources = Источники

page-source-item = { $publisher }: <a>{ $title }</a>.

page-source-item-dated = { $publisher }: <a>{ $title }</a> (<time>{ $published }</time>).

page-cited-by = На этот источник ссылаются: <list>{ $names }</list>

page-all-else-from = Остальные сведения — из источников: <list>{ $numbers }</list>

page-source = Источник { $number }

page-event-files = Скачать данные о мероприятии

page-calendar-file = Запись для календаря (iCalendar)

page-bibtex-file = Библиографическая ссылка для LaTeX (BibTeX)

page-ris-file = Библиографическая ссылка для Zotero, EndNote и других программ (RIS)

page-csl-file = Библиографическая ссылка в формате CSL-JSON

page-data-file = Все данные о мероприятии (JSON)

page-to-cite-in = Как цитировать в стиле { $style }

page-promise = Ваши заметки остаются в этом браузере. Эта страница не требует учетной записи, ничего никуда не отправляет и не следит за тем, кто ее читает.

page-newer = Появилась новая версия этой страницы: вы увидите ее, когда обновите страницу. Ваши заметки сохранятся.

page-other-languages = Это мероприятие на других языках

page-language = Язык

page-language-browser = Как в браузере

page-locale = ru

page-language-name = Русский

page-part-of = Страница сайта «<a>{ $site }</a>»

page-imprint = Об издателе

page-privacy = Конфиденциальность

page-all-notes = Мои заметки по всем мероприятиям

page-noscript = Для заметок нужен JavaScript. Читать здесь всё можно и без него, а чтобы делать заметки, разрешите JavaScript для этой страницы и обновите ее.

page-print-notes = Заметки

page-print-draft = Черновик
