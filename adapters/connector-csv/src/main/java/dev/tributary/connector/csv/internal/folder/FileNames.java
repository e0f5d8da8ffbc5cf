package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.settings.Settings;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** Which files of a folder belong to the source, told by their names. */
final class FileNames {
  /** How programs name files that they are still writing. */
  private static final List<String> UNFINISHED =
      List.of(
          ".part",
          ".partial",
          ".filepart",
          ".tmp",
          ".temp",
          ".crdownload",
          ".download",
          ".swp",
          ".lock",
          "~");

  private final List<PathMatcher> include;
  private final List<PathMatcher> exclude;
  private final boolean recursive;
  private final String doneMarker;

  private FileNames(
      List<PathMatcher> include, List<PathMatcher> exclude, boolean recursive, String doneMarker) {
    this.include = include;
    this.exclude = exclude;
    this.recursive = recursive;
    this.doneMarker = doneMarker;
  }

  static FileNames of(
      Settings settings,
      List<String> include,
      List<String> exclude,
      boolean recursive,
      String doneMarker) {
    return new FileNames(
        matchers(settings, "include", include),
        matchers(settings, "exclude", exclude),
        recursive,
        doneMarker);
  }

  private static List<PathMatcher> matchers(Settings settings, String key, List<String> globs) {
    List<PathMatcher> matchers = new ArrayList<>();
    for (String glob : globs) {
      try {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
      } catch (PatternSyntaxException e) {
        settings.note(key, "holds '" + glob + "'", "write a pattern such as *.csv");
      }
    }
    return matchers;
  }

  /** Globs are tried on the file's name and on its path within the folder. */
  boolean accepts(Path relative) {
    Path file = relative.getFileName();
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    boolean unfinished = name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith);
    return !unfinished
        && !(hasDoneMarker() && name.endsWith(doneMarker.toLowerCase(Locale.ROOT)))
        && matches(include, relative)
        && !matches(exclude, relative);
  }

  private static boolean matches(List<PathMatcher> matchers, Path relative) {
    Path name = relative.getFileName();
    return matchers.stream()
        .anyMatch(matcher -> matcher.matches(relative) || (name != null && matcher.matches(name)));
  }

  boolean recursive() {
    return recursive;
  }

  boolean hasDoneMarker() {
    return !doneMarker.isEmpty();
  }

  Path doneMarkerOf(Path file) {
    return file.resolveSibling(file.getFileName() + doneMarker);
  }
}
