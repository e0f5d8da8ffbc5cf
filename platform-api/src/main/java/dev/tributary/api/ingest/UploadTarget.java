package dev.tributary.api.ingest;

/** Where the rows of an uploaded file go. */
public sealed interface UploadTarget {

  /**
   * Through a configured source of files, with its mapping.
   *
   * @param sourceId the source
   */
  record ToSource(String sourceId) implements UploadTarget {}

  /**
   * Straight into a dataset, column by column of the same name.
   *
   * @param dataset the dataset
   */
  record ToDataset(String dataset) implements UploadTarget {}
}
