package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A transaction of the central store. Belongs to the thread that runs the work. */
public interface StoreTransaction {

  /**
   * The connection of the transaction. Do not commit, roll back or close it.
   *
   * @return the connection
   */
  Connection connection();

  /**
   * Appends an event. It gets its id as the last step before the commit, so that ids follow the
   * order of commits and no reader ever meets a lower id later.
   *
   * @param type what happened, such as {@code run.finished}
   * @param subject the id of the source or data center it happened to
   * @param data the details: texts, numbers, truth values, lists and maps of these
   */
  void append(String type, String subject, Map<String, ?> data);

  /**
   * Writes rows into a dataset's table.
   *
   * @param dataset a dataset that {@link Datasets#ensure} returned
   * @param lineage where the rows come from
   * @return a writer; rows still waiting in it when the work returns are stored with the rest
   */
  DatasetWriter writer(Dataset dataset, RowLineage lineage);

  /**
   * Marks the rows of a source that a full pass has not met as deleted.
   *
   * @param dataset the dataset
   * @param lineage the source, and the generation of the pass
   * @return how many rows were marked
   * @throws IllegalArgumentException if the lineage has no generation
   * @throws SQLException if the database refuses
   */
  int tombstone(Dataset dataset, RowLineage lineage) throws SQLException;
}
