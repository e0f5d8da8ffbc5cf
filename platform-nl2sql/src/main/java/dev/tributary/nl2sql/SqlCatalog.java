package dev.tributary.nl2sql;

import dev.tributary.api.settings.NearestName;
import dev.tributary.nl2sql.internal.check.KnownTable;
import dev.tributary.nl2sql.internal.check.KnownTables;
import dev.tributary.nl2sql.internal.check.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables and columns that queries may read. It must know every column of its tables, also the
 * hidden ones: only then can a name in a query be told from a column. Immutable.
 */
public final class SqlCatalog {
  private final Map<String, KnownTable> tables;

  private SqlCatalog(Map<String, KnownTable> tables) {
    this.tables = Map.copyOf(tables);
  }

  /**
   * Starts a catalog.
   *
   * @return a builder without tables
   */
  public static Builder builder() {
    return new Builder();
  }

  KnownTables tables() {
    return new KnownTables() {
      @Override
      public @Nullable KnownTable find(String foldedName) {
        return tables.get(foldedName);
      }

      @Override
      public String remedy(String foldedName) {
        return NearestName.of(foldedName, tables.keySet())
            .map(name -> "did you mean '" + name + "'?")
            .orElse("use a table of the catalog");
      }
    };
  }

  /** Collects tables. Not thread-safe. */
  public static final class Builder {
    private final Map<String, KnownTable> tables = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a table of which every column may be read.
     *
     * @param name its name, with its schema if queries must write it
     * @param columns all its columns
     * @return this builder
     */
    public Builder table(String name, Collection<String> columns) {
      return table(name, columns, Set.of());
    }

    /**
     * Adds a table of which some columns may not be read.
     *
     * @param name its name, with its schema if queries must write it
     * @param columns the columns that may be read
     * @param hidden all its other columns
     * @return this builder
     */
    public Builder table(String name, Collection<String> columns, Collection<String> hidden) {
      Objects.requireNonNull(name, "name");
      tables.put(Names.folded(name), new KnownTable(name, folded(columns), folded(hidden)));
      return this;
    }

    /**
     * Makes the catalog.
     *
     * @return the catalog
     */
    public SqlCatalog build() {
      return new SqlCatalog(tables);
    }

    private static Set<String> folded(Collection<String> names) {
      Set<String> folded = new LinkedHashSet<>();
      names.forEach(name -> folded.add(Names.folded(name)));
      return folded;
    }
  }
}
