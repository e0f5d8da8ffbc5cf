package dev.tributary.http.internal.route;

import dev.tributary.api.settings.NearestName;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.ProblemItem;
import dev.tributary.http.internal.problem.RequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checked values of a query. */
final class QueryValues {
  private final Map<String, List<String>> values;

  private QueryValues(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Checks a raw query against what a route declares; names everything that is wrong at once. */
  static QueryValues of(String query, List<Parameter> declared) {
    Map<String, List<String>> given = parse(query);
    List<ProblemItem> items = new ArrayList<>();
    given.forEach((name, texts) -> check(name, texts, declared, items));
    if (!items.isEmpty()) {
      throw RequestException.of(HttpError.INVALID_PARAMETER, items);
    }
    for (Parameter parameter : declared) {
      if (parameter.preset() != null) {
        given.putIfAbsent(parameter.name(), List.of(parameter.preset()));
      }
    }
    return new QueryValues(given);
  }

  @Nullable String text(String name) {
    List<String> texts = values.get(name);
    return texts == null ? null : texts.getFirst();
  }

  List<String> texts(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static Map<String, List<String>> parse(String query) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = Percent.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : Percent.decodeQuery(pair.substring(equals + 1));
        given.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return given;
  }

  private static void check(
      String name, List<String> texts, List<Parameter> declared, List<ProblemItem> items) {
    Optional<Parameter> known =
        declared.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    if (known.isEmpty()) {
      items.add(item(name, texts.getFirst(), unknown(name, declared)));
    } else if (texts.size() > 1 && !known.get().repeatable()) {
      items.add(item(name, String.join(", ", texts), "'" + name + "' is given more than once"));
    } else {
      for (String text : texts) {
        known
            .get()
            .type()
            .fault(text)
            .ifPresent(fault ->
                items.add(item(name, text, "'" + name + "' is '" + text + "' but " + fault)));
      }
    }
  }

  private static String unknown(String name, List<Parameter> declared) {
    List<String> names = declared.stream().map(Parameter::name).toList();
    if (names.isEmpty()) {
      return "unknown parameter '" + name + "'; this path takes none";
    }
    return "unknown parameter '"
        + name
        + "'"
        + NearestName.of(name, names).map(near -> "; did you mean '" + near + "'?").orElse("")
        + "; known: "
        + String.join(", ", names);
  }

  private static ProblemItem item(String name, String value, String message) {
    return new ProblemItem("query", name, value, message);
  }
}
