-- Likeness reads the newest fifty of a label in one language, however few of its articles are in that language, and nothing
-- but this index.
create index shelf_alike on shelf (label_id, language, published_at desc, article_id desc)
    include (edition_id, shown_from, shown_until);
