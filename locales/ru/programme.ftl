### What lives in the programme: the clock, and what the reader chose.

programme-now = Сейчас

programme-next = Далее

programme-choose = Выбор заседаний

programme-track = Секция

programme-place = Место

programme-person = Участник

programme-all = Все

programme-show-all = Показать все заседания

programme-shown =
    { $shown ->
        [0] Ни одно заседание не отвечает всем условиям. Уберите часть условий или покажите все заседания.
       *[other]
            { $all ->
                [one] { $shown } из { $all } заседания
                [few] { $shown } из { $all } заседаний
                [many] { $shown } из { $all } заседаний
               *[other] { $shown } из { $all } заседания
            }
    }

programme-on-your-clock = { $time } <words>по вашим часам</words>

programme-your-times = Под временем каждого заседания указано время по вашим часам.
