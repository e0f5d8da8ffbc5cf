package dev.tributary.core.internal.dialect;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import java.util.Map;
import java.util.Optional;

/** MariaDB and MySQL. Texts compare byte by byte, trailing blanks included. */
public final class MysqlDialect implements Dialect {
  /** InnoDB's limit for one key, in bytes. */
  private static final int KEY_BYTES = 3072;

  private static final int BYTES_PER_CHARACTER = 4;
  private static final int ID_CHARACTERS = 100;
  private static final int TEXT_KEY_CHARACTERS = 255;
  private static final int PREFIX_CHARACTERS = 191;

  private final String collation;

  /**
   * Makes the dialect of a server.
   *
   * @param mariaDb whether it is MariaDB and not MySQL
   */
  public MysqlDialect(boolean mariaDb) {
    this.collation =
        "CHARACTER SET utf8mb4 COLLATE " + (mariaDb ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin");
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.ofEntries(
        Map.entry("id", varchar(ID_CHARACTERS)),
        Map.entry("word", varchar(64)),
        Map.entry("text", "longtext " + collation),
        Map.entry("time", varchar(27)),
        Map.entry("stream", varchar(128)),
        Map.entry("place", varchar(255)),
        Map.entry("partition", varchar(512)),
        Map.entry("identity", "bigint AUTO_INCREMENT PRIMARY KEY"),
        Map.entry("instant", "datetime(6)"),
        Map.entry("flag", "boolean"),
        Map.entry("bytes", "longblob"));
  }

  @Override
  public String type(Dataset dataset, Column column) {
    return switch (column.type()) {
      case TEXT -> text(dataset, column);
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(38,10)";
      case DOUBLE -> "double";
      case BOOLEAN -> "tinyint(1)";
      case DATE -> "date";
      case TIMESTAMP -> "datetime(6)";
    };
  }

  @Override
  public String tableSuffix() {
    return " ENGINE=InnoDB ROW_FORMAT=DYNAMIC";
  }

  @Override
  public String indexed(Dataset dataset, Column column) {
    boolean prefix =
        column.type() == ColumnType.TEXT
            && !dataset.key().contains(column.name())
            && dataset.column(column.name()).isPresent();
    return quote(column.name()) + (prefix ? "(" + PREFIX_CHARACTERS + ")" : "");
  }

  @Override
  public String quote(String name) {
    return '`' + name + '`';
  }

  @Override
  public Optional<SchemaLock> schemaLock() {
    return Optional.of(
        new SchemaLock(
            "SELECT GET_LOCK('tributary_schema', 60)", "SELECT RELEASE_LOCK('tributary_schema')"));
  }

  private String text(Dataset dataset, Column column) {
    if (dataset.key().contains(column.name())) {
      return varchar(keyCharacters(dataset));
    }
    boolean lineage = dataset.column(column.name()).isEmpty();
    return lineage ? varchar(ID_CHARACTERS) : "longtext " + collation;
  }

  /** Text columns of a key share what the other columns leave of the engine's limit. */
  private static int keyCharacters(Dataset dataset) {
    long texts =
        dataset.key().stream()
            .filter(name -> dataset.column(name).orElseThrow().type() == ColumnType.TEXT)
            .count();
    long others = (dataset.key().size() - texts) * 17;
    long bytes = KEY_BYTES - (long) ID_CHARACTERS * BYTES_PER_CHARACTER - others;
    return (int) Math.min(TEXT_KEY_CHARACTERS, bytes / BYTES_PER_CHARACTER / texts);
  }

  private String varchar(int characters) {
    return "varchar(" + characters + ") " + collation;
  }
}
