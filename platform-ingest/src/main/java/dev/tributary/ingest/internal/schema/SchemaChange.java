package dev.tributary.ingest.internal.schema;

import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.config.SchemaChangePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One difference between two shapes.
 *
 * @param kind its class
 * @param subject the column, or the key
 * @param detail the difference in words
 */
public record SchemaChange(Kind kind, String subject, String detail) {

  /** The classes of changes. */
  public enum Kind {
    /** The source has a column it did not have. */
    COLUMN_ADDED,
    /** A column is gone. */
    COLUMN_REMOVED,
    /** A column has another type. */
    COLUMN_RETYPED,
    /** The source declares another key. */
    KEY_CHANGED;

    SchemaAction action(SchemaChangePolicy policy) {
      return switch (this) {
        case COLUMN_ADDED -> policy.columnAdded();
        case COLUMN_REMOVED -> policy.columnRemoved();
        case COLUMN_RETYPED -> policy.columnRetyped();
        case KEY_CHANGED -> policy.keyChanged();
      };
    }
  }

  /**
   * The class as it is written in configurations and events.
   *
   * @return lower case
   */
  public String code() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return code() + " " + detail;
  }

  static List<SchemaChange> between(Shape before, Shape after) {
    List<SchemaChange> changes = new ArrayList<>();
    after
        .columns()
        .forEach((name, type) -> {
          if (!before.columns().containsKey(name)) {
            changes.add(new SchemaChange(Kind.COLUMN_ADDED, name, "'" + name + "' (" + type + ")"));
          } else if (before.columns().get(name) != type) {
            changes.add(
                new SchemaChange(
                    Kind.COLUMN_RETYPED,
                    name,
                    "'" + name + "' from " + before.columns().get(name) + " to " + type));
          }
        });
    before.columns().keySet().stream()
        .filter(name -> !after.columns().containsKey(name))
        .forEach(
            name -> changes.add(new SchemaChange(Kind.COLUMN_REMOVED, name, "'" + name + "'")));
    if (!before.key().equals(after.key())) {
      changes.add(
          new SchemaChange(Kind.KEY_CHANGED, "key", "from " + before.key() + " to " + after.key()));
    }
    return changes;
  }
}
