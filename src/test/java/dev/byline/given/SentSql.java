package dev.byline.given;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jboss.logmanager.Level;

/** The statements that Hibernate really sends while a test listens, with their parameters. */
@PersistenceUnitExtension
public class SentSql implements StatementInspector {

    private static final long serialVersionUID = 1;

    private static final Logger BINDINGS = Logger.getLogger("org.hibernate.orm.jdbc.bind");

    private static volatile List<Statement> heard;

    /** A statement and its parameters as text, by position. */
    public record Statement(String sql, Map<Integer, String> parameters) {}

    /** All that is sent to the database for what {@code work} does. */
    public static List<Statement> during(Runnable work) {
        List<Statement> statements = new ArrayList<>();
        var level = BINDINGS.getLevel();
        Handler listener = new Listener();
        heard = statements;
        BINDINGS.setLevel(Level.TRACE);
        BINDINGS.setUseParentHandlers(false);
        BINDINGS.addHandler(listener);
        try {
            work.run();
        } finally {
            heard = null;
            BINDINGS.removeHandler(listener);
            BINDINGS.setUseParentHandlers(true);
            BINDINGS.setLevel(level);
        }
        return statements;
    }

    @Override
    public String inspect(String sql) {
        List<Statement> statements = heard;
        if (statements != null) {
            statements.add(new Statement(sql, new TreeMap<>()));
        }
        return sql;
    }

    private static final class Listener extends Handler {

        @Override
        public void publish(LogRecord record) {
            List<Statement> statements = heard;
            Object[] binding = record.getParameters(); // position, type, value
            if (statements != null && binding != null && binding.length == 3) {
                statements
                        .get(statements.size() - 1)
                        .parameters()
                        .put((Integer) binding[0], String.valueOf(binding[2]));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
