### What readers meet of a site outside its pages: in the feed, and in the picture that chats and networks show beside a link to a page.

publishing-feed-calendar = календарь всех мероприятий

publishing-preview-described = { $title } ({ $days }).

publishing-preview-described-with-place = { $title } ({ $days }, { $place }).

publishing-preview-more-organizers = и еще { $count }
