### What readers meet of a site outside its pages: in the feed, and in the picture that chats and networks show beside a link to a page.

publishing-feed-calendar = تقويم كل الفعاليات

publishing-preview-described = { $title }. { $days }.

publishing-preview-described-with-place = { $title }. { $days }، { $place }.

publishing-preview-more-organizers =
    { $count ->
        [zero] و{ $count } جهة أخرى
        [one] وجهة أخرى
        [two] وجهتان أخريان
        [few] و{ $count } جهات أخرى
        [many] و{ $count } جهة أخرى
       *[other] و{ $count } جهة أخرى
    }
