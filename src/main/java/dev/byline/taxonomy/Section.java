package dev.byline.taxonomy;

import dev.byline.platform.label.Label;
import dev.byline.platform.label.LabelRepo;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A part of the publication, such as “World”; sections form a tree. */
@Entity
@NamedQuery(
        name = "Section.named",
        query =
                """
                select x.slug, s from Section s join SlugRow x on x.owner = s.id
                where x.space = 'section' and (x.slug in :slugs or x.owner in :ids)
                """)
@NamedQuery(name = "Section.tree", query = "select s.id, s.parent.id from Section s")
public class Section extends Label {

    private String description;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Section parent;

    String description() {
        return description;
    }

    public Section parent() {
        return parent;
    }

    @Override
    public SectionInput input() {
        return new SectionInput(slug(), name(), description, parent == null ? null : parent.slug());
    }

    /** Which section stands below which. */
    record Tree(Map<UUID, UUID> parents) {

        static final int DEEPEST = 5;

        /** The section and those above it, nearest first; nothing for null. */
        List<UUID> up(UUID section) {
            List<UUID> path = new ArrayList<>();
            for (UUID at = section; at != null; at = parents.get(at)) {
                path.add(at);
            }
            return path;
        }

        /** The number of levels from the section down to the lowest below it. */
        int height(UUID section) {
            return parents.keySet().stream()
                    .mapToInt(each -> up(each).indexOf(section) + 1)
                    .reduce(1, Math::max);
        }

        /** Whether the whole subtree of the section finds room below the other one. */
        boolean fits(UUID section, UUID below) {
            return up(below).size() + height(section) <= DEEPEST;
        }
    }

    /** Finds sections, and moves them. */
    @ApplicationScoped
    public static class Repo extends LabelRepo<Section, SectionInput> {

        @Override
        protected Class<Section> type() {
            return Section.class;
        }

        @Override
        protected Section blank() {
            return new Section();
        }

        @Override
        protected String space() {
            return "section";
        }

        @Override
        protected void fetch(Root<Section> section) {
            section.fetch("parent", JoinType.LEFT);
        }

        @Override
        protected void apply(Section section, SectionInput input) {
            section.name(input.name());
            section.description = input.description();
            if (!Objects.equals(input.parent(), section.input().parent())) {
                move(section, input.parent());
            }
        }

        private void move(Section section, String below) {
            // One move at a time: two could close a circle that neither sees. Publishing, which
            // reads the tree to fill shelves, shares this lock (function shelve).
            getEntityManager()
                    .createNativeQuery("select pg_advisory_xact_lock(hashtext('section.tree'))")
                    .getResultList();
            Section parent = below == null ? null : resolve(List.of(below)).get(below);
            Tree tree = tree();
            UUID above = parent == null ? null : parent.id();
            check(tree, section.id(), below, above);
            List<UUID> lost = tree.up(tree.parents().get(section.id()));
            List<UUID> gained = tree.up(above);
            section.parent = parent;
            unshelve(section.id(), without(lost, gained));
            shelve(section.id(), without(gained, lost));
        }

        private static void check(Tree tree, UUID section, String below, UUID above) {
            Flaws flaws = new Flaws();
            if (below != null && above == null) {
                flaws.at("/parent", Flaw.UNKNOWN_REFERENCE, "is no section");
            } else if (tree.up(above).contains(section)) {
                flaws.at("/parent", Flaw.CONFLICTING, "is the section itself or stands below it");
            } else if (!tree.fits(section, above)) {
                flaws.at(
                        "/parent",
                        Flaw.OUT_OF_RANGE,
                        "leads to more than %d levels".formatted(Tree.DEEPEST));
            }
            flaws.refuse();
        }

        private Tree tree() {
            Map<UUID, UUID> parents = new HashMap<>();
            getEntityManager()
                    .createNamedQuery("Section.tree", Tuple.class)
                    .getResultList()
                    .forEach(row -> parents.put(row.get(0, UUID.class), row.get(1, UUID.class)));
            return new Tree(parents);
        }

        // What stands on the section's own shelf is all that its ancestors' shelves lose or gain.
        private void unshelve(UUID section, List<UUID> lost) {
            if (lost.isEmpty()) {
                return;
            }
            getEntityManager()
                    .createNativeQuery(
                            """
                            delete from shelf where label_id in (:lost) and (article_id, edition_id) in
                                (select article_id, edition_id from shelf where label_id = :section)
                            """)
                    .setParameter("lost", lost)
                    .setParameter("section", section)
                    .executeUpdate();
        }

        private void shelve(UUID section, List<UUID> gained) {
            if (gained.isEmpty()) {
                return;
            }
            getEntityManager()
                    .createNativeQuery(
                            """
                            insert into shelf (label_id, article_id, edition_id, published_at, updated_at,
                                shown_from, shown_until)
                            select a.id, s.article_id, s.edition_id, s.published_at, s.updated_at,
                                s.shown_from, s.shown_until
                            from shelf s, section a
                            where s.label_id = :section and a.id in (:gained)
                            """)
                    .setParameter("section", section)
                    .setParameter("gained", gained)
                    .executeUpdate();
        }

        private static List<UUID> without(List<UUID> ids, List<UUID> others) {
            List<UUID> rest = new ArrayList<>(ids);
            rest.removeAll(others);
            return rest;
        }
    }
}
