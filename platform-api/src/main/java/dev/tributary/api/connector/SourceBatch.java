package dev.tributary.api.connector;

import java.util.List;

/**
 * Rows of one stream, with the checkpoints that follow them. Rows, rejected rows and checkpoints
 * are stored together or not at all.
 *
 * @param schema the columns of the rows; hand out the same instance while they do not change
 * @param rows the rows, each as wide as the schema; may be empty
 * @param rejected what could not be read as a row
 * @param checkpoints where reading goes on after this batch; a partition not named keeps its state
 */
public record SourceBatch(
    SourceSchema schema,
    List<SourceRow> rows,
    List<RejectedRow> rejected,
    List<Checkpoint> checkpoints) {

  /** Copies the short lists; the rows are taken as they are and must not change afterwards. */
  public SourceBatch {
    rejected = List.copyOf(rejected);
    checkpoints = List.copyOf(checkpoints);
  }

  /**
   * A batch in which every row could be read.
   *
   * @param schema the columns of the rows
   * @param rows the rows
   * @param checkpoint where reading goes on
   * @return the batch
   */
  public static SourceBatch of(SourceSchema schema, List<SourceRow> rows, Checkpoint checkpoint) {
    return new SourceBatch(schema, rows, List.of(), List.of(checkpoint));
  }
}
