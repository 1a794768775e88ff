### Finding events on the start page of a site.

events-search = 搜索活动

events-topic = 议题

events-year = 年份

events-all = 全部

events-show-all = 显示所有活动

events-shown =
    { $shown ->
        [0] 没有符合所有条件的活动。请减少搜索词或放宽条件，也可以显示所有活动。
       *[other] 共{ $all }项活动，符合条件的有{ $shown }项
    }

events-searching = 正在搜索…

events-shown-without-list =
    { $shown ->
        [0] 没有符合所有条件的活动。请减少搜索词或放宽条件，也可以显示所有活动。页面上显示的内容均已搜索，但人员姓名和主题标题未能加载；如要重试，请再次点击搜索框。
       *[other] 共{ $all }项活动，符合条件的有{ $shown }项。页面上显示的内容均已搜索，但人员姓名和主题标题未能加载；如要重试，请再次点击搜索框。
    }

events-person = 人员：<name>{ $name }</name>

events-organizer = 主办方：<name>{ $name }</name>

events-part = 部分：<name>{ $name }</name>

events-theme = 主题：<name>{ $name }</name>

events-session = 场次：<name>{ $name }</name>
