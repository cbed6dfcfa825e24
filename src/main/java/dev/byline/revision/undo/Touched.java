package dev.byline.revision.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * An article that a key changed, and how it was before.
 *
 * @param before the last revision from before, null when the key made the article
 * @param liveBefore the revision that was published before, null when none was
 * @param published whether the key published it since, and that is not undone yet
 * @param wordsAsBefore whether its working copy, and what is published, hold what they held before,
 *     at the addresses of then
 * @param workingAsBefore whether its working copy does
 * @param others whether others worked on it since
 * @param slugs addresses that the key gave it, and that lead to it still
 */
record Touched(
        UUID article,
        String headline,
        Integer before,
        Integer liveBefore,
        boolean published,
        boolean wordsAsBefore,
        boolean workingAsBefore,
        Place place,
        List<String> actions,
        boolean others,
        List<String> slugs) {

    /** Whether nothing has to be done about it. */
    boolean asBefore(Instant now) {
        boolean stands =
                place.before() == null ? wordsAsBefore : workingAsBefore && !place.left(now);
        return stands && slugs.isEmpty();
    }

    /** Finds them. */
    @ApplicationScoped
    static class Repo {

        // A state that others chose after the key stays theirs; what was put back is not again.
        private static final String QUERY =
                """
                with touched as (
                    select article_id from revision
                    where made_by = :key and at >= :since and article_id = coalesce(:article, article_id)
                    union
                    select article_id from revision_mark
                    where made_by = :key and at >= :since and article_id = coalesce(:article, article_id)),
                found as (
                    select t.article_id, w.headline, w.input as working, l.input as live, n.input as next,
                           w.slug as working_slug, l.slug as live_slug, n.slug as next_slug,
                           (select max(r.number) from revision r where r.article_id = t.article_id and r.at < :since)
                               as before,
                           last.id is null as untouched, last.standing,
                           case when last.standing is not null
                                    then case when last.standing ->> 'state' in ('PUBLISHED', 'SCHEDULED')
                                                  then cast(last.standing ->> 'live' as int) end
                                else (select case when m.action in ('PUBLISH', 'APPEAR', 'PROMOTE') then m.number end
                                      from revision_mark m
                                      where m.article_id = t.article_id and m.at < :since
                                        and m.action in ('PUBLISH', 'APPEAR', 'PROMOTE', 'UNPUBLISH', 'ARCHIVE', 'TAKEDOWN')
                                      order by m.at desc, m.id desc limit 1) end as live_before,
                           exists (select 1 from revision_mark m
                                   where m.article_id = t.article_id and m.made_by = :key and m.at >= :since
                                     and m.action in ('PUBLISH', 'SCHEDULE')
                                     and not exists (select 1 from revision_mark u
                                                     where u.article_id = m.article_id and u.action = 'UNDO'
                                                       and u.at > m.at)) as published,
                           coalesce((select m.made_by = :key from revision_mark m
                                     where m.article_id = t.article_id and m.at >= :since and m.made_by <> 'clock'
                                       and m.action not in ('CORRECT', 'RELATE')
                                     order by m.at desc, m.id desc limit 1), false) as moved,
                           array(select distinct m.action from revision_mark m
                                 where m.article_id = t.article_id and m.made_by = :key and m.at >= :since
                                 order by 1) as actions,
                           exists (select 1 from revision r
                                   where r.article_id = t.article_id and r.made_by <> :key and r.at >= :since)
                               or exists (select 1 from revision_mark m
                                          where m.article_id = t.article_id and m.made_by <> :key and m.at >= :since)
                               as others,
                           a.state in ('PUBLISHED', 'SCHEDULED') as shown, a.next_id,
                           array(select s.slug from slug s
                                 where s.space = 'article' and s.owner = t.article_id and s.once_public and not s.retired
                                   and (select r.made_by = :key and r.at >= :since from revision r
                                        where r.article_id = t.article_id and r.slug = s.slug
                                        order by r.number limit 1)) as slugs
                    from touched t
                             join article a on a.id = t.article_id
                             join edition w on w.id = a.working_id
                             left join edition l on l.id = a.live_id
                             left join edition n on n.id = a.next_id
                             left join lateral (select m.id, m.standing from revision_mark m
                                                where m.article_id = t.article_id and m.at < :since
                                                order by m.at desc, m.id desc limit 1) last on true),
                compared as (
                    select f.*,
                           (select (r.input, r.slug) = (f.working, f.working_slug) from revision r
                            where r.article_id = f.article_id and r.number = f.before) as working_same,
                           coalesce((select (r.input, r.slug) = (f.live, f.live_slug) from revision r
                                     where r.article_id = f.article_id and r.number = f.live_before), false) as words_same,
                           coalesce((select (r.input, r.slug) = (f.live, f.live_slug) from revision r
                                     where r.article_id = f.article_id
                                     and r.number = cast(f.standing ->> 'live' as int)), false) as live_same,
                           coalesce((select (r.input, r.slug) = (f.live, f.live_slug) from revision r
                                     where r.article_id = f.article_id
                                     and r.number = cast(f.standing ->> 'next' as int)), false) as next_live,
                           coalesce((select (r.input, r.slug) = (f.next, f.next_slug) from revision r
                                     where r.article_id = f.article_id
                                     and r.number = cast(f.standing ->> 'next' as int)), false) as next_same
                    from found f)
                select c.article_id, c.headline, c.before, c.live_before, c.published,
                       coalesce(c.working_same, not c.shown)
                           and (not c.published or not c.shown or c.next_id is null and c.words_same),
                       coalesce(c.working_same, false), c.actions, c.others,
                       c.before is not null and c.moved as moved, c.untouched, cast(c.standing as text),
                       cast(article_standing(c.article_id) as text), c.live_same, c.next_live, c.next_same,
                       c.slugs
                from compared c order by c.article_id""";

        @Inject EntityManager em;
        @Inject ObjectMapper mapper;

        /** All of them, or the one article alone where it is not null. */
        List<Touched> by(String key, Instant since, UUID article) {
            List<?> rows =
                    em.unwrap(Session.class)
                            .createNativeQuery(QUERY, Object[].class)
                            .setParameter("key", key)
                            .setParameter("since", since)
                            .setParameter("article", article, UUID.class)
                            .getResultList();
            return rows.stream().map(row -> touched((Object[]) row)).toList();
        }

        private Touched touched(Object[] c) {
            Stood before = (Boolean) c[10] ? Stood.UNTOUCHED : stood((String) c[11]);
            Place place =
                    new Place(
                            (Boolean) c[9] ? before : null,
                            stood((String) c[12]),
                            (Boolean) c[13],
                            (Boolean) c[14],
                            (Boolean) c[15]);
            return new Touched(
                    (UUID) c[0],
                    (String) c[1],
                    (Integer) c[2],
                    (Integer) c[3],
                    (Boolean) c[4],
                    (Boolean) c[5],
                    (Boolean) c[6],
                    place,
                    Arrays.asList((String[]) c[7]),
                    (Boolean) c[8],
                    (Integer) c[2] == null ? List.of() : Arrays.asList((String[]) c[16]));
        }

        private Stood stood(String kept) {
            try {
                return kept == null ? null : Stood.of(mapper.readTree(kept));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A standing is no JSON", e);
            }
        }
    }
}
