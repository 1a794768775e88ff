### What readers see of quotations.

quotations-quote = Цитировать в заметке

quotations-show-in-text = Показать в тексте

quotations-text-changed = После того как вы взяли цитату, текст изменился.

quotations-no-longer-there = В тексте этого больше нет.
