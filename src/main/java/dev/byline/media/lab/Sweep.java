package dev.byline.media.lab;

import dev.byline.media.store.MediaStore.Item;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.http.LargeBody;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Removes files that no media item knows: what a crash left between file and row. Only old ones, so
 * that no node takes away what another is about to mention.
 */
@ApplicationScoped
public class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int BATCH = 500;

    @Inject Archive archive;
    @Inject MediaConfig config;
    @Inject EntityManager em;

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                config.sweepEvery().toMillis(),
                ignored -> vertx.executeBlocking(() -> sweepOrphans(), false));
    }

    private Void sweepOrphans() {
        try {
            sweep(Instant.now().minus(config.orphanAge()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The sweep of the media directory failed; the next one comes", e);
        }
        return null;
    }

    /** Removes the orphans among what is older than a moment. */
    public void sweep(Instant before) throws IOException {
        List<Item> batch = new ArrayList<>();
        archive.before(
                before,
                item -> {
                    batch.add(item);
                    if (batch.size() == BATCH) {
                        remove(batch);
                        batch.clear();
                    }
                });
        remove(batch);
    }

    private void remove(List<Item> batch) {
        Set<UUID> ids = new HashSet<>();
        batch.forEach(item -> Ids.parse(item.item()).ifPresent(ids::add));
        Set<String> known = ids.isEmpty() ? Set.of() : known(ids);
        for (Item item : batch) {
            if (!known.contains(item.key())) {
                LOG.infof("No media item has %s: removed", item.key());
                archive.remove(item.key());
            }
        }
    }

    private Set<String> known(Set<UUID> ids) {
        List<?> keys =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        em.createNativeQuery(
                                                        """
                                                select 'originals/' || id || '/original' from media where id in (:ids)
                                                union all
                                                select 'renditions/' || m.id || '/' || (r.file ->> 'name')
                                                from media m, jsonb_array_elements(m.renditions) as r(file) where m.id in (:ids)
                                                """,
                                                        String.class)
                                                .setParameter("ids", ids)
                                                .getResultList());
        return keys.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Uploads are larger than other requests. */
    @Produces
    @Dependent
    LargeBody uploads() {
        return new LargeBody("/v1/newsroom/media", config.maxFileSize().asLongValue());
    }
}
