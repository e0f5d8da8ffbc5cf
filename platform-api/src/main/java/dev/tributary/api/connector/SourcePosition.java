package dev.tributary.api.connector;

/**
 * Where a row stands in its source, so that a person can find it again. Its text form is stable.
 */
public sealed interface SourcePosition {

  /**
   * A row of a file. Its text form is {@code name:line@byte}.
   *
   * @param file the file, relative to the source's folder
   * @param line the line on which the row begins, from 1
   * @param byteOffset the byte at which the row begins, from 0; in a compressed file counted after
   *     decompression
   */
  record InFile(String file, long line, long byteOffset) implements SourcePosition {
    @Override
    public String toString() {
      return file + ":" + line + "@" + byteOffset;
    }
  }

  /**
   * A row with a key. Its text form is {@code stream[key]}.
   *
   * @param stream the table or other stream
   * @param key the key in the source's words
   */
  record AtKey(String stream, String key) implements SourcePosition {
    @Override
    public String toString() {
      return stream + "[" + key + "]";
    }
  }

  /**
   * An item of a document that was fetched. Its text form is {@code document#index}.
   *
   * @param document what names the document, such as a path with its page, without secrets
   * @param index the item's place in the document, from 0
   */
  record InDocument(String document, long index) implements SourcePosition {
    @Override
    public String toString() {
      return document + "#" + index;
    }
  }
}
