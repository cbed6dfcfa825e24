package dev.byline.related;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Finds the links of a visible article in one statement whose work is bounded, however many
 * articles there are.
 */
@ApplicationScoped
class RelatedQuery {

    /**
     * Curated links first, those of other articles that are mutual next, then the neighbours in a
     * series, then what shares labels. A label weighs the more the fewer visible articles bear it;
     * each gives its newest 50 articles at most, and the best 32 of all are compared by their
     * words. What a gate hides is found first (few articles ever are), so that it weighs nothing.
     * Weights are millionths, whole ones: their sum is the same in whatever order they are added,
     * and costs less than exact decimals. Age counts in days, so that replies stay the same for as
     * long.
     */
    private static final String LINKS =
            """
            with me as (
                select a.id, e.language, a.published_at, e.id as edition_id, e.section_id, e.headline, e.related_policy as policy,
                       coalesce(cast(:at as timestamptz), statement_timestamp()) as now,
                       (select cast(string_agg('''' || replace(replace(w.lexeme, '\\', '\\\\'), '''', '''''') || '''', '|') as tsquery)
                        from unnest(to_tsvector(text_config(e.language), e.headline || ' ' || coalesce(e.standfirst, ''))) w)
                           as words
                from article a join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
                where a.id = :article),
            curated as (
                select 0 as kind, l.position, l.rel, l.target_id, l.url, l.title
                from related_link l where l.article_id = :article
                union all
                select 1, cast(row_number() over (order by l.article_id) as int),
                       case l.rel when 'PREVIOUS' then 'NEXT' when 'NEXT' then 'PREVIOUS' when 'SERIES' then 'SERIES'
                           else 'RELATED' end,
                       l.article_id, null, null
                from related_link l
                where l.target_id = :article and l.mutual
                  and not exists (select 1 from related_link own where own.article_id = :article and own.target_id = l.article_id)),
            label as (
                select et.tag_id as id, 1000000 as share, t.type = 'SERIES' as series
                from me join edition_tag et on et.edition_id = me.edition_id join tag t on t.id = et.tag_id
                union all
                select ec.author_id, 250000, false from me join edition_credit ec on ec.edition_id = me.edition_id
                union all
                select me.section_id, 350000, false from me where me.section_id is not null),
            gated as (
                select coalesce(array_agg(id) filter (where hidden), '{}') as hidden, coalesce(array_agg(id), '{}') as ids
                from (select a.id, true as hidden from me join article a on a.embargo_until > me.now
                      union
                      select a.id, true from me join article a on a.expires_at <= me.now and a.state in ('PUBLISHED', 'SCHEDULED')
                      union
                      select a.id, false from article a where a.next_at is not null) shut),
            unseen as (
                select s.label_id, count(distinct (s.article_id, s.edition_id)) as articles
                from me cross join gated cross join unnest(gated.ids) shut(id) join shelf s on s.article_id = shut.id
                where s.label_id in (select id from label) and s.published_at <= me.now
                  and (s.article_id = any(gated.hidden) or not on_shelf(s.shown_from, s.shown_until, me.now))
                group by s.label_id),
            weighed as (
                select label.id, cast(label.share * ln(cast(600 as float8) / (1 + greatest(0, stand.articles - coalesce(unseen.articles, 0))))
                                      as int) as weight
                from label cross join me
                cross join lateral (select count(*) as articles
                                    from (select 1 from shelf s where s.label_id = label.id and s.published_at <= me.now
                                          limit 300) few) stand
                left join unseen on unseen.label_id = label.id),
            sharing as (
                select near.article_id, near.edition_id, near.published_at, sum(weighed.weight) as weight
                from me cross join gated cross join weighed
                cross join lateral (
                    select s.article_id, s.edition_id, s.published_at from shelf s
                    where s.label_id = weighed.id and s.published_at <= me.now and s.article_id <> me.id
                      and s.language = me.language
                      and on_shelf(s.shown_from, s.shown_until, me.now)
                      and s.article_id <> all(gated.hidden)
                    order by s.published_at desc, s.article_id desc limit 50) near
                where me.policy = 'AUTO'
                group by near.article_id, near.edition_id, near.published_at),
            best as (
                select sharing.article_id, sharing.edition_id, sharing.published_at,
                       cast(sharing.weight as float8) / 1000000
                           * (cast(0.4 as float8) + 0.6 * exp(cast(greatest(0, current_date - cast(sharing.published_at as date)) as float8) / -180))
                           as score
                from sharing cross join me
                where not exists (select 1 from curated c where c.target_id = sharing.article_id)
                order by score desc, sharing.article_id limit 32),
            serial as (
                select neighbour.rel, neighbour.article_id, neighbour.published_at
                from me cross join label
                cross join lateral (
                    (select 'PREVIOUS' as rel, s.article_id, s.published_at from shelf s join article a on a.id = s.article_id
                     where s.label_id = label.id and s.published_at <= me.published_at and s.language = me.language
                       and (s.published_at < me.published_at or s.article_id < me.id)
                       and on_shelf(s.shown_from, s.shown_until, me.now)
                       and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, me.now)
                     order by s.published_at desc, s.article_id desc limit 1)
                    union all
                    (select 'NEXT', s.article_id, s.published_at from shelf s join article a on a.id = s.article_id
                     where s.label_id = label.id and s.published_at >= me.published_at and s.published_at <= me.now
                       and s.language = me.language
                       and (s.published_at > me.published_at or s.article_id > me.id)
                       and on_shelf(s.shown_from, s.shown_until, me.now)
                       and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, me.now)
                     order by s.published_at, s.article_id limit 1)) neighbour
                where label.series and me.policy = 'AUTO'
                  and not exists (select 1 from curated c where c.target_id = neighbour.article_id))
            select c.kind, c.position, c.rel, c.target_id, c.url, c.title, cast(null as float8) as score, e.headline,
                   cast(extract(epoch from a.published_at) * 1000000 as bigint) as published
            from me cross join curated c
            left join article a on a.id = c.target_id
            left join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
            where me.policy <> 'NONE'
              and (c.target_id is null or article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, me.now))
            union all
            select distinct on (serial.article_id) 2, case serial.rel when 'PREVIOUS' then 1 else 2 end, serial.rel, serial.article_id, null, null, null, e.headline,
                   cast(extract(epoch from serial.published_at) * 1000000 as bigint)
            from serial join article a on a.id = serial.article_id join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
            union all
            select 3, 0, 'RELATED', best.article_id, null, null,
                   best.score + 6 * coalesce(ts_rank(e.search, me.words, 1), 0), e.headline,
                   cast(extract(epoch from best.published_at) * 1000000 as bigint)
            from me cross join best join edition e on e.id = best.edition_id
            union all
            select 4, 0, null, me.id, null, null, null, me.headline,
                   cast(extract(epoch from me.published_at) * 1000000 as bigint)
            from me
            order by 1, 2, 7 desc, 4""";

    private static final int AUTOMATIC = 2;
    private static final int BY_LIKENESS = 3;
    private static final int ITSELF = 4;

    @Inject EntityManager em;

    /** One link as found; {@code target} is null for an address elsewhere. */
    record Found(Rel rel, boolean automatic, UUID target, String url, String title, Double score) {}

    /** The first links of an article at an instant; null is now, by the database's clock. */
    List<Found> of(UUID article, int limit, Instant at) {
        List<Object[]> rows =
                em.unwrap(Session.class)
                        .createNativeQuery(LINKS, Object[].class)
                        // With the types told, Hibernate does not ask the driver for them.
                        .addScalar("kind", Integer.class)
                        .addScalar("position", Integer.class)
                        .addScalar("rel", String.class)
                        .addScalar("target_id", UUID.class)
                        .addScalar("url", String.class)
                        .addScalar("title", String.class)
                        .addScalar("score", Double.class)
                        .addScalar("headline", String.class)
                        .addScalar("published", Long.class)
                        .setParameter("article", article)
                        .setParameter("at", at, Instant.class)
                        .getResultList();
        Map<UUID, Story> stories = new HashMap<>();
        rows.stream()
                .filter(row -> row[3] != null)
                .forEach(row -> stories.computeIfAbsent((UUID) row[3], id -> story(row)));
        Set<UUID> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> kind(row) != ITSELF)
                .filter(row -> row[3] == null || seen.add((UUID) row[3]))
                .filter(
                        row ->
                                kind(row) != BY_LIKENESS
                                        || !outdated(stories.get((UUID) row[3]), stories.values()))
                .limit(limit)
                .map(RelatedQuery::found)
                .toList();
    }

    private static int kind(Object[] row) {
        return (int) row[0];
    }

    private static Story story(Object[] row) {
        return Story.of((String) row[7], (long) row[8]);
    }

    private static boolean outdated(Story story, Collection<Story> others) {
        return others.stream().anyMatch(story::outdatedBy);
    }

    private static Found found(Object[] row) {
        return new Found(
                Rel.valueOf((String) row[2]),
                kind(row) >= AUTOMATIC,
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                (Double) row[6]);
    }
}
