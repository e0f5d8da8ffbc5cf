package dev.tributary.nl2sql.bank;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads {@code spec/bank-questions.yaml}. */
public final class BankQuestions {
  private BankQuestions() {}

  /** A kind of questions. */
  record Group(String kind, List<BankQuestion> questions) {}

  /**
   * Every question.
   *
   * @return the questions in the order of the file
   */
  public static List<BankQuestion> all() {
    ObjectMapper yaml =
        new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    try (InputStream file = BankQuestions.class.getResourceAsStream("/spec/bank-questions.yaml")) {
      return List.of(yaml.readValue(file, Group[].class)).stream()
          .flatMap(group -> group.questions().stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
