package dev.byline.comment.person;

import dev.byline.comment.person.CommenterView.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Commenters with their history, in two statements for any number. */
@ApplicationScoped
public class People {

    @Inject EntityManager em;
    @Inject Emails emails;

    public Map<UUID, CommenterView> views(Collection<UUID> ids) {
        Map<UUID, CommenterView> views = new HashMap<>();
        if (!ids.isEmpty()) {
            Map<UUID, History> histories = histories(ids);
            em.createQuery("select c from Commenter c where c.id in (:ids)", Commenter.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(
                            one ->
                                    views.put(
                                            one.id(),
                                            CommenterView.of(
                                                    one,
                                                    emails,
                                                    histories.getOrDefault(
                                                            one.id(), History.NONE))));
        }
        return views;
    }

    CommenterView view(Commenter commenter) {
        return views(List.of(commenter.id())).get(commenter.id());
    }

    private Map<UUID, History> histories(Collection<UUID> ids) {
        List<?> rows =
                em.createNativeQuery(
                                """
                                select commenter_id,
                                       count(*) filter (where state = 'VISIBLE'),
                                       count(*) filter (where state = 'HELD'),
                                       count(*) filter (where state = 'REJECTED'),
                                       count(*) filter (where state = 'SPAM'),
                                       count(*) filter (where state = 'DELETED')
                                from comment where commenter_id in (:ids) group by commenter_id""",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultList();
        Map<UUID, History> histories = new HashMap<>();
        for (Object row : rows) {
            Object[] n = (Object[]) row;
            histories.put(
                    (UUID) n[0],
                    new History((Long) n[1], (Long) n[2], (Long) n[3], (Long) n[4], (Long) n[5]));
        }
        return histories;
    }
}
