package dev.tributary.cli.internal.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.api.query.Answer;
import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.Chart;
import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as maps and lists, with the names of the HTTP API. */
final class AnswerJson {
  private static final double MICROS = 1000.0;
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerJson() {}

  static Map<String, Object> of(Answer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sql", answer.sql());
    json.put("columns", answer.columns().stream().map(AnswerJson::column).toList());
    json.put("rows", answer.rows().stream().map(AnswerJson::row).toList());
    json.put("row_count", answer.rows().size());
    json.put("cut", answer.cut());
    json.put("execution_time_ms", millis(answer.elapsed()));
    json.put("chart", chart(answer.chart()));
    json.put("insights", answer.insights().stream().map(AnswerJson::insight).toList());
    json.put("explanation", answer.explanation());
    json.put("follow_ups", answer.followUps());
    json.put("provenance", provenance(answer.provenance()));
    json.put("generator", answer.generator());
    json.put("token_usage", tokens(answer.tokens()));
    json.put("from_cache", answer.fromCache());
    json.put("warnings", answer.warnings());
    return json;
  }

  private static double millis(Duration elapsed) {
    long micros = elapsed.toNanos() / 1000;
    return micros / MICROS;
  }

  private static Map<String, Object> column(AnswerColumn column) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", column.name());
    json.put("kind", column.kind());
    json.put("type", column.type());
    json.put("unit", column.unit());
    return json;
  }

  private static List<@Nullable Object> row(List<@Nullable Object> values) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object value : values) {
      row.add(value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value);
    }
    return row;
  }

  private static Map<String, @Nullable Object> chart(Chart chart) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("chart_type", chart.type());
    json.put("x", chart.x().isEmpty() ? null : chart.x());
    json.put("y", chart.y());
    json.put("series", chart.series().isEmpty() ? null : chart.series());
    json.put("title", chart.title());
    json.put("reason", chart.reason());
    json.put("vega_lite", chart.vegaLite().isEmpty() ? null : parsed(chart.vegaLite()));
    return json;
  }

  private static Object parsed(String specification) {
    try {
      return JSON.readValue(specification, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a chart is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Object> insight(Insight insight) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", insight.kind());
    json.put("severity", insight.severity());
    json.put("text", insight.text());
    return json;
  }

  private static Map<String, Object> provenance(Provenance provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data_version", provenance.dataVersion());
    json.put("as_of", provenance.asOf());
    json.put("sources", provenance.sources().stream().map(AnswerJson::source).toList());
    return json;
  }

  private static Map<String, @Nullable Object> source(Provenance.SourceAge source) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("source_id", source.sourceId());
    json.put("data_center_id", source.dataCenterId());
    json.put("freshness", source.freshness());
    json.put("last_success", source.lastSuccess());
    json.put("last_event_time", source.lastEventTime());
    return json;
  }

  private static Map<String, Object> tokens(TokenUsage tokens) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("input", tokens.input());
    json.put("output", tokens.output());
    json.put("cached", tokens.cached());
    return json;
  }
}
