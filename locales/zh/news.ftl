### What the page tells the reader about their notes: full sentences that say what happened, what it means for the notes, and what to do.

news-saved = 已保存

news-deleted = 笔记已删除。

news-restored = 笔记已恢复。

news-recovered = 本浏览器此前没有存完的{ $count }条内容已经恢复。

news-written-back = 您的笔记已重新存入本浏览器。

news-copied = 已复制。

news-not-kept-blocked = 本浏览器不允许页面保存任何内容。您可以写笔记，但关闭此标签页后笔记就会消失。请在离开前把笔记复制出来，或允许本页面使用网站数据，然后重新加载。

news-not-kept = 暂时无法读取本浏览器中保存的笔记。这些笔记没有改动。您现在写下的内容会在关闭此标签页后消失，请重新加载页面再试。

news-vanished = { $count }条笔记或草稿已不在本浏览器的存储空间中：是本页面以外的操作移除了它们。它们仍在当前标签页中。请重新存入，或在关闭标签页前复制出来。

news-not-saved-full = 未保存：本浏览器留给本网站的存储空间已满。您的文字仍在页面上。请不要关闭此标签页，并腾出一些空间：“{ notes-my-notes }”下的“{ notes-storage }”会说明哪些内容占用了空间。页面会自动再次尝试保存。

news-not-saved = 未保存：浏览器没有存入您的文字。文字仍在页面上。请不要关闭此标签页，并把文字复制到稳妥的地方；页面会自动再次尝试保存。

news-place-taken = 未保存：这段文字的存储位置上有一个较早的条目，该条目无法读取，也不会被覆盖。如要保留草稿，请点击“{ notes-add-note }”将其添加为笔记，或在“{ notes-needs-attention }”下移除该条目。

news-not-deleted = 未删除：浏览器不允许改动已存储的内容。没有任何损失，原有内容全部都在。请再试一次。

news-not-copied-notes = 未复制：浏览器不允许本页面使用剪贴板。您的笔记不受影响。您可以用“{ notes-export }”将笔记存为文件，也可以在“{ notes-my-notes }”下选中笔记，再用键盘复制。

news-not-copied-citation = 未复制：浏览器不允许本页面使用剪贴板。这句引文仍在原处，并已选中，请用键盘或浏览器菜单复制。

news-not-copied-entry = 未复制：浏览器不允许本页面使用剪贴板。该条目不受影响。您可以用“{ notes-download }”将其存为文件。

news-not-loaded = 本页面用于导出、导入和分享笔记的部分未能加载，您可能处于离线状态。您的笔记不受影响。请在联网后重试；“{ notes-copy-all }”现在仍可使用。

news-unreadable = { $count }个已存储的条目无法读取，已在本浏览器中原样保留。其他笔记均可正常使用。您可以在“{ notes-my-notes }”的“{ notes-needs-attention }”下查看这些条目的内容。

news-newer = { $count }条笔记来自本页面的较新版本。您可以阅读，当前版本不会改动它们。如要编辑，请重新加载页面。

news-unknown-theme = { $count }条笔记所属的主题已不在本次活动中。笔记没有丢失：请在“{ notes-my-notes }”的“{ notes-lost-notes }”下查看，并可将其移到其他主题。

news-write-back = 重新存入

news-dismiss = 关闭提示

news-reason-damaged = 已损坏：此条目无法读取，现按原样保留，并另存了一份副本。请复制或下载您需要的内容。

news-reason-newer = 来自本页面的较新版本，当前版本无法识别其格式。此条目没有改动。请重新加载页面，以使用较新版本。

news-reason-out-of-reach = 浏览器目前不提供此条目。此条目没有改动。请重新加载页面再试。

news-usage =
    浏览器一般为每个网站提供约500万个字符的空间。您就本次活动写下的内容{ $total ->
        [0] 没有占用空间
       *[other] 占用{ $total }个字符
    }，其中笔记：{ $notes ->
        [0] 无
       *[other] { $notes }
    }；草稿：{ $drafts ->
        [0] 无
       *[other] { $drafts }
    }；最近删除的笔记：{ $deleted ->
        [0] 无
       *[other] { $deleted }
    }；无法读取的内容：{ $unreadable ->
        [0] 无
       *[other] { $unreadable }
    }。

news-usage-of-others = 本网站的其他页面还存有{ $count }个条目。本页面不读取这些条目，因此无法计算其大小。

news-persistence-not-asked = 您写下第一条笔记时，本页面会请浏览器保留您的笔记，即使空间不足也不清除。

news-persistence-agreed = 本浏览器已同意，即使空间不足也会保留您的笔记。只有在您删除笔记或清除本网站的数据时，笔记才会消失。

news-persistence-refused = 本浏览器没有同意在空间不足时保留您的笔记。这种情况很少发生，但重要的内容还请另行复制保存。
