package dev.tributary.api.connector;

import java.util.List;

/**
 * Something in a source that can be read as rows: a table, a folder of files, an endpoint.
 *
 * @param name its name, unique in the source
 * @param schema its columns and key, as far as they can be known without reading it all
 * @param cursors columns that could serve as cursor of an incremental reading, best first
 */
public record SourceStream(String name, SourceSchema schema, List<String> cursors) {
  /** Copies the cursors. */
  public SourceStream {
    cursors = List.copyOf(cursors);
  }
}
