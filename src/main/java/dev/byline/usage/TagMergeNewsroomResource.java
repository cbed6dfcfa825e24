package dev.byline.usage;

import dev.byline.access.Role;
import dev.byline.access.audit.ItemsAudited;
import dev.byline.platform.entity.ItemChanged;
import dev.byline.platform.entity.ItemChanged.Kind;
import dev.byline.platform.entity.Versioned;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.problem.Problem;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.TagView.NewsroomTag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes one tag out of two that mean the same. */
@Path("/v1/newsroom/tags/{id}/merge-into/{other}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.EDITOR)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class TagMergeNewsroomResource {

    @Inject Tag.Repo tags;
    @Inject EntityManager em;
    @Inject Event<ItemChanged> changed;
    @Inject ItemsAudited audit;

    @POST
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another",
            description =
                    "Its articles and its addresses, present and former, go to the other tag, and it is gone. `If-Match`"
                            + " takes the `ETag` of the tag that goes; the reply is the one that stays.")
    public RestResponse<NewsroomTag> merge(
            @RestPath UUID id, @RestPath UUID other, @RestHeader("If-Match") String ifMatch) {
        if (id.equals(other)) {
            throw Problem.FORBIDDEN_TRANSITION.because("A tag can't be merged into itself.");
        }
        // In one order, so that two merges of the same pair wait for each other.
        if (id.compareTo(other) < 0) {
            tags.lock(id, ifMatch);
            known(other);
        } else {
            known(other);
            tags.lock(id, ifMatch);
        }
        List<UUID> tagged = tagged(id);
        em.createNativeQuery("select 1 from merge_tag(:one, :other)")
                .setParameter("one", id)
                .setParameter("other", other)
                .getResultList();
        em.clear();
        var kept = tags.get(other);
        long version = kept.label().version();
        tagged.forEach(article -> changed.fire(ItemChanged.of(Kind.ARTICLE, article, 0)));
        changed.fire(ItemChanged.of(Kind.TAG, id, 0));
        changed.fire(ItemChanged.of(Kind.TAG, other, version));
        audit.changed("tags", other, version, version);
        return Versioned.ok(kept.label(), NewsroomTag.of(kept));
    }

    // Locked before the shelves, as publishing does, so that the two wait in one order.
    private List<UUID> tagged(UUID tag) {
        return em.unwrap(Session.class)
                .createNativeQuery(
                        """
                        select id from article where id in (select article_id from shelf where label_id = :tag)
                        order by id for no key update""",
                        UUID.class)
                .setParameter("tag", tag)
                .getResultList();
    }

    private void known(UUID id) {
        if (tags.findById(id, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw Problem.NOT_FOUND.because("There is no such tag to merge into.");
        }
    }
}
