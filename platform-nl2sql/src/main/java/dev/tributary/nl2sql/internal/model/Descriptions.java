package dev.tributary.nl2sql.internal.model;

import java.util.Optional;

/** Keeps what models said of tables. Implementations are thread-safe. */
public interface Descriptions {
  /** Keeps nothing. */
  Descriptions NONE =
      new Descriptions() {
        @Override
        public Optional<String> find(String id) {
          return Optional.empty();
        }

        @Override
        public void keep(String id, String table, String model, String said) {}
      };

  /**
   * What was said.
   *
   * @param id tells tables, models and what these were told apart
   * @return the words of the model, if they were kept
   */
  Optional<String> find(String id);

  /**
   * Keeps what was said.
   *
   * @param id tells tables, models and what these were told apart
   * @param table the name of the table
   * @param model the name of the model
   * @param said its words
   */
  void keep(String id, String table, String model, String said);
}
