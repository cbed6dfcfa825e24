package dev.byline.revision.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * An article that a key changed, and how it was before.
 *
 * @param before the last revision from before, null when the key made the article
 * @param liveBefore the revision that was last published before, null when none was
 * @param published whether the key published it since
 * @param asBefore whether its working copy, and what is published, hold what they held before
 * @param others whether others worked on it since
 */
record Touched(
        UUID article,
        String headline,
        Integer before,
        Integer liveBefore,
        boolean published,
        boolean asBefore,
        List<String> actions,
        boolean others) {

    static Touched of(Object[] c) {
        return new Touched(
                (UUID) c[0],
                (String) c[1],
                (Integer) c[2],
                (Integer) c[3],
                (Boolean) c[4],
                (Boolean) c[5],
                Arrays.asList((String[]) c[6]),
                (Boolean) c[7]);
    }

    /** Finds them. */
    @ApplicationScoped
    static class Repo {

        private static final String QUERY =
                """
                with touched as (
                    select article_id from revision where made_by = :key and at >= :since
                    union
                    select article_id from revision_mark where made_by = :key and at >= :since),
                found as (
                    select t.article_id, w.headline, w.input as working, l.input as live,
                           (select max(r.number) from revision r where r.article_id = t.article_id and r.at < :since)
                               as before,
                           (select case when m.action in ('PUBLISH', 'APPEAR', 'PROMOTE') then m.number end
                            from revision_mark m
                            where m.article_id = t.article_id and m.at < :since
                              and m.action in ('PUBLISH', 'APPEAR', 'PROMOTE', 'UNPUBLISH', 'ARCHIVE', 'TAKEDOWN')
                            order by m.at desc, m.id desc limit 1) as live_before,
                           exists (select 1 from revision_mark m
                                   where m.article_id = t.article_id and m.made_by = :key and m.at >= :since
                                     and m.action in ('PUBLISH', 'SCHEDULE')) as published,
                           array(select distinct m.action from revision_mark m
                                 where m.article_id = t.article_id and m.made_by = :key and m.at >= :since
                                 order by 1) as actions,
                           exists (select 1 from revision r
                                   where r.article_id = t.article_id and r.made_by <> :key and r.at >= :since)
                               or exists (select 1 from revision_mark m
                                          where m.article_id = t.article_id and m.made_by <> :key and m.at >= :since)
                               as others,
                           a.state in ('PUBLISHED', 'SCHEDULED') as shown, a.next_id
                    from touched t
                             join article a on a.id = t.article_id
                             join edition w on w.id = a.working_id
                             left join edition l on l.id = a.live_id)
                select f.article_id, f.headline, f.before, f.live_before, f.published,
                       coalesce((select r.input = f.working from revision r
                                 where r.article_id = f.article_id and r.number = f.before), not f.shown)
                           and (not f.published or not f.shown
                               or f.next_id is null
                                   and coalesce((select r.input = f.live from revision r
                                                 where r.article_id = f.article_id and r.number = f.live_before), false)),
                       f.actions, f.others
                from found f order by f.article_id""";

        @Inject EntityManager em;

        List<Touched> by(String key, Instant since) {
            List<?> rows =
                    em.createNativeQuery(QUERY, Object[].class)
                            .setParameter("key", key)
                            .setParameter("since", since)
                            .getResultList();
            return rows.stream().map(row -> Touched.of((Object[]) row)).toList();
        }
    }
}
