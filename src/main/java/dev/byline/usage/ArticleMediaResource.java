package dev.byline.usage;

import dev.byline.article.VisibleArticles;
import dev.byline.delivery.Cacheable;
import dev.byline.edition.ShownMedia;
import dev.byline.media.MediaView;
import dev.byline.platform.page.Fields;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.page.Position;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All media of a visible article, for galleries and for lists of credits. */
@Path("/v1/articles/{article}/media")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Media")
@Extension(name = "x-smallrye-profile-content", value = "")
public class ArticleMediaResource {

    private static final String USED =
            """
            select m.media_id from edition_media m where m.edition_id = :edition
            group by m.media_id order by min(m.position)""";

    @Inject VisibleArticles articles;
    @Inject ShownMedia media;
    @Inject EntityManager em;
    @Inject Paging paging;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listArticleMedia",
            summary = "List the media that an article uses",
            description =
                    "Each once, the lead first, then in reading order, with attribution. What is written for one use (caption, alternative text) stands in the article.")
    public Page<MediaView> list(
            @RestPath @Parameter(description = "Id or slug of the article") String article,
            @RestQuery
                    @Parameter(
                            description = "Members to reply with, by comma; `id` always stays",
                            example = "attribution")
                    String fields,
            @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Fields.check(fields, MediaView.class, flaws);
        VisibleArticles.Live live = articles.live(article);
        PageRequest request = paging.request(page, flaws, "article media", live.article());
        flaws.refuse();
        List<?> used =
                em.createNativeQuery(USED, UUID.class)
                        .setParameter("edition", live.edition())
                        .getResultList();
        Page<UUID> ids = request.of(new Used(used.stream().map(UUID.class::cast).toList()));
        Map<UUID, MediaView> views = media.of(ids.items());
        return ids.map(views::get);
    }

    /** Ids alone are short: they are read whole and paged here. */
    private record Used(List<UUID> all) implements Keyset<UUID> {

        @Override
        public List<UUID> rows(Position from, int max) {
            int place = from == null ? -1 : all.indexOf(from.id());
            if (from == null || from.forward()) {
                List<UUID> rest = all.subList(place + 1, all.size());
                return rest.subList(0, Math.min(max, rest.size()));
            }
            List<UUID> before =
                    new ArrayList<>(all.subList(Math.max(0, place - max), Math.max(0, place)));
            Collections.reverse(before);
            return before;
        }

        @Override
        public boolean any(Position from) {
            return !rows(from, 1).isEmpty();
        }

        @Override
        public long count() {
            return all.size();
        }

        @Override
        public String key(UUID id) {
            return "";
        }

        @Override
        public UUID id(UUID id) {
            return id;
        }
    }
}
