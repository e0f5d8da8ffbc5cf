package dev.tributary.api.ingest;

import java.util.List;
import java.util.Optional;

/** The data centers. Thread-safe. */
public interface DataCenters {

  /**
   * Lists them.
   *
   * @return all data centers in order of their ids
   */
  List<DataCenter> list();

  /**
   * Finds one.
   *
   * @param id its id
   * @return the data center, if there is one of that id
   */
  Optional<DataCenter> find(String id);
}
