package dev.tributary.nl2sql.internal.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.Chart;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan as a Vega-Lite version 5 specification with the rows inside. */
final class VegaLite {
  static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
  static final int MOST_POINTS = 2000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Frame frame;
  private final Plan plan;
  private final String title;

  VegaLite(Frame frame, Plan plan, String title) {
    this.frame = frame;
    this.plan = plan;
    this.title = title;
  }

  String write() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("$schema", SCHEMA);
    spec.put("title", title);
    spec.put("width", "container");
    spec.put("data", Map.of("values", plan.type() == Chart.Type.KPI ? numbers() : rows()));
    if (plan.y().size() > 1 && plan.type() != Chart.Type.KPI) {
      spec.put(
          "transform",
          List.of(
              ordered(
                  "fold",
                  plan.y().stream().map(this::key).toList(),
                  "as",
                  List.of("measure", "amount"))));
    }
    spec.put("mark", mark());
    spec.put("encoding", encoding());
    try {
      return JSON.writeValueAsString(spec);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers make JSON", e);
    }
  }

  private Map<String, Object> mark() {
    return switch (plan.type()) {
      case KPI -> ordered("type", "text", "fontSize", 40);
      case BAR, HORIZONTAL_BAR -> ordered("type", "bar", "tooltip", true);
      case LINE -> ordered("type", "line", "point", frame.rows().size() <= 60, "tooltip", true);
      case AREA -> ordered("type", "area", "tooltip", true);
      case PIE -> ordered("type", "arc", "tooltip", true);
      case SCATTER -> ordered("type", "point", "tooltip", true);
      case TABLE -> throw new IllegalStateException("a table is not drawn");
    };
  }

  private Map<String, Object> encoding() {
    return switch (plan.type()) {
      case KPI ->
          ordered(
              "text", ordered("field", "value", "type", "quantitative", "format", ",.2~f"),
              "x",
                  ordered(
                      "field",
                      "label",
                      "type",
                      "nominal",
                      "title",
                      null,
                      "axis",
                      ordered(
                          "labelAngle", 0, "domain", false, "ticks", false, "orient", "bottom")));
      case PIE -> ordered("theta", amount(), "color", channel(axis(), "nominal"));
      case HORIZONTAL_BAR -> bars("y", "x");
      default -> bars("x", "y");
    };
  }

  private Map<String, Object> bars(String along, String across) {
    Map<String, Object> encoding = new LinkedHashMap<>();
    Map<String, Object> axis = channel(axis(), typeOf(axis()));
    if (plan.type() == Chart.Type.BAR || plan.type() == Chart.Type.HORIZONTAL_BAR) {
      axis.put("sort", null);
    }
    encoding.put(along, axis);
    encoding.put(across, amount());
    Field series = plan.series();
    if (series != null) {
      encoding.put("color", channel(series, "nominal"));
    } else if (plan.y().size() > 1) {
      encoding.put("color", ordered("field", "measure", "type", "nominal", "title", null));
      if (along.equals("x") && plan.type() == Chart.Type.BAR) {
        encoding.put("xOffset", ordered("field", "measure"));
      }
    }
    return encoding;
  }

  private Map<String, Object> amount() {
    if (plan.y().size() > 1) {
      return ordered("field", "amount", "type", "quantitative", "title", null);
    }
    return channel(plan.y().get(0), "quantitative");
  }

  private Map<String, Object> channel(Field field, String type) {
    String unit = field.column().unit();
    return ordered(
        "field",
        key(field),
        "type",
        type,
        "title",
        unit.isEmpty() || unit.contains(" ") ? field.name() : field.name() + " (" + unit + ")");
  }

  private String typeOf(Field field) {
    if (field.role() == Role.MEASURE) {
      return "quantitative";
    }
    // Weeks and quarters are no dates to Vega.
    return field.role() != Role.TIME ? "nominal" : frame.dated(field) ? "temporal" : "ordinal";
  }

  private List<Object> rows() {
    Set<Field> drawn = new LinkedHashSet<>();
    if (plan.x() != null) {
      drawn.add(plan.x());
    }
    drawn.addAll(plan.y());
    if (plan.series() != null) {
      drawn.add(plan.series());
    }
    List<Object> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(MOST_POINTS, frame.rows().size()); row++) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : drawn) {
        values.put(key(field), value(row, field));
      }
      rows.add(values);
    }
    return rows;
  }

  private List<Object> numbers() {
    List<Object> numbers = new ArrayList<>();
    for (Field field : plan.y()) {
      numbers.add(ordered("label", field.name(), "value", value(0, field)));
    }
    return numbers;
  }

  private @Nullable Object value(int row, Field field) {
    if (field.column().kind() == Kind.NUMBER) {
      double number = frame.number(row, field);
      return Double.isFinite(number) ? number : null;
    }
    return frame.text(row, field);
  }

  private Field axis() {
    if (plan.x() == null) {
      throw new IllegalStateException("a " + plan.type() + " has no axis");
    }
    return plan.x();
  }

  /** Names that Vega would take for paths get another one. */
  private String key(Field field) {
    boolean plain = field.name().matches("[A-Za-z_][A-Za-z0-9_]*");
    boolean only =
        frame.fields().stream().filter(other -> other.name().equals(field.name())).count() == 1;
    boolean taken = Set.of("measure", "amount").contains(field.name());
    return plain && only && !taken ? field.name() : "c" + field.index();
  }

  private static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }
}
