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
import java.util.ArrayList;
import java.util.List;

/** Records in one piece. Stateless. */
public final class PackedRecords {
  private PackedRecords() {}

  /**
   * Packs records.
   *
   * @param records the records
   * @return one piece
   */
  public static byte[] pack(List<WindowRecord> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(records, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Unpacks records.
   *
   * @param piece what {@link #pack} made
   * @param what what it is, for the message if it is damaged
   * @return the records
   */
  public static List<WindowRecord> unpack(byte[] piece, String what) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(piece))) {
      return read(in);
    } catch (IOException damaged) {
      throw new UncheckedIOException(what + " is damaged", damaged);
    }
  }

  /**
   * Writes records.
   *
   * @param records the records
   * @param out where to
   * @throws IOException if writing fails
   */
  public static void write(List<WindowRecord> records, DataOutput out) throws IOException {
    out.writeInt(records.size());
    for (WindowRecord record : records) {
      out.writeLong(record.series());
      out.writeInt(record.part());
      out.writeInt(record.state().length);
      out.write(record.state());
    }
  }

  /**
   * Reads records.
   *
   * @param in where from
   * @return the records
   * @throws IOException if reading fails
   */
  public static List<WindowRecord> read(DataInput in) throws IOException {
    List<WindowRecord> records = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long series = in.readLong();
      int part = in.readInt();
      byte[] state = new byte[in.readInt()];
      in.readFully(state);
      records.add(new WindowRecord(series, part, state));
    }
    return records;
  }
}
