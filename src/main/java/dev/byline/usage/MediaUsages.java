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

/** The articles, authors and videos that use one media item, the latest created first. */
final class MediaUsages implements Keyset<MediaUsage> {

    /** Writers find their own articles, of others' what readers see, every author and video. */
    private static final String USERS =
            """
            from (select a.id, w.slug, w.headline as name, a.state, a.created_at,
                         exists (select 1 from edition_media m where m.edition_id = seen.live_id and m.media_id = :media)
                             as published,
                         seen.whole
                             and exists (select 1 from edition_media m
                                         where m.edition_id = a.working_id and m.media_id = :media) as working,
                         (select string_agg(distinct m.role, ',') from edition e join edition_media m on m.edition_id = e.id
                          where e.article_id = a.id and m.media_id = :media and (seen.whole or e.id = w.id)) as roles
                  from article a
                  cross join lateral (select cast(:own as text) is null or a.created_by = :own as whole,
                                             live_edition(a.live_id, a.next_id, a.next_at, null) as live_id) seen
                  join edition w on w.id = case when seen.whole then a.working_id else seen.live_id end
                  where a.id in (select e.article_id from edition e join edition_media m on m.edition_id = e.id
                                 where m.media_id = :media)
                    and (seen.whole
                         or exists (select 1 from edition_media m where m.edition_id = w.id and m.media_id = :media)
                             and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null))
                  union all
                  select u.id, u.slug, u.name, null, u.created_at, any_visible_article(u.id, null), true, 'PORTRAIT'
                  from author u
                  where u.portrait_id = :media
                  union all
                  select v.id, null, v.headline, null, v.created_at, media_visible(v.id, null), true, 'POSTER'
                  from media v
                  where v.poster_id = :media) used
            """;

    private static final String ROWS =
            "select id, slug, name, state, created_at, published, working, roles " + USERS;

    private static final String FORWARD =
            ROWS
                    + """
            where cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid))
            order by created_at desc, id desc""";

    private static final String BACKWARD =
            ROWS
                    + """
            where (created_at, id) > (cast(:at as timestamptz), cast(:id as uuid))
            order by created_at, id""";

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
        UUID id = (UUID) row[0];
        String slug = (String) row[1];
        String name = (String) row[2];
        Instant createdAt = instant(row[4]);
        List<Role> roles =
                Stream.of(((String) row[7]).split(",")).map(Role::valueOf).sorted().toList();
        boolean author = roles.contains(Role.PORTRAIT);
        boolean video = roles.contains(Role.POSTER);
        return new MediaUsage(
                author || video
                        ? null
                        : new MediaUsage.Article(
                                id, slug, name, ArticleState.valueOf((String) row[3]), createdAt),
                author ? new MediaUsage.Author(id, slug, name, createdAt) : null,
                video ? new MediaUsage.Video(id, name, createdAt) : null,
                roles,
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
        return Position.key(usage.createdAt());
    }

    @Override
    public UUID id(MediaUsage usage) {
        return usage.id();
    }
}
