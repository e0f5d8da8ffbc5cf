package dev.tributary.embedded.internal.ask;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.ingest.Sources;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.core.CentralStore;
import dev.tributary.core.Datasets;
import dev.tributary.core.StoreEngine;
import dev.tributary.embedded.internal.origin.StoreOrigin;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.nl2sql.InMemoryResultCache;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.RowDescriber;
import dev.tributary.nl2sql.SchemaEnricher;
import dev.tributary.nl2sql.SchemaSuggestions;
import dev.tributary.nl2sql.SqlDialect;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what answers questions about a central store. */
public final class QuestionEngine {
  private QuestionEngine() {}

  /**
   * Makes an engine.
   *
   * @param store the store
   * @param sources what feeds it
   * @param collection what is collected, and which rows of it are kept once they are gone
   * @param config how questions are answered
   * @param model a language model that is asked first; null for none
   * @param metrics where metrics go
   * @param clock the time
   * @return the engine
   */
  public static Nl2Sql over(
      CentralStore store,
      Sources sources,
      IngestConfig collection,
      AskConfig config,
      @Nullable LanguageModel model,
      MeterRegistry metrics,
      InstantSource clock) {
    Set<String> tables =
        store.datasets().list().stream().map(Dataset::name).collect(Collectors.toSet());
    SqlDialect dialect = dialect(store.engine());
    StoreTables looked = new StoreTables(store, collection.tombstoned());
    BiPredicate<DataSchema, String> answerable = answerable(looked, dialect, clock);
    Nl2Sql.Builder engine =
        Nl2Sql.builder(dialect, store.guests(), looked::look)
            .standalone(looked)
            .describer(RowDescriber.of(answerable))
            .suggestions(SchemaSuggestions.of(answerable))
            .cache(cache(config.cache(), clock))
            .origin(new StoreOrigin(sources, tables, store.events()))
            .tombstones(collection.tombstoned(), Datasets.DELETED_AT)
            .store(store)
            .metrics(metrics)
            .repairs(config.repairs())
            .limits(config.limits())
            .refreshAfter(config.refreshAfter())
            .shareValues(config.shareValues())
            .guidance(config.guidance())
            .clock(clock);
    if (model != null) {
      engine.model(model);
      if (config.describeTables()) {
        engine.enricher(SchemaEnricher.of(model, config.shareValues(), store, clock));
      }
    }
    return engine.build();
  }

  private static ResultCache cache(CacheConfig config, InstantSource clock) {
    return InMemoryResultCache.of(config.age(), config.results(), config.bytes(), clock);
  }

  private static BiPredicate<DataSchema, String> answerable(
      SqlGenerator generator, SqlDialect dialect, InstantSource clock) {
    return (schema, question) ->
        generator.propose(
                new GenerationRequest(
                    Question.of(question),
                    schema,
                    dialect.name().toLowerCase(Locale.ROOT),
                    clock.instant(),
                    List.of(),
                    List.of()))
            instanceof Proposal.Sql;
  }

  private static SqlDialect dialect(StoreEngine engine) {
    return switch (engine) {
      case SQLITE -> SqlDialect.SQLITE;
      case POSTGRESQL -> SqlDialect.POSTGRESQL;
      case MYSQL -> SqlDialect.MYSQL;
    };
  }
}
