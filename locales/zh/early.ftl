### What the page tells while its program is not there: the early script finds these sentences in templates of the page.

early-not-added = 暂时无法添加笔记：本页面有一部分未能加载。您在这里写下的内容已保存在本浏览器中。请点击“{ notes-add-note }”重试。

early-not-saved = 未保存：本页面有一部分未能加载，本浏览器也没有保存您写下的内容。请在离开前复制这段文字，或点击“{ notes-add-note }”重试。

early-missing = 本页面有一部分未能加载。请检查网络连接，然后重试。

early-copy-text = 复制这段文字

early-copied = 已复制
