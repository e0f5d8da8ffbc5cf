package dev.tributary.http.internal.route;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.ProblemItem;
import dev.tributary.http.internal.problem.RequestException;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body in the caller's words, never in Java's. */
final class JsonFaults {
  private JsonFaults() {}

  static RequestException describe(JsonProcessingException fault) {
    String member = fault instanceof JsonMappingException mapping ? path(mapping) : "";
    return RequestException.of(
        HttpError.MALFORMED_BODY,
        List.of(new ProblemItem("body", member, null, place(fault) + problem(fault, member))));
  }

  private static String place(JsonProcessingException fault) {
    JsonLocation at = fault.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  private static String problem(JsonProcessingException fault, String member) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          "unknown member '" + member + "'; known: " + known(unknown);
      case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
          (member.isEmpty() ? "the body" : "'" + member + "'")
              + " must be "
              + expected(mismatch.getTargetType());
      default -> fault.getOriginalMessage().lines().findFirst().orElse("not JSON");
    };
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String expected(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    return type.isRecord() ? "an object" : "another kind of value";
  }
}
