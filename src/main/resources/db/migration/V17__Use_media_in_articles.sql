alter table edition
    -- The picture or video that stands for the article, with what was written for this use of it.
    add column lead_media_id   uuid,
    add column lead_caption    text,
    add column lead_alt        text,
    -- Why an editor published it although a picture lacks its credit, its terms or its alternative text.
    add column credit_override text,
    add constraint edition_lead_media_fkey foreign key (lead_media_id) references media;

create index edition_lead_media on edition (lead_media_id) where lead_media_id is not null;
