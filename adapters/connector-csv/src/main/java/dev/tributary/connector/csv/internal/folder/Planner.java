package dev.tributary.connector.csv.internal.folder;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done with each file of a folder, from what is known of earlier readings.
 *
 * <ul>
 *   <li>Unchanged: nothing.
 *   <li>New and not at rest: nothing yet, unless the folder is followed.
 *   <li>Grown, its head unchanged: read on.
 *   <li>Smaller, or with another head or content: a new file under an old name, read from the
 *       start.
 *   <li>New, with the content of a known file: a copy, remembered and not read; if the known file
 *       is gone or was replaced, this is where it went, and reading goes on where it stood.
 * </ul>
 */
final class Planner {
  static final int HEAD_BYTES = 256 * 1024;

  private final boolean follow;
  private final Map<String, FileState> known = new HashMap<>();

  /** As it was before this run: the place of a renamed file may be taken again by then. */
  private final Map<String, FileState> before;

  private final Map<String, DropFile> present = new HashMap<>();

  Planner(boolean follow, Map<String, String> states, List<DropFile> files) {
    this.follow = follow;
    states.forEach(
        (partition, text) -> FileState.parse(text).ifPresent(state -> known.put(partition, state)));
    before = Map.copyOf(known);
    files.forEach(file -> present.put(file.partition(), file));
  }

  /** What later files of the same run need to know. */
  void learn(String partition, @Nullable FileState state) {
    if (state == null) {
      known.remove(partition);
    } else {
      known.put(partition, state);
    }
  }

  Map<String, FileState> known() {
    return known;
  }

  Plan plan(DropFile file) throws IOException {
    FileState state = known.get(file.partition());
    if (state != null && state.finished() && state.stat().equals(file.stat())) {
      return new Plan.Leave();
    }
    boolean mayRead = file.rested() || (!file.compressed() && (follow || state != null));
    if (!mayRead || file.stat().size() == 0) {
      return new Plan.Leave();
    }
    if (state != null && continues(file, state)) {
      boolean same = state.finished() && file.stat().size() == state.stat().size();
      return same ? new Plan.Remember(state.at(file.stat()), null) : new Plan.Read(state, null);
    }
    if (state != null && !file.rested() && !follow) {
      return new Plan.Leave();
    }
    return fresh(file);
  }

  /** Whether the file still begins with what was read of it. */
  private static boolean continues(DropFile file, FileState state) throws IOException {
    long size = file.stat().size();
    if (size < state.stat().size() || !sameHead(file, state)) {
      return false;
    }
    boolean rewritten =
        state.finished()
            && size == state.stat().size()
            && !hash(file, size).equals(state.content().value());
    return !rewritten;
  }

  private static boolean sameHead(DropFile file, FileState state) throws IOException {
    return file.stat().size() >= state.head().length()
        && hash(file, state.head().length()).equals(state.head().hash());
  }

  private static String hash(DropFile file, long length) throws IOException {
    return ContentHash.of(file.path(), length, ContentHash.NOTHING).value();
  }

  /** A file of which nothing is known under its name. */
  private Plan fresh(DropFile file) throws IOException {
    for (Map<String, FileState> states : List.of(before, known)) {
      for (Map.Entry<String, FileState> entry : states.entrySet()) {
        if (!entry.getKey().equals(file.partition())) {
          Plan plan = relative(file, entry.getKey(), entry.getValue());
          if (plan != null) {
            return plan;
          }
        }
      }
    }
    return new Plan.Read(null, null);
  }

  /** What is to be done if the file is a copy of a known one, or that one under another name. */
  private @Nullable Plan relative(DropFile file, String partition, FileState state)
      throws IOException {
    long size = file.stat().size();
    if (size < state.stat().size() || state.head().length() == 0) {
      return null;
    }
    boolean gone = !present.containsKey(partition);
    String formerly = gone ? partition : null;
    if (state.finished()
        && state.stat().size() == size
        && hash(file, size).equals(state.content().value())) {
      return new Plan.Remember(state.at(file.stat()), formerly);
    }
    return (gone || replaced(partition, state)) && moved(file, state)
        ? new Plan.Read(state, formerly)
        : null;
  }

  private boolean replaced(String partition, FileState state) throws IOException {
    DropFile there = present.get(partition);
    return there != null && !there.stat().equals(state.stat()) && !continues(there, state);
  }

  /** Renamed, or copied away before its name was used again, and grown since. */
  private static boolean moved(DropFile file, FileState state) throws IOException {
    if (file.stat().size() < state.stat().size() || !sameHead(file, state)) {
      return false;
    }
    boolean renamed =
        !state.stat().key().equals("null") && state.stat().key().equals(file.stat().key());
    if (!state.finished()) {
      return renamed;
    }
    return (renamed || state.stat().size() >= HEAD_BYTES)
        && hash(file, state.stat().size()).equals(state.content().value());
  }

  static FileState.Head head(DropFile file) throws IOException {
    int length = (int) Math.min(HEAD_BYTES, file.stat().size());
    return new FileState.Head(length, hash(file, length));
  }
}
