package dev.tributary.cli.internal.question;

import dev.tributary.api.query.Outcome;
import dev.tributary.cli.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a question, as one line of JSON with the names of the HTTP API. */
public final class OutcomeJson {
  private OutcomeJson() {}

  /**
   * Writes an outcome.
   *
   * @param outcome what became of a question
   * @return an object with {@code outcome}, {@code message} and {@code answer}, {@code
   *     clarification}, {@code refusal} or {@code failure}, the others null
   */
  public static String of(Outcome outcome) {
    return JsonText.of(
        switch (outcome) {
          case Outcome.Answered(var answer) ->
              object("answered", answer.summary(), "answer", AnswerJson.of(answer));
          case Outcome.NeedsClarification asked ->
              object("clarification", asked.question(), "clarification", clarification(asked));
          case Outcome.Refused refused ->
              object("refused", refused.message(), "refusal", refusal(refused));
          case Outcome.Failed failed ->
              object("failed", failed.message(), "failure", failure(failed));
        });
  }

  private static Map<String, @Nullable Object> object(
      String outcome, String message, String part, Map<String, Object> content) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("outcome", outcome);
    json.put("message", message);
    for (String name : List.of("answer", "clarification", "refusal", "failure")) {
      json.put(name, name.equals(part) ? content : null);
    }
    return json;
  }

  private static Map<String, Object> clarification(Outcome.NeedsClarification asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", asked.question());
    json.put(
        "options",
        asked.options().stream()
            .map(option -> pair("label", option.label(), "question", option.question()))
            .toList());
    return json;
  }

  private static Map<String, Object> refusal(Outcome.Refused refused) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", refused.reason());
    json.put(
        "terms",
        refused.terms().stream()
            .map(term -> pair("term", term.term(), "nearest", term.nearest()))
            .toList());
    json.put(
        "violations",
        refused.violations().stream()
            .map(violation -> {
              Map<String, Object> broken =
                  pair("rule", violation.rule(), "position", violation.position());
              broken.putAll(pair("what", violation.what(), "remedy", violation.remedy()));
              return broken;
            })
            .toList());
    return json;
  }

  private static Map<String, Object> failure(Outcome.Failed failed) {
    Map<String, Object> json = pair("stage", failed.stage(), "code", failed.code());
    json.put("sql", failed.sql());
    return json;
  }

  private static Map<String, Object> pair(String one, Object first, String other, Object second) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(one, first);
    json.put(other, second);
    return json;
  }
}
