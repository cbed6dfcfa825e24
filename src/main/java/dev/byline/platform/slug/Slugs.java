package dev.byline.platform.slug;

import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who owns which slug, now or formerly. A space is one kind of thing ({@code article}, {@code tag}
 * …); within it a slug has one owner for ever once it was public, so that old links lead to the
 * right place.
 */
@ApplicationScoped
public class Slugs {

    private static final int TRIES = 1000;

    @Inject EntityManager em;

    /** Claims this very slug, or throws {@link Problem#SLUG_TAKEN}. */
    public void claim(String space, String slug, UUID owner) {
        if (!tryClaim(space, slug, owner)) {
            throw Problem.SLUG_TAKEN.because(
                    "The slug \"%s\" belongs to another item.".formatted(slug));
        }
    }

    /**
     * Claims the slug or, where it is taken, the first free one of {@code slug-2}, {@code slug-3}
     * …, and returns it.
     */
    public String claimFree(String space, String base, UUID owner) {
        List<?> taken =
                em.createNativeQuery(
                                """
                                select slug from slug where space = :space and owner <> :owner
                                and (slug = :base or slug like :pattern)""",
                                String.class)
                        .setParameter("space", space)
                        .setParameter("owner", owner)
                        .setParameter("base", base)
                        .setParameter("pattern", base + "-%")
                        .getResultList();
        Set<Object> others = new HashSet<>(taken);
        for (int n = 1; n <= TRIES; n++) {
            String slug = n == 1 ? base : base + "-" + n;
            if (!others.contains(slug) && tryClaim(space, slug, owner)) {
                return slug;
            }
        }
        throw Problem.SLUG_TAKEN.because(
                "Too many items have the slug \"%s\"; choose another.".formatted(base));
    }

    private boolean tryClaim(String space, String slug, UUID owner) {
        // Waits for a concurrent claim of the same slug; afterwards one of the two sees the other.
        em.createNativeQuery(
                        "insert into slug (space, slug, owner) values (:space, :slug, :owner)"
                                + " on conflict on constraint slug_pkey do nothing")
                .setParameter("space", space)
                .setParameter("slug", slug)
                .setParameter("owner", owner)
                .executeUpdate();
        return owner(space, slug).filter(owner::equals).isPresent();
    }

    /** The owner of a slug, current or former. */
    public Optional<UUID> owner(String space, String slug) {
        return Slug.valid(slug)
                ? Optional.ofNullable(owners(space, List.of(slug)).get(slug))
                : Optional.empty();
    }

    /** The owners of slugs, current or former; those without one are left out. One statement. */
    public Map<String, UUID> owners(String space, Collection<String> slugs) {
        Map<String, UUID> owners = new HashMap<>();
        if (!slugs.isEmpty()) {
            List<?> rows =
                    em.createNativeQuery(
                                    "select slug, owner from slug where space = :space and slug in (:slugs)",
                                    Object[].class)
                            .setParameter("space", space)
                            .setParameter("slugs", slugs)
                            .getResultList();
            for (Object row : rows) {
                Object[] columns = (Object[]) row;
                owners.put((String) columns[0], (UUID) columns[1]);
            }
        }
        return owners;
    }

    /** Marks a slug as public: it stays with its owner for ever, and leads there. */
    public void publish(String space, String slug) {
        em.createNativeQuery(
                        """
                        update slug set once_public = true, retired = false
                        where space = :space and slug = :slug""")
                .setParameter("space", space)
                .setParameter("slug", slug)
                .executeUpdate();
    }

    /** Lets former slugs lead nowhere, although they stay with their owner. */
    public void retire(String space, UUID owner, Collection<String> slugs) {
        em.createNativeQuery(
                        """
                        update slug set retired = true
                        where space = :space and owner = :owner and slug in (:slugs)""")
                .setParameter("space", space)
                .setParameter("owner", owner)
                .setParameter("slugs", slugs)
                .executeUpdate();
    }

    /**
     * Gives back what the owner claimed and never showed in public, except the slugs it still uses.
     */
    public void release(UUID owner, Collection<String> used) {
        em.createNativeQuery(
                        "delete from slug where owner = :owner and not once_public and slug not in (:used)")
                .setParameter("owner", owner)
                .setParameter("used", used)
                .executeUpdate();
    }

    /** Gives back all slugs of an owner that is deleted. */
    public void releaseAll(UUID owner) {
        em.createNativeQuery("delete from slug where owner = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }
}
