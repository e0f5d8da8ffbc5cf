package dev.tributary.alerts.internal.window;

import dev.tributary.api.window.WindowRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records that wait to be stored, the latest of each place. Not thread-safe. */
public final class Records {
  /**
   * The number that stands for the rule as a whole where others have that of a series: {@value}.
   */
  public static final long RULE = -1;

  /** The part of a series that says how it stands: {@value}. */
  static final int HEAD = -1;

  private static final byte[] GONE = new byte[0];

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(buffer);
  private final Map<Place, WindowRecord> waiting = new LinkedHashMap<>();

  /** Makes an empty list. */
  public Records() {}

  /**
   * Adds a record.
   *
   * @param series the number of the series, or {@link #RULE}
   * @param part which part of it
   * @param content what to write
   */
  public void put(long series, int part, Content content) {
    buffer.reset();
    try {
      content.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    waiting.put(new Place(series, part), new WindowRecord(series, part, buffer.toByteArray()));
  }

  /** Notes that a record is to be removed. */
  void remove(long series, int part) {
    waiting.put(new Place(series, part), new WindowRecord(series, part, GONE));
  }

  /** Forgets what is waiting. */
  void clear() {
    waiting.clear();
  }

  /**
   * Takes out what is waiting.
   *
   * @return the records
   */
  public List<WindowRecord> drain() {
    List<WindowRecord> drained = List.copyOf(waiting.values());
    waiting.clear();
    return drained;
  }

  /**
   * Reads a record.
   *
   * @param record the record
   * @param content what to do with its content
   */
  public static void read(WindowRecord record, Reading content) {
    try {
      content.read(new DataInputStream(new ByteArrayInputStream(record.state())));
    } catch (IOException damaged) {
      throw new UncheckedIOException(
          "part " + record.part() + " of series " + record.series() + " is damaged", damaged);
    }
  }

  private record Place(long series, int part) {}

  /** Writes a record. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param out where to
     * @throws IOException if writing fails
     */
    void write(DataOutput out) throws IOException;
  }

  /** Reads a record. */
  @FunctionalInterface
  public interface Reading {
    /**
     * Reads it.
     *
     * @param in where from
     * @throws IOException if reading fails
     */
    void read(DataInput in) throws IOException;
  }
}
