### The page around the notes: landmarks, headings, facts, sources, what there is of the event to take home, and the footer; and what stands on the page where no script runs, and on paper.

page-skip = 跳到正文

page-themes = 主题

page-date = 日期

page-place = 地点

page-attendance = 参加方式

page-online = 线上参加

page-join = 进入线上会场

page-registration = 报名

page-register = 前往报名

page-contact = 联系方式

page-announced-for = 原定时间：<time>{ $time }</time>

page-organizers = 主办方

page-summary = 摘要

page-occasions = 为哪些会议和工作作准备

page-time-line = 时间线

page-this-event = 本次活动

page-people = 人员

page-biography = 个人简介

page-add-to-calendar = 添加到日历

page-links = 音像资料和文件

page-places = 地点

page-related = 相关活动

page-sponsors = 资助方

page-without-time = 时间未定

page-all-times-in = 所有时间均为{ $city }时间。

page-map = 主题图

page-map-key = 圆环随笔记增多而逐渐填满，五条笔记填满一环。

page-quotation-open = “

page-quotation-close = ”

page-comma = ，

page-semicolon = ；

page-sources = 资料来源

page-source-item = { $publisher }：<a>{ $title }</a>。

page-source-item-dated = { $publisher }：<a>{ $title }</a>，<time>{ $published }</time>。

page-cited-by = 引用之处：<list>{ $names }</list>

page-all-else-from = 未单独注明来源的内容均出自：<list>{ $numbers }</list>

page-source = 来源{ $number }

page-event-files = 下载活动资料

page-calendar-file = 日历条目（iCalendar）

page-bibtex-file = 用于LaTeX的文献条目（BibTeX）

page-ris-file = 用于Zotero、EndNote等软件的文献条目（RIS）

page-csl-file = CSL-JSON格式的文献条目

page-data-file = 活动的全部数据（JSON）

page-to-cite-in = 按{ $style }格式引用

page-promise = 您的笔记只保存在本浏览器中。本页面不设账户，不向任何地方发送数据，也不追踪读者。

page-newer = 本页面已有新版本，重新加载后即可看到。您的笔记会保留下来。

page-other-languages = 本活动的其他语言版本

page-language = 语言

page-language-browser = 跟随浏览器

page-locale = zh

page-language-name = 中文

page-part-of = 所属网站：<a>{ $site }</a>

page-imprint = 网站信息

page-privacy = 隐私声明

page-all-notes = 我的全部活动笔记

page-noscript = 做笔记需要JavaScript。不使用JavaScript也可以阅读全部内容；如要做笔记，请允许本页面使用JavaScript，然后重新加载。

page-print-notes = 笔记

page-print-draft = 草稿
