package dev.tributary.nl2sql.internal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes questions apart into tokens. */
public final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<quoted>\"[^\"]+\"|“[^”]+”|``\\s*.+?\\s*''|(?<![\\p{L}\\p{N}])[‘'`´][^‘’'`´]+[’'`´](?!\\p{L}))"
              + "|(?<date>\\d{4}-\\d{2}-\\d{2})"
              + "|(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?![\\p{L}\\p{N}]))"
              + "|(?<word>[\\p{L}\\p{N}]+)(?<of>['’]s?(?!\\p{L}))?"
              + "|(?<mark>>=|<=|!=|<>|\\S)");

  private final Stems stems;

  /**
   * Prepares.
   *
   * @param stems what brings words to their stems
   */
  public Tokens(Stems stems) {
    this.stems = stems;
  }

  /**
   * The tokens of a question.
   *
   * @param question the question
   * @return its tokens in order
   */
  public List<Token> of(String question) {
    List<Token> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(question);
    while (found.find()) {
      tokens.add(token(found));
    }
    return tokens;
  }

  private Token token(Matcher found) {
    int start = found.start();
    int end = found.end();
    String text = found.group();
    if (found.group("quoted") != null) {
      String inside = text.replaceAll("^(?:``|[\"“‘'`´])\\s*|\\s*(?:''|[\"”’'`´])$", "");
      return new Token(Token.Kind.QUOTED, inside, Texts.plain(inside), "", start, end, false);
    }
    if (found.group("date") != null) {
      return new Token(Token.Kind.DATE, text, text, text, start, end, false);
    }
    if (found.group("number") != null) {
      String digits = text.replace(",", "");
      return new Token(Token.Kind.NUMBER, digits, digits, digits, start, end, false);
    }
    if (found.group("word") != null) {
      String word = found.group("word");
      String plain = Texts.plain(word);
      boolean of = found.group("of") != null;
      return new Token(Token.Kind.WORD, word, plain, stems.of(plain), start, end, of);
    }
    return new Token(Token.Kind.MARK, text, text, text, start, end, false);
  }
}
