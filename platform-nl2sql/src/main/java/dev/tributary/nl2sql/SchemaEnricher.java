package dev.tributary.nl2sql;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.core.CentralStore;
import dev.tributary.nl2sql.internal.model.Descriptions;
import dev.tributary.nl2sql.internal.model.Enrichment;
import dev.tributary.nl2sql.internal.model.StoredDescriptions;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Has a language model describe tables and columns of which nobody said what they mean, and name
 * them in business terms: {@code cust_nm} becomes "customer name". What people said stands. Hand it
 * to {@link Nl2Sql.Builder#enricher}.
 *
 * <p>A table is described once by a model, as long as the names and types of its columns stay the
 * same; in a store, for good. If the model cannot be reached, the rest stays as it is until the
 * schema is read again.
 *
 * <p>Thread-safe.
 */
public final class SchemaEnricher implements UnaryOperator<DataSchema> {
  private static final System.Logger LOG = System.getLogger(SchemaEnricher.class.getName());

  private final LanguageModel model;
  private final boolean shareValues;
  private final Enrichment enrichment;
  private final Descriptions kept;
  private final Map<String, String> said = new ConcurrentHashMap<>();

  private SchemaEnricher(LanguageModel model, boolean shareValues, Descriptions kept) {
    this.model = Objects.requireNonNull(model, "model");
    this.shareValues = shareValues;
    this.enrichment = new Enrichment(model, shareValues);
    this.kept = kept;
  }

  /**
   * An enricher that forgets when it ends.
   *
   * @param model describes
   * @param shareValues whether it may be told stored values
   * @return the enricher
   */
  public static SchemaEnricher of(LanguageModel model, boolean shareValues) {
    return new SchemaEnricher(model, shareValues, Descriptions.NONE);
  }

  /**
   * An enricher that keeps what the model says, so that it is asked once for good. Another model is
   * asked anew, and so is the same one when what it may be told changes.
   *
   * @param model describes
   * @param shareValues whether it may be told stored values
   * @param store keeps its words
   * @param clock dates them
   * @return the enricher
   */
  public static SchemaEnricher of(
      LanguageModel model, boolean shareValues, CentralStore store, InstantSource clock) {
    return new SchemaEnricher(model, shareValues, new StoredDescriptions(store, clock));
  }

  /**
   * Describes what nobody described.
   *
   * @param schema tables as they were read
   * @return the same tables, with descriptions and synonyms; its version says that they were added,
   *     and it lists them
   */
  @Override
  public DataSchema apply(DataSchema schema) {
    List<DataTable> tables = new ArrayList<>();
    List<String> added = new ArrayList<>();
    boolean reachable = true;
    for (DataTable table : schema.tables()) {
      DataTable worded = table;
      try {
        worded = Enrichment.worded(table, words(table, reachable));
      } catch (ModelException unreachable) {
        LOG.log(
            System.Logger.Level.WARNING, "tables stay undescribed: {0}", unreachable.getMessage());
        reachable = false;
      }
      tables.add(worded);
      added(table, worded, added);
    }
    String version = schema.version() + "/" + Integer.toHexString(tables.toString().hashCode());
    return new DataSchema(tables, version, schema.readAt(), added);
  }

  /** What a model says of a table, or has said before; nothing if there is nothing to say. */
  private String words(DataTable table, boolean reachable) {
    if (!Enrichment.lacking(table)) {
      return "";
    }
    String id = id(table);
    String known = said.get(id);
    if (known == null) {
      known = kept(id);
    }
    if (known == null && reachable) {
      known = enrichment.of(table).map(words -> keep(id, table, words)).orElse("");
    }
    if (known == null) {
      return "";
    }
    said.put(id, known);
    return known;
  }

  /** A store out of reach costs tokens, not descriptions. */
  private @Nullable String kept(String id) {
    try {
      return kept.find(id).orElse(null);
    } catch (RuntimeException forgotten) {
      LOG.log(System.Logger.Level.WARNING, "descriptions of tables could not be read", forgotten);
      return null;
    }
  }

  private String keep(String id, DataTable table, String words) {
    try {
      kept.keep(id, table.name(), model.name(), words);
    } catch (RuntimeException forgotten) {
      LOG.log(System.Logger.Level.WARNING, "descriptions of tables could not be kept", forgotten);
    }
    return words;
  }

  /** What a model says depends on these. What people say does not matter: it stands anyway. */
  private String id(DataTable table) {
    StringBuilder asked = new StringBuilder(model.name());
    asked.append('\n').append(shareValues).append('\n').append(table.name());
    for (DataColumn column : table.columns()) {
      asked.append('\n').append(column.name()).append(' ').append(column.type());
    }
    return UUID.nameUUIDFromBytes(asked.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void added(DataTable before, DataTable after, List<String> added) {
    if (!after.description().equals(before.description())) {
      added.add(after.name());
    }
    for (int i = 0; i < after.columns().size(); i++) {
      DataColumn column = after.columns().get(i);
      if (!column.description().equals(before.columns().get(i).description())) {
        added.add(after.name() + "." + column.name());
      }
    }
  }
}
