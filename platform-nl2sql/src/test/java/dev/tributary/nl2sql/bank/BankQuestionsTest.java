package dev.tributary.nl2sql.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankQuestionsTest {
  @TempDir Path folder;

  @Test
  void everyQuestionStandsOnceAndSaysWhatIsRight() {
    List<BankQuestion> questions = BankQuestions.all();

    assertThat(questions).hasSizeGreaterThanOrEqualTo(200);
    assertThat(questions).extracting(BankQuestion::ask).doesNotHaveDuplicates();
    assertThat(questions)
        .allMatch(one -> !one.gold().isEmpty() || one.clarify() || !one.refuse().isEmpty());
  }

  @Test
  void theRightAnswersHaveRows() {
    try (CentralStore store = BankStore.open(StoreConfig.sqlite(folder.resolve("bank.db")))) {
      for (BankQuestion question : BankQuestions.all()) {
        for (String sql : question.gold()) {
          assertThat(rows(store, sql)).as(question.ask() + "\n" + sql).isNotEmpty();
        }
      }
    }
  }

  private static List<Object> rows(CentralStore store, String sql) {
    return store.<List<Object>, RuntimeException>read(connection -> {
      List<Object> rows = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(result.getObject(1) == null ? "NULL" : result.getObject(1));
        }
      }
      return rows;
    });
  }
}
