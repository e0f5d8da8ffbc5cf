package dev.tributary.nl2sql.internal.model;

import dev.tributary.api.query.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads replies. Models keep to a format more or less, so there is a chain of readers, from strict
 * to lenient: a JSON object, tags, words in capitals, fenced code, bare SQL. Every reader takes
 * time linear in the text.
 */
final class Replies {
  /** A longer reply is none: {@value} characters. */
  static final int MOST_CHARACTERS = 100_000;

  private static final List<Function<String, Optional<Reply>>> CHAIN =
      List.of(JsonReply::read, Replies::tagged, Replies::marked, Replies::fenced, Replies::bare);

  private Replies() {}

  static Reply read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return new Reply.Unreadable();
    }
    String stripped = text.strip();
    for (Function<String, Optional<Reply>> reader : CHAIN) {
      Optional<Reply> reply = reader.apply(stripped);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    return new Reply.Unreadable();
  }

  static Optional<Reply> sql(String sql, String reasoning, List<String> ignored) {
    String one = Wording.withoutEnd(sql);
    return one.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reply.Sql(one, Wording.plain(reasoning), ignored));
  }

  private static Optional<Reply> tagged(String text) {
    String reasoning = tag(text, "reasoning").orElse("");
    return tag(text, "sql")
        .flatMap(content -> {
          Optional<Reply> marked = marked(content.strip());
          return marked.isPresent() ? marked : sql(unfenced(content), reasoning, List.of());
        });
  }

  private static Optional<String> tag(String text, String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    int begin = lower.indexOf("<" + name + ">");
    int end = lower.indexOf("</" + name + ">", Math.max(begin, 0));
    return begin < 0 || end < 0 || lower.length() != text.length()
        ? Optional.empty()
        : Optional.of(text.substring(begin + name.length() + 2, end));
  }

  private static Optional<Reply> marked(String text) {
    return first(text, "NOT_DATA_QUERY", Outcome.Reason.NOT_A_DATA_QUESTION)
        .or(() -> first(text, "CANNOT_ANSWER", Outcome.Reason.CANNOT_ANSWER));
  }

  private static Optional<Reply> first(String text, String mark, Outcome.Reason reason) {
    if (!text.startsWith(mark)) {
      return Optional.empty();
    }
    String rest = text.substring(mark.length()).strip();
    String message = rest.startsWith(":") ? rest.substring(1) : rest;
    return Optional.of(new Reply.Decline(reason, Wording.plain(message)));
  }

  private static Optional<Reply> fenced(String text) {
    String inside = unfenced(text);
    return inside.equals(text) ? Optional.empty() : sql(inside, "", List.of());
  }

  private static String unfenced(String text) {
    int open = text.indexOf("```");
    int line = text.indexOf('\n', Math.max(open, 0));
    int close = text.indexOf("```", Math.max(line, 0));
    return open < 0 || line < 0 || close < 0 ? text : text.substring(line, close);
  }

  private static Optional<Reply> bare(String text) {
    String upper = text.substring(0, Math.min(7, text.length())).toUpperCase(Locale.ROOT);
    if (!upper.startsWith("SELECT") && !upper.startsWith("WITH ")) {
      return Optional.empty();
    }
    return sql(text, "", List.of());
  }
}
