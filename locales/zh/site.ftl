### The sentences of a site of several events.

site-events = 活动

site-description-of-year = { $year }年的{ $events }项活动。每项活动都有专门页面，可供阅读和做笔记。

site-description-of-year-by = { $year }年的{ $events }项活动，由{ $publisher }发布。每项活动都有专门页面，可供阅读和做笔记。

site-description-of-years = { $first }年至{ $last }年的{ $events }项活动。每项活动都有专门页面，可供阅读和做笔记。

site-description-of-years-by = { $first }年至{ $last }年的{ $events }项活动，由{ $publisher }发布。每项活动都有专门页面，可供阅读和做笔记。

site-upcoming = 即将举行的活动

site-all-events = 所有活动

site-past = 往期活动

site-today = 今天

site-on-now = 正在进行

site-follow = 关注活动动态

site-subscribe = 订阅<a>所有活动的日历</a>：将此链接的地址添加到您的日历中，新活动和变动便会自动显示。

site-feed = 在订阅阅读器中添加<a>订阅源</a>，即可获知新活动。

site-missing = 此网址没有页面

site-missing-why = 网址可能输入有误，也可能页面已移到别处或已撤下。

site-missing-notes = 您的笔记没有受到影响。笔记保存在您写笔记时所用的浏览器中，再次打开相应活动的页面即可看到。

site-missing-start = 前往<a>{ $site }</a>

site-missing-way = 如要前往首页，请在地址栏中从网址末尾起逐段删减，直到能打开页面为止。

site-missing-on = 页面不存在——{ $site }

