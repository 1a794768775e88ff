### The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the notes. What happens to them is told in `news.ftl`.

notes-new-note-on = 关于“{ $theme }”的新笔记

notes-write-here = 就此主题写笔记

notes-add-note = 添加笔记

notes-notes-on = 关于“{ $theme }”的笔记

notes-lost-notes = 原主题已移除的笔记

notes-share-theme = 导出或分享这些笔记…

notes-edit-note = 编辑笔记

notes-delete-note = 删除笔记

notes-share = 分享…

notes-note-text = 笔记内容

notes-done = 完成

notes-undo = 撤销

notes-added = 添加于<time>{ $created }</time>

notes-added-and-changed = 添加于<created>{ $created }</created>，修改于<changed>{ $changed }</changed>

notes-shown-of = 共{ $count }条笔记，此处显示{ $shown }条，向下滚动会显示更多。浏览器的“在页面中查找”只能找到已显示的笔记，“{ notes-search-notes }”则可查找全部笔记。

notes-show-more = 显示更多笔记

notes-tag-with-count = { $tag }（{ $count }）

notes-mark-not-saved = 未保存

notes-mark-newer = 来自本页面的较新版本：按原样显示，在此不作改动。如要编辑，请重新加载页面。

notes-mark-conflict = 冲突副本：这是同时在另一个标签页中写下的内容。请保留需要的部分，删除其余部分。

notes-note-count =
    { $count ->
        [0] 没有笔记
       *[other] { $count }条笔记
    }

notes-theme-with-count =
    { $count ->
        [0] { $theme }，没有笔记
       *[other] { $theme }，{ $count }条笔记
    }

notes-my-notes = 我的笔记

notes-search-notes = 搜索笔记

notes-export = 导出…

notes-import = 导入…

notes-copy-all = 复制我的全部笔记

notes-totals =
    { $count ->
        [0] 还没有笔记。请选择一个主题，开始书写。
       *[other] 本浏览器中有{ $count }条笔记。
    }

notes-totals-found = 共{ $count }条笔记，找到{ $found }条。

notes-overdue-backup = 您上次备份的时间是{ $last }，此后的改动尚未备份。请用“{ notes-export }”重新备份。

notes-overdue-first-backup = 您有些笔记写下已超过一周，还没有备份。请用“{ notes-export }”进行备份。

notes-go-to-theme = 前往主题

notes-go-to-theme-named = 前往主题：{ $theme }

notes-move-to-theme = 移到主题

notes-move = 移动

notes-needs-attention = 需要处理

notes-attention-list = 需要处理的条目

notes-raw-entry = 条目的存储原文

notes-cut-off = { $text }…

notes-copy = 复制

notes-download = 下载

notes-remove = 移除…

notes-remove-question = 要永久移除吗？不会保留任何副本。

notes-remove-yes = 永久移除

notes-remove-no = 保留

notes-recently-deleted = 最近删除

notes-deleted-title = 最近删除（{ $count }）

notes-deleted-kept = 保留30天，之后永久删除。

notes-deleted-at = 删除于{ $time }

notes-restore-note = 恢复笔记

notes-empty = 清空…

notes-empty-question = 要永久删除{ $count }条笔记吗？删除后无法恢复。

notes-empty-yes = 永久删除

notes-empty-no = 保留

notes-storage = 存储空间

notes-other-themes = 其他主题

notes-show-source = 显示源文本

notes-show-formatted = 显示排版效果

notes-pin = 置顶

notes-unpin = 取消置顶

notes-pinned = 已置顶

notes-theme = 主题

notes-all-themes = 所有主题

notes-tag = 标签

notes-all-tags = 所有标签

notes-sort-by = 排序方式

notes-outline = 主题顺序

notes-newest = 最新添加

notes-last-changed = 最近修改

notes-notes-in-order = 按时间排列的笔记
