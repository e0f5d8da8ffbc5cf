package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement on its way to another reading: what is left of it, and what was read so far. */
final class Reading {
  private final Bridged given;
  private final List<Token> source;
  private final int[] closing;
  private final List<Token> read = new ArrayList<>();
  private final Map<Integer, String> originals = new HashMap<>();
  private final Map<String, String> standIns;
  private int at;

  Reading(Bridged given) {
    this.given = given;
    this.source = given.tokens();
    this.closing = closing(source);
    this.standIns = new HashMap<>(given.standIns());
  }

  /** For each opening bracket the place of the closing one. */
  private static int[] closing(List<Token> tokens) {
    int[] closing = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("(")) {
        open.push(i);
      } else if (tokens.get(i).is(")") && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }

  Bridged result() {
    return new Bridged(read, standIns, originals);
  }

  boolean atEnd() {
    return at >= source.size();
  }

  int position() {
    return at;
  }

  /** Where the bracket that opens here closes. */
  int closing() {
    return closing(0);
  }

  int closing(int ahead) {
    return closing[at + ahead];
  }

  @Nullable Token peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < source.size() ? source.get(index) : null;
  }

  String text(int ahead) {
    Token token = peek(ahead);
    return token == null ? "" : token.text();
  }

  String wordAt(int index) {
    return index < source.size() ? LooseWords.lower(source.get(index)) : "";
  }

  boolean is(int ahead, String word) {
    Token token = peek(ahead);
    return token != null && token.is(word);
  }

  boolean is(int ahead, TokenKind kind) {
    Token token = peek(ahead);
    return token != null && token.kind() == kind;
  }

  boolean isName(int ahead) {
    Token token = peek(ahead);
    return token != null && token.isName();
  }

  boolean follows(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!is(i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Reads the next token as it is. */
  void keep() {
    String original = given.originals().get(at);
    if (original != null) {
      originals.put(read.size(), original);
    }
    read.add(source.get(at));
    at++;
  }

  /** Reads some tokens as one. */
  void readAs(int count, TokenKind kind, String text) {
    Spacing original = new Spacing();
    for (int i = at; i < at + count && i < source.size(); i++) {
      original.append(written(i));
    }
    originals.put(read.size(), original.toString());
    read.add(source.get(at).with(kind, text));
    at += count;
  }

  /** Reads some tokens as an operator between what is before and after them. */
  void readAsOperator(int count) {
    readAs(count, TokenKind.SYMBOL, "+");
  }

  /** Reads some tokens as an operator with its right side. */
  void readAsSuffix(int count) {
    insert(TokenKind.SYMBOL, "+");
    readAs(count, TokenKind.WORD, "NULL");
  }

  /** Reads a name that the parser keeps for itself. */
  void readAsName() {
    String name = Bridge.STAND_IN + standIns.size();
    standIns.put(name, source.get(at).text());
    read.add(source.get(at).with(TokenKind.WORD, name));
    at++;
  }

  /** Reads a token that is not written. */
  void insert(TokenKind kind, String text) {
    originals.put(read.size(), "");
    read.add(source.get(Math.min(at, source.size() - 1)).with(kind, text));
  }

  private String written(int index) {
    String text = source.get(index).text();
    String original = given.originals().get(index);
    return original == null ? given.standIns().getOrDefault(text, text) : original;
  }
}
