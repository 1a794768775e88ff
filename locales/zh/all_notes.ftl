### The page with the notes on all events of a site: what stands on it, how it is led to, and what its exports say beside the notes.

all-notes-title-of = { page-all-notes }——{ $site }

all-notes-back = 返回<a>{ $site }</a>

all-notes-kept = 您的笔记只保存在本浏览器中，除您之外无人能看到。本页面列出浏览器中保存的全部笔记，不论属于哪项活动。在这里不能改动笔记；如要书写，请在相应活动的页面上打开该笔记。

all-notes-needs-script = 笔记保存在本浏览器中，本页面需要JavaScript才能显示。请允许本页面使用JavaScript，然后重新加载。您的笔记不受影响。

all-notes-not-loaded = 本页面用来显示笔记的部分未能加载，您可能处于离线状态。您的笔记不受影响。请在联网后重新加载页面。

all-notes-on-start = 您的笔记

all-notes-on-start-explained = 您在各项活动中写下的笔记都汇集在“<a>{ page-all-notes }</a>”中，可以搜索，也可以导出带走。

all-notes-search = 搜索笔记

all-notes-event = 活动

all-notes-all-events = 所有活动

all-notes-blocked = 本浏览器不允许页面读取其中保存的内容，因此无法显示笔记。已有的笔记不受影响。请允许本页面使用网站数据，然后重新加载。

all-notes-unreadable-store = 暂时无法读取本浏览器中保存的笔记。笔记保持原样。请重新加载页面再试。

all-notes-no-notes = 本浏览器中还没有笔记。请打开一项活动的页面，在那里写笔记，写好后也会显示在这里。您在其他浏览器或其他设备上写的笔记保存在那里，可通过备份转移过来。

all-notes-no-titles = 未能加载活动标题，您可能处于离线状态。您的笔记全部都在，现以本浏览器保存时所用的短名称列出。请重新加载页面再试。

all-notes-unknown-event = 本网站没有或不再有这项活动。您的笔记仍在本浏览器中。

all-notes-save-these = 保存这些笔记的备份

all-notes-totals-of-notes =
    { $notes ->
        [0] { $events }项活动中没有笔记。
       *[other] { $notes }条笔记，涉及{ $events }项活动。
    }

all-notes-totals-of-drafts = { $drafts }份草稿，涉及{ $events }项活动。

all-notes-totals-of-both = { $notes }条笔记和{ $drafts }份草稿，涉及{ $events }项活动。

all-notes-found =
    { $texts ->
        [0] 没有找到。请减少或更换搜索词，或选择“{ all-notes-all-events }”。
       *[other] 共{ $all }条内容，找到{ $texts }条，涉及{ $events }项活动。
    }

all-notes-shown-of = 共{ $all }条内容，此处显示{ $shown }条。搜索涵盖全部内容。

all-notes-show-more = 显示更多

all-notes-notes-on = 关于“{ $theme }”的笔记

all-notes-gone-theme = （该活动已不再有此主题）

all-notes-draft = 尚未添加

all-notes-changed = 修改于{ $time }

all-notes-added = 添加于{ $time }

all-notes-open = 在活动页面上打开

all-notes-tags = 标签

all-notes-search-for = 搜索“{ $tag }”

all-notes-unreadable = 无法读取

all-notes-unreadable-explained = 这些条目已损坏，或来自本页面的较新版本。它们保持原样，并会列入备份。

all-notes-out-of-reach = 浏览器目前不提供此条目。请重新加载页面再试。

all-notes-deleted-title = 最近删除（{ $count }）

all-notes-deleted-at = 删除于{ $time }

all-notes-export = 导出全部笔记

all-notes-export-explained = 不论当前搜索显示什么，每个文件都包含所有活动的笔记。除非您自己发送，否则任何内容都不会离开本设备。

all-notes-as-markdown = Markdown

all-notes-markdown-keeps = 便于阅读，任何编辑器都能打开：每项活动一个标题，包含笔记、时间和草稿。不能导入。

all-notes-as-backup = 备份（.ann）

all-notes-backup-keeps = 内容完整，没有遗漏。在活动页面上使用“{ notes-import }”，即可从这一个文件中恢复该活动的笔记。

all-notes-as-csv = 表格（CSV）

all-notes-csv-keeps = 适用于电子表格：每条笔记一行，并注明所属活动。不含草稿和已删除的笔记。不能导入。

all-notes-as-csv-for-excel = Excel表格（分号分隔）

all-notes-excel-keeps = 内容相同，适用于用逗号作小数点（写作1,5）的Excel，例如德语、法语或西班牙语版本。

all-notes-saved-as = 已保存为“{ $name }”，请到浏览器的下载位置查看。

all-notes-not-saved = 未保存：浏览器不允许生成文件。您的笔记不受影响。请换一种格式再试。

all-notes-taken-from = 关于“{ $site }”各项活动的个人笔记。导出日期：{ $today }。
