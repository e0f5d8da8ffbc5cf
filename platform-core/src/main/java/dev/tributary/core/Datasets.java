package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import java.util.List;
import java.util.Optional;

/** The datasets that the store holds. Every one of them got its table the same way. Thread-safe. */
public interface Datasets {
  /**
   * The type of the event appended when a dataset is created or widened. Subject: the dataset.
   * Data: version, added (the names of the new columns).
   */
  String DATASET_CHANGED = "dataset.changed";

  /**
   * The column that says since when a row is gone from its source; null in those that are there.
   */
  String DELETED_AT = "deleted_at";

  /**
   * Makes sure that the store has a dataset's table with all its columns and indexes. Columns that
   * the table has and the declaration lacks stay; columns it lacks are added, empty. Each change is
   * a new version in the schema registry and an event.
   *
   * @param declared the dataset as declared
   * @return the dataset as it stands now, with the declared columns first; use this one for writing
   * @throws dev.tributary.api.error.PlatformException with {@link
   *     dev.tributary.api.error.PlatformError#INVALID_CONFIGURATION} if the key or the type of a
   *     column differs from what the store holds
   */
  Dataset ensure(Dataset declared);

  /**
   * Lists the datasets.
   *
   * @return all datasets in order of their names
   */
  List<Dataset> list();

  /**
   * Finds a dataset.
   *
   * @param name its name
   * @return the dataset, if the store has one of that name
   */
  Optional<Dataset> find(String name);
}
