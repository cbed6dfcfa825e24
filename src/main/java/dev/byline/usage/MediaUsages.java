package dev.byline.usage;

import dev.byline.article.ArticleState;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import dev.byline.usage.MediaUsage.Role;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The articles that use one media item, the latest created first. */
final class MediaUsages implements Keyset<MediaUsage> {

    /** Writers find their own articles, and of others' what readers see. */
    private static final String USERS =
            """
            from article a
            cross join lateral (select cast(:own as text) is null or a.created_by = :own as whole,
                                       live_edition(a.live_id, a.next_id, a.next_at, null) as live_id) seen
            join edition w on w.id = case when seen.whole then a.working_id else seen.live_id end
            where exists (select 1 from edition e join edition_media m on m.edition_id = e.id
                          where e.article_id = a.id and m.media_id = :media and (seen.whole or e.id = w.id))
              and (seen.whole or article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null))
            """;

    private static final String ROWS =
            """
            select a.id, w.slug, w.headline, a.state, a.created_at,
                   exists (select 1 from edition_media m where m.edition_id = seen.live_id and m.media_id = :media),
                   seen.whole
                       and exists (select 1 from edition_media m where m.edition_id = a.working_id and m.media_id = :media),
                   (select string_agg(distinct m.role, ',') from edition e join edition_media m on m.edition_id = e.id
                    where e.article_id = a.id and m.media_id = :media and (seen.whole or e.id = w.id))
            """
                    + USERS;

    private static final String FORWARD =
            ROWS
                    + """
              and (cast(:at as timestamptz) is null or (a.created_at, a.id) < (cast(:at as timestamptz), cast(:id as uuid)))
            order by a.created_at desc, a.id desc""";

    private static final String BACKWARD =
            ROWS
                    + """
              and (a.created_at, a.id) > (cast(:at as timestamptz), cast(:id as uuid))
            order by a.created_at, a.id""";

    private static final String COUNT = "select count(*) " + USERS;

    private final EntityManager em;
    private final UUID media;
    private final String own;

    /** {@code own} narrows drafts to one caller's; null doesn't. */
    MediaUsages(EntityManager em, UUID media, String own) {
        this.em = em;
        this.media = media;
        this.own = own;
    }

    @Override
    public List<MediaUsage> rows(Position from, int max) {
        boolean forward = from == null || from.forward();
        Query query =
                em.createNativeQuery(forward ? FORWARD : BACKWARD, Object[].class)
                        .setParameter("media", media)
                        .setParameter("own", own)
                        .setParameter(
                                "at", from == null ? null : from.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("id", from == null ? null : from.id())
                        .setMaxResults(max);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> usage((Object[]) row)).toList();
    }

    private static MediaUsage usage(Object[] row) {
        return new MediaUsage(
                new MediaUsage.Article(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        ArticleState.valueOf((String) row[3]),
                        instant(row[4])),
                Stream.of(((String) row[7]).split(",")).map(Role::valueOf).sorted().toList(),
                (Boolean) row[5],
                (Boolean) row[6]);
    }

    private static Instant instant(Object time) {
        return time instanceof Instant instant ? instant : ((OffsetDateTime) time).toInstant();
    }

    @Override
    public boolean any(Position from) {
        return !rows(from, 1).isEmpty();
    }

    @Override
    public long count() {
        return ((Number)
                        em.createNativeQuery(COUNT, Long.class)
                                .setParameter("media", media)
                                .setParameter("own", own)
                                .getSingleResult())
                .longValue();
    }

    @Override
    public String key(MediaUsage usage) {
        return Position.key(usage.article().createdAt());
    }

    @Override
    public UUID id(MediaUsage usage) {
        return usage.article().id();
    }
}
