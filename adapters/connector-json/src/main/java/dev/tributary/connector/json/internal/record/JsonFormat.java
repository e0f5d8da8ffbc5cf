package dev.tributary.connector.json.internal.record;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.folder.FileRecords;
import dev.tributary.api.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Files of JSON, whose columns are known as they come. */
public final class JsonFormat implements FolderFormat {
  private static final Pattern NAME = Pattern.compile("(?i).+\\.(json|ndjson|jsonl)(\\.gz)?");

  private final int maxRecord;
  private final RowMaker rows = new RowMaker();

  /**
   * Makes a format that knows no columns yet.
   *
   * @param maxRecord the most bytes of one record
   */
  public JsonFormat(int maxRecord) {
    this.maxRecord = maxRecord;
  }

  @Override
  public String word() {
    return "JSON";
  }

  @Override
  public boolean reads(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public FileRecords open(Path file, String name) throws IOException {
    return new OpenFile(JsonRecords.open(file, name, maxRecord), rows);
  }

  /** A file and what was read of it for the batch in hand. */
  private static final class OpenFile implements FileRecords {
    private final JsonRecords records;
    private final RowMaker rows;
    private List<Found> found = new ArrayList<>();

    OpenFile(JsonRecords records, RowMaker rows) {
      this.records = records;
      this.rows = rows;
    }

    @Override
    public OptionalLong read() throws IOException {
      Optional<Found> next = records.next();
      next.ifPresent(found::add);
      return next.map(one -> OptionalLong.of(one.bytes())).orElse(OptionalLong.empty());
    }

    @Override
    public void skip(long count) throws IOException {
      for (long skipped = 0; skipped < count; skipped++) {
        records.next();
      }
    }

    @Override
    public SourceBatch take(Checkpoint checkpoint) {
      SourceBatch batch = rows.batch(found, checkpoint);
      found = new ArrayList<>();
      return batch;
    }

    @Override
    public void close() {
      records.close();
    }
  }
}
