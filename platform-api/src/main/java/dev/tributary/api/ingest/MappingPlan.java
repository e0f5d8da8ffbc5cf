package dev.tributary.api.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of real rows.
 *
 * @param sourceId the source
 * @param dataset where its rows go
 * @param columns what each column of the dataset is made from, in words
 * @param unused columns of the source that go nowhere
 * @param rows what became of the rows
 */
public record MappingPlan(
    String sourceId,
    String dataset,
    Map<String, String> columns,
    List<String> unused,
    List<PlannedRow> rows) {

  /**
   * What becomes of one row.
   *
   * @param position where it stands in its source
   * @param source its values as the source gave them
   * @param mapped its values as they would be stored; empty if it would go to quarantine
   * @param fault why it would go to quarantine; null if it would be stored
   */
  public record PlannedRow(
      String position,
      Map<String, @Nullable Object> source,
      Map<String, @Nullable Object> mapped,
      @Nullable String fault) {}
}
