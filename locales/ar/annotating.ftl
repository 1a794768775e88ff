### What the program of a page says on its dialogs, on the sheet with a theme's notes, at the first visit, and
### beside what the page itself says.

annotating-close = إغلاق

annotating-hint = يمكنك كتابة ملاحظة على أي محور. تبقى ملاحظاتك في هذا المتصفح، ويمكنك تصديرها متى شئت.

annotating-hint-seen = فهمت

annotating-copy-in = نسخ بأسلوب { $style }

annotating-colours = الألوان

annotating-colours-system = وفق إعدادات النظام

annotating-colours-light = فاتحة

annotating-colours-dark = داكنة

annotating-colours-contrast = عالية التباين
