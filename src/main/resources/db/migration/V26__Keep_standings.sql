-- How an article stood with readers after what was done to it, so that it can be put back.
alter table revision_mark
    add column standing jsonb;

create function utc(at timestamptz) returns text
    language sql stable
as
$$
select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- State and times, and by their numbers the revisions that readers see now and next.
create function article_standing(article uuid) returns jsonb
    language sql stable
as
$$
select jsonb_strip_nulls(jsonb_build_object(
        'state', a.state,
        'firstPublishedAt', utc(a.first_published_at),
        'publishedAt', utc(a.published_at),
        'updatedAt', utc(a.updated_at),
        'embargoUntil', utc(a.embargo_until),
        'expiresAt', utc(a.expires_at),
        'archivedFrom', a.archived_from,
        'takenDownFrom', a.taken_down_from,
        'takenDownAt', utc(a.taken_down_at),
        'takedownReason', a.takedown_reason,
        'takedownNote', a.takedown_note,
        'nextAt', utc(a.next_at),
        'nextUpdatedAt', utc(a.next_updated_at),
        'live', (select max(r.number) from revision r where r.article_id = a.id and r.edition_id = a.live_id),
        'next', (select max(r.number) from revision r where r.article_id = a.id and r.edition_id = a.next_id)))
from article a
where a.id = $1
$$;

-- What was done last, was done to what stands now. Of what was done before that, nobody knows.
alter table revision_mark
    disable trigger revision_mark_stays;

update revision_mark m
set standing = article_standing(m.article_id)
where m.id = (select l.id
              from revision_mark l
              where l.article_id = m.article_id
              order by l.at desc, l.id desc
              limit 1);

alter table revision_mark
    enable trigger revision_mark_stays;
