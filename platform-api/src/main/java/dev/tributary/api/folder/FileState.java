package dev.tributary.api.folder;

/**
 * Where the reading of a file stands. A file that was changed since is read from its beginning:
 * what it repeats is recognised by its key.
 *
 * @param size the file's bytes
 * @param modified the time of its last change, in milliseconds
 * @param records how many of its records were handed out
 * @param done whether that was all
 */
record FileState(long size, long modified, long records, boolean done) {

  static FileState beginning(FoundFile file) {
    return new FileState(file.size(), file.modified(), 0, false);
  }

  static FileState parse(String text) {
    String[] parts = text.split(" ", -1);
    return new FileState(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        parts[3].equals("done"));
  }

  boolean of(FoundFile file) {
    return size == file.size() && modified == file.modified();
  }

  FileState after(long read, boolean end) {
    return new FileState(size, modified, read, end);
  }

  String text() {
    return size + " " + modified + " " + records + " " + (done ? "done" : "open");
  }
}
