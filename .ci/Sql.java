import java.sql.DriverManager;

/** Runs SQL for a script and prints what it returns, a row a line. Usage: java -cp JAR .ci/Sql.java URL USER PASSWORD SQL */
public class Sql {

    public static void main(String[] args) throws Exception {
        try (var connection = DriverManager.getConnection(args[0], args[1], args[2]);
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(args[3]);
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    var found = statement.getResultSet();
                    while (found.next()) {
                        var line = new StringBuilder(String.valueOf(found.getString(1)));
                        for (int i = 2; i <= found.getMetaData().getColumnCount(); i++) {
                            line.append(' ').append(found.getString(i));
                        }
                        System.out.println(line);
                    }
                }
                rows = statement.getMoreResults();
            }
        }
    }
}
