package dev.tributary.nl2sql.internal.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings words to their stem, with the dictionary stemmer of Robert Krovetz ("Viewing Morphology as
 * an Inference Process", SIGIR 1993). Thread-safe.
 */
public final class Stems {
  private static final int KEPT = 20_000;

  /** Endings of nouns whose verb the rules do not find, and how the verb ends. */
  private static final Map<String, String> NOUNS =
      Map.of(
          "duction", "duce",
          "scription", "scribe",
          "mission", "mit",
          "gistration", "gister",
          "livery", "liver",
          "covery", "cover",
          "cision", "cide",
          "cension", "cend",
          "ception", "ceive");

  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer whole = new KeywordTokenizer();
          return new TokenStreamComponents(whole, new KStemFilter(whole));
        }
      };
  private final Analyzer porter =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer whole = new KeywordTokenizer();
          return new TokenStreamComponents(whole, new PorterStemFilter(whole));
        }
      };
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * The stem of a word.
   *
   * @param word one word
   * @return its stem in lower case
   */
  public String of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("ids")) {
      return "id";
    }
    if (lower.length() < 3 || lower.length() > 40) {
      return lower;
    }
    String stem = known.get(lower);
    if (stem == null) {
      stem = analyzed(lower);
      for (String again = analyzed(stem); !again.equals(stem); again = analyzed(stem)) {
        stem = again;
      }
      if (stem.equals(lower) && lower.matches(".*[^sui]s") && !lower.endsWith("ies")) {
        stem = of(lower.substring(0, lower.length() - 1));
      }
      if (known.size() < KEPT) {
        known.put(lower, stem);
      }
    }
    return stem;
  }

  /**
   * What is left of a stem without any of its endings, so that opening and open are the same.
   *
   * @param stem a stem
   * @return its root, with the rules of Martin Porter ("An algorithm for suffix stripping", 1980)
   */
  public String root(String stem) {
    for (Map.Entry<String, String> ending : NOUNS.entrySet()) {
      if (stem.endsWith(ending.getKey()) && stem.length() > ending.getKey().length() + 1) {
        int cut = stem.length() - ending.getKey().length();
        return analyzed(porter, stem.substring(0, cut) + ending.getValue());
      }
    }
    return analyzed(porter, stem);
  }

  private String analyzed(String lower) {
    return analyzed(analyzer, lower);
  }

  private static String analyzed(Analyzer analyzer, String lower) {
    try (TokenStream stream = analyzer.tokenStream("", lower)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      String stem = stream.incrementToken() ? term.toString() : lower;
      stream.end();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }
}
