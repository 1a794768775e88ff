### Export, import and sharing: the dialogs, the files and links in them, and what stands in an export beside the notes. What happens is told in full sentences that say what it means for the reader's notes, and what to do.

transfer-close = 关闭

transfer-export-title = 导出您的笔记

transfer-share-title = 分享或导出

transfer-all-notes =
    { $count ->
        [0] 您在本次活动中的全部笔记：没有笔记。
       *[other] 您在本次活动中的全部笔记：{ $count }条。
    }

transfer-found-notes =
    { $count ->
        [0] 搜索结果：没有笔记。
       *[other] 搜索结果：{ $count }条笔记。
    }

transfer-notes-on-theme =
    { $count ->
        [0] 您关于“{ $title }”的笔记：没有笔记。
       *[other] 您关于“{ $title }”的笔记：{ $count }条。
    }

transfer-notes-on-nameless-theme =
    { $count ->
        [0] 您关于“此主题”的笔记：没有笔记。
       *[other] 您关于“此主题”的笔记：{ $count }条。
    }

transfer-one-note = 仅此一条笔记。

transfer-nothing-leaves = 除非您自己发送，否则任何内容都不会离开本设备。

transfer-nothing-yet = 还没有可以导出的内容，请先就一个主题写笔记。

transfer-as-file = 存为文件

transfer-on-clipboard = 复制到剪贴板

transfer-copy-with-headings = 连同标题复制

transfer-headings-stay = 粘贴到文字处理软件或电子邮件中，标题和列表都会保留。

transfer-as-link = 生成链接

transfer-link-explained = 任何人打开链接都能看到这些笔记，并可添加到自己的笔记中。笔记就在链接本身之中：不会传到任何服务器，但凡是得到链接的人都能阅读。

transfer-link = 这些笔记的链接

transfer-copy-link = 复制链接

transfer-on-paper = 打印或存为PDF

transfer-only-noted = 略去没有笔记的主题

transfer-print = 打印或存为PDF…

transfer-saved-as = 已保存为“{ $name }”，请到浏览器的下载位置查看。

transfer-not-saved = 未保存：浏览器不允许生成文件。您的笔记不受影响。请改为复制笔记，或换一种格式再试。

transfer-copied = 已复制。

transfer-not-copied = 未复制：浏览器不允许本页面使用剪贴板。您的笔记不受影响。请改为存成文件。

transfer-link-not-copied = 未复制：浏览器不允许本页面使用剪贴板。链接仍在文本框中，并已选中，请用键盘或浏览器菜单复制。

transfer-import-title = 导入笔记

transfer-import-explained = 可以导入本页面生成的备份或Markdown文件，也可以导入用其他程序在本页面上做的笔记：Hypothesis导出文件或网页批注。改动之前会先显示导入结果，已存储的内容不会被覆盖。

transfer-choose-file = 选择文件，或拖放到此处

transfer-what-would-happen-backup = 此文件是备份。导入结果如下：

transfer-what-would-happen-markdown = 此文件是本页面生成的Markdown文件。导入结果如下：

transfer-what-would-happen-hypothesis = 此文件是Hypothesis导出文件。导入结果如下：

transfer-what-would-happen-web-annotations = 此文件是网页批注列表。导入结果如下：

transfer-what-would-happen-link = 此文件是带有笔记的链接。导入结果如下：

transfer-on-no-theme = { $count }条笔记不属于任何主题：它们针对整个页面，或其所针对的文字不在任何主题中，或同时见于几个主题。请选择归入何处。

transfer-theme-for-them = 无主题笔记归入的主题

transfer-leave-them-out = 不导入

transfer-added-to-theme = 这{ $count }条笔记将连同所引文字添加到“{ $title }”。

transfer-left-in-file = 这{ $count }条笔记不导入，只保留在文件中。

transfer-added = 添加的笔记

transfer-drafts-added = 添加的草稿

transfer-put-beside = 与您的内容并存

transfer-left-out = 不导入的内容

transfer-text-on-theme = <theme>{ $theme }</theme>：<text>{ $text }</text>

transfer-bring-in = 导入

transfer-choose-another = 选择其他文件

transfer-brought-in =
    { $count ->
        [0] 没有导入笔记。
       *[other] 已导入{ $count }条笔记。
    }

transfer-taken-back = 已撤销：您的笔记已恢复原状。

transfer-visit-title = 来自链接的笔记

transfer-visit-list = 链接中的笔记

transfer-shared-with-you = 有人通过您打开的链接，与您分享了关于本次活动的{ $count }条笔记。未经您同意，不会添加到您自己的笔记中。

transfer-gone-theme = 本次活动已不再有的主题

transfer-all-known = 这些笔记您都已经有了。

transfer-add-to-mine = 添加到我的笔记

transfer-added-to-yours = 已添加到您的笔记。

transfer-trouble-too-large = 此文件超过40 MB，笔记文件不会这么大。文件没有读取，您的笔记没有变化。请选择本页面生成的备份。

transfer-trouble-unreadable = 浏览器无法读取此文件：文件可能已移到别处，或者这是一个文件夹。您的笔记没有变化。请重新选择。

transfer-not-done-changed = 没有作任何改动：在您查看之后，笔记已在此处或另一个标签页中发生变化。请关闭此窗口，重新开始。

transfer-not-done-full = 没有作任何改动：本浏览器留给本网站的存储空间不够。您的笔记没有变化。请删除不再需要的内容，然后重试。

transfer-not-done-refused = 没有作任何改动：浏览器没有存入这些内容。您的笔记没有变化。请重试，或换一个浏览器。

transfer-label-markdown = Markdown

transfer-label-backup = 备份（.ann）

transfer-label-hypothesis = Hypothesis（JSON）

transfer-label-web-annotations = 网页批注（JSON-LD）

transfer-label-csv = 表格（CSV）

transfer-label-csv-for-excel = Excel表格（分号分隔）

transfer-keeps-markdown = 保留笔记、时间和草稿。任何编辑器都能打开，可在此导入。

transfer-keeps-backup = 保留本浏览器中关于本次活动的全部内容，可在此导入。

transfer-keeps-hypothesis = 保留笔记、主题和日期，作为不公开的Hypothesis批注。

transfer-keeps-web-annotations = 保留笔记、时间和所在位置，适用于Recogito等程序。

transfer-keeps-csv = 保留笔记、主题和时间，每条一行，适用于电子表格。如果Excel用点号作小数点（写作1.5，例如中文和英语版本），打开时会自动分列。

transfer-keeps-csv-for-excel = 保留的内容相同。如果Excel用逗号作小数点（写作1,5，例如德语、法语或西班牙语版本），打开时会自动分列。

transfer-loses-markdown = 不含最近删除的笔记，也不含无法读取的内容。

transfer-loses-backup = 没有遗漏。

transfer-loses-hypothesis = 不含草稿、已删除的笔记和修改时间。

transfer-loses-web-annotations = 不含草稿和已删除的笔记；可在此导入。

transfer-loses-csv = 不含草稿和已删除的笔记，也不能在此导入。

transfer-refusal-too-large = 文件太大，无法查看：本页面最多接受{ $most } MB。您的笔记没有变化。请选择由本页面导出的文件。

transfer-refusal-empty = 文件是空的。您的笔记没有变化。请选择其他文件，或重新导出一次。

transfer-refusal-utf16 = 文件采用UTF-16编码，本页面无法读取。您的笔记没有变化。请在编辑器中打开文件，另存为UTF-8编码，再重新选择。

transfer-refusal-not-text = 此文件不是本页面能够读取的文本。您的笔记没有变化。请选择笔记的备份、Markdown文件或Hypothesis导出文件。

transfer-refusal-web-page = 此文件是网页，不是导出的笔记。您的笔记没有变化。请选择笔记的备份、Markdown文件或Hypothesis导出文件。

transfer-refusal-table = 此文件是表格。电子表格软件会改变其中的内容，因此这种格式不能导入。您的笔记没有变化。请选择同一批笔记的备份。

transfer-refusal-cut-off = 文件不完整，内容在中间断开：保存或复制时没有完成。您的笔记没有变化。请取得完整的文件，再重新选择。

transfer-refusal-damaged = 文件已损坏：开头是导出的笔记，后面却不是。您的笔记没有变化。请选择该文件的另一份副本。

transfer-refusal-other-json = 文件中没有本页面能够识别的笔记格式。您的笔记没有变化。请选择笔记的备份、Markdown文件或Hypothesis导出文件。

transfer-refusal-newer = 此文件由本页面的较新版本生成。您的笔记没有变化。请重新加载页面，以使用较新版本，再重新选择文件。

transfer-refusal-other-text = 此文件是文本，但不是由本页面生成的。您的笔记没有变化。请选择笔记的备份、Markdown文件或Hypothesis导出文件。如要保留这段文本，请将其粘贴到新笔记中。

transfer-too-long = 这些笔记太长，无法放入链接：链接会有{ $length }个字符，而有些程序会截断超过{ $most }个字符的链接。没有分享任何内容。请减少笔记，或改为发送文件。

transfer-link-no-notes = 此链接中没有笔记。您自己的笔记没有变化。请向对方重新索取链接。

transfer-link-damaged = 无法读取此链接中的笔记：链接在传送途中被截断或改动。您自己的笔记没有变化。请向对方重新索取链接，或索取文件。

transfer-link-newer = 此链接中的笔记是从本页面的较新版本分享的。您自己的笔记没有变化。如要查看，请重新加载页面。

transfer-link-other-event = 此链接中的笔记属于另一项活动，因此不在这里显示。您自己的笔记没有变化。请在该活动的页面上打开链接。

transfer-reason-malformed = <text>{ $text }</text>：<reason>不符合笔记的格式</reason>

transfer-reason-no-text = <text>{ $text }</text>：<reason>没有文字</reason>

transfer-reason-no-theme = <text>{ $text }</text>：<reason>不属于本页面的任何主题</reason>

transfer-reason-place-taken = <text>{ $text }</text>：<reason>应在的位置已有其他条目</reason>

transfer-plan-new-notes = 将添加{ $count }条笔记。

transfer-plan-new-drafts = 将添加{ $count }份草稿。

transfer-plan-new-deleted = 将有{ $count }条笔记添加到“{ notes-recently-deleted }”。

transfer-plan-new-entries = { $count }个无法读取的条目将按原样放回。

transfer-plan-conflicting = { $count }条内容与这里的文字不同。您的文字保持不变，另一份将与其并存。

transfer-plan-unchanged = { $count }条内容这里已经有了。

transfer-plan-elsewhere = { $count }条内容属于其他活动或页面，不导入。

transfer-plan-unreadable = { $count }条内容无法导入。

transfer-draft = 草稿，尚未添加

transfer-time = { $day }，{ $minute }（UTC）

transfer-made-and-changed = { $created }；修改于{ $changed }

transfer-citation = 关于“{ $title }”（{ $days }）的个人笔记。{ $today }取自活动页面。

transfer-citation-with-place = 关于“{ $title }”（{ $place }，{ $days }）的个人笔记。{ $today }取自活动页面。

transfer-citation-with-organizers = 关于“{ $title }”（{ $days }）的个人笔记。主办方：{ $organizers }。{ $today }取自活动页面。

transfer-citation-with-place-and-organizers = 关于“{ $title }”（{ $place }，{ $days }）的个人笔记。主办方：{ $organizers }。{ $today }取自活动页面。

transfer-backup-title = 关于“{ $event }”的笔记
