### What lives in the programme: the clock, and what the reader chose.

programme-now = 正在进行

programme-next = 下一场

programme-choose = 选择场次

programme-track = 板块

programme-place = 地点

programme-person = 人员

programme-all = 全部

programme-show-all = 显示所有场次

programme-shown =
    { $shown ->
        [0] 没有符合所有条件的场次。请放宽条件，或显示所有场次。
       *[other] 共{ $all }场，符合条件的有{ $shown }场
    }

programme-on-your-clock = { $time }<words>（您的本地时间）</words>

programme-your-times = 每个时间下方为您的本地时间。
