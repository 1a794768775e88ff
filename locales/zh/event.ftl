### What the page says of an event beside the host's own words: days, roles, and the names of places on the page.

event-period = <starts>{ $starts }</starts>至<ends>{ $ends }</ends>

event-days = { $first }至{ $last }

event-days-and-place = { $days }，{ $place }

event-chair = 主席

event-panelist = 讨论嘉宾

event-moderator = 主持人

event-speaker = 发言人

event-keynote = 主旨发言人

event-contact = 联系人

event-days-later = { $days }天后

event-programme = 日程

event-postponed = 已推迟

event-moved = 已调整

event-cancelled = 已取消

event-series = 所属系列：<event>{ $title }</event>

event-parent = 所属活动：<event>{ $title }</event>

event-earlier = 往期活动：<event>{ $title }</event>

event-later = 后续活动：<event>{ $title }</event>

event-related = 另见：<event>{ $title }</event>

event-language-ar = 阿拉伯语

event-language-de = 德语

event-language-en = 英语

event-language-es = 西班牙语

event-language-fr = 法语

event-language-it = 意大利语

event-language-pt = 葡萄牙语

event-language-ru = 俄语

event-language-zh = 中文

event-zone = { $city }时间

event-facts = 活动概况

event-summary-paragraph = 摘要第{ $number }段

event-quotation-of = 引语：{ $speaker }

event-organizers = 主办方：{ $names }

event-attendance = 参加方式：{ $words }
