package dev.byline.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@QuarkusTest
@DisplayName("The log of changes, while transactions commit out of order,")
class CommitOrderTest extends ApiTest {

    private static final String PATH = "/v1/changes";

    @Inject DataSource database;

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static UUID write(Connection connection, boolean shown) throws SQLException {
        return write(connection, UUID.randomUUID(), shown);
    }

    private static UUID write(Connection connection, UUID id, boolean shown) throws SQLException {
        // A section: whether readers see one is whether there is one.
        String change =
                shown
                        ? "insert into section (id, version, slug, name, created_at)"
                                + " values (?, 1, gen_random_uuid(), 'Section', now()) on conflict do nothing"
                        : "delete from section where id = ?";
        try (var item = connection.prepareStatement(change);
                var note =
                        connection.prepareStatement(
                                "select note_item('section', ?, 1, null, '{}')")) {
            item.setObject(1, id);
            item.execute();
            note.setObject(1, id);
            note.execute();
        }
        return id;
    }

    private static List<String> ids(Response reply) {
        return reply.then().statusCode(200).extract().path("items.id");
    }

    @Test
    @DisplayName("passes over no row that commits late")
    void late() throws Exception {
        try (Connection first = begin();
                Connection second = begin()) {
            UUID late = write(first, true);
            UUID early = write(second, true);
            second.commit();

            Response before = read(PATH);
            assertThat(ids(before)).as("what is behind an open transaction waits").isEmpty();

            first.commit();
            Response after = read(PATH + "?after=" + before.path("page.after"));
            assertThat(ids(after)).containsExactly(late.toString(), early.toString());
        }
    }

    @Test
    @DisplayName("shows no row of a transaction that was rolled back, and waits for it no longer")
    void rolledBack() throws Exception {
        try (Connection first = begin();
                Connection second = begin()) {
            write(first, true);
            UUID kept = write(second, true);
            second.commit();
            first.rollback();

            assertThat(ids(read(PATH))).containsExactly(kept.toString());
        }
    }

    @Test
    @DisplayName("tells how an item is, though the row of its last change stands first")
    void oneItem() throws Exception {
        UUID item = UUID.randomUUID();
        try (Connection first = begin();
                Connection second = begin()) {
            UUID other = write(first, true);
            write(second, item, true);
            second.commit();
            write(first, item, false);
            first.commit();

            Response reply = read(PATH);
            assertThat(ids(reply))
                    .containsExactly(other.toString(), item.toString(), item.toString());
            assertThat(reply.jsonPath().getList("items.op"))
                    .containsExactly("upsert", "gone", "gone");
        }
    }

    @Test
    @DisplayName("gives every row exactly once to a reader who follows many writers")
    void many() throws Exception {
        Set<String> written = ConcurrentHashMap.newKeySet();
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<?>> writers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            Random random = new Random(w);
            writers.add(
                    pool.submit(
                            () -> {
                                for (int i = 0; i < 60; i++) {
                                    transaction(random, written);
                                }
                                return null;
                            }));
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        boolean over = false;
        while (true) {
            boolean last = over;
            Response page = read(PATH + "?limit=100" + (after == null ? "" : "&after=" + after));
            seen.addAll(ids(page));
            after = page.path("page.after");
            if (last && page.path("page.next") == null) {
                break;
            }
            over = writers.stream().allMatch(Future::isDone);
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        pool.shutdown();

        assertThat(written).hasSizeGreaterThan(300);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    private void transaction(Random random, Set<String> written) throws Exception {
        try (Connection connection = begin()) {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                mine.add(write(connection, true).toString());
                Thread.sleep(random.nextInt(12));
            }
            if (random.nextInt(10) == 0) {
                connection.rollback();
            } else {
                connection.commit();
                written.addAll(mine);
            }
        }
    }

    @Test
    @DisplayName("refuses a cursor from before a restored dump, and shows the restored rows")
    void restored() throws Exception {
        try (Connection connection = begin()) {
            write(connection, true);
            connection.commit();
        }
        sql("update change set xid = '9000000000000000'");
        assertThat(ids(read(PATH))).isEmpty();

        restoredDump.restored(null);

        Response reply = read(PATH);
        assertThat(ids(reply)).hasSize(1);
        String lost = cursors.seal(PATH, new ChangePlace("9000000000000000", 1).position());
        read(PATH + "?after=" + lost).then().statusCode(400);
    }

    @Inject ChangeLog restoredDump;
    @Inject dev.byline.platform.page.Cursors cursors;

    @Test
    @DisplayName("wakes listeners on commit, with the number of the row")
    void notified() throws Exception {
        try (Connection listener = database.getConnection();
                Connection writer = begin()) {
            try (var statement = listener.createStatement()) {
                statement.execute("listen byline_change");
            }
            PGConnection driver = listener.unwrap(PGConnection.class);
            UUID item = write(writer, true);
            assertThat(driver.getNotifications(300)).isNullOrEmpty();
            writer.commit();

            PGNotification[] got = driver.getNotifications((int) TimeUnit.SECONDS.toMillis(5));
            assertThat(got).hasSize(1);
            try (var statement =
                    listener.prepareStatement("select item_id from change where id = ?")) {
                statement.setLong(1, Long.parseLong(got[0].getParameter()));
                var rows = statement.executeQuery();
                assertThat(rows.next()).isTrue();
                assertThat(rows.getObject(1)).isEqualTo(item);
            }
            try (var statement = listener.createStatement()) {
                statement.execute("unlisten byline_change");
            }
        }
    }
}
