package dev.tributary.core.internal.fault;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what database trouble means, in terms of the thing, the place and the remedy. */
public final class StoreFaults {
  private static final Set<String> WRONG_CREDENTIALS = Set.of("28000", "28P01");
  private static final Set<String> NO_DATABASE = Set.of("3D000", "42000");
  private static final Set<String> READ_ONLY = Set.of("25006", "25S02");
  private static final Set<Integer> MYSQL_FULL = Set.of(1021, 1114, 1041);
  private static final Set<Integer> MYSQL_DENIED = Set.of(1044, 1045, 1698);
  private static final int MYSQL_NO_DATABASE = 1049;
  private static final int MYSQL_READ_ONLY = 1792;

  private final String place;

  /**
   * Makes a translator.
   *
   * @param place what messages call the store, such as its file or address
   */
  public StoreFaults(String place) {
    this.place = place;
  }

  /**
   * Finds database trouble in what was thrown.
   *
   * @param thrown an exception
   * @return the exception that callers get, if the database had a part in it
   */
  public Optional<PlatformException> find(Throwable thrown) {
    int depth = 0;
    for (Throwable cause = thrown; cause != null && depth < 20; cause = cause.getCause()) {
      if (cause instanceof PlatformException) {
        return Optional.empty();
      }
      if (cause instanceof SQLException trouble && decisive(trouble)) {
        return Optional.of(of(trouble));
      }
      depth++;
    }
    return Optional.empty();
  }

  /**
   * Translates database trouble.
   *
   * @param trouble what the driver threw
   * @return the exception that callers get
   */
  public PlatformException of(SQLException trouble) {
    SQLException root = rootOf(trouble);
    return root instanceof SQLiteException sqlite ? sqlite(sqlite) : server(root);
  }

  private static boolean decisive(SQLException trouble) {
    return trouble instanceof SQLiteException || !(trouble.getCause() instanceof SQLException);
  }

  private static SQLException rootOf(SQLException trouble) {
    SQLException root = trouble;
    while (root.getCause() instanceof SQLException deeper && !decisive(root)) {
      root = deeper;
    }
    return root;
  }

  private PlatformException sqlite(SQLiteException trouble) {
    SQLiteErrorCode code = trouble.getResultCode();
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_FULL ->
          full("has no space left", "free space on its disk or raise the limit", trouble);
      case SQLITE_READONLY, SQLITE_PERM ->
          full("may not be written", "grant write access to the file and its folder", trouble);
      case SQLITE_CANTOPEN ->
          unavailable(
              "cannot be opened", "check that its folder exists and may be written", trouble);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable(
              "is locked: another process uses the same file",
              "stop that process, or give this one a file of its own",
              trouble);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          unavailable("is damaged or is no SQLite database", "restore it from a backup", trouble);
      case SQLITE_IOERR -> unavailable("cannot be read or written", "check its disk", trouble);
      case SQLITE_NOMEM ->
          new PlatformException(
              PlatformError.STORE_UNAVAILABLE,
              describe("ran out of memory", "give the process more memory", trouble),
              trouble);
      default -> refused(trouble);
    };
  }

  private PlatformException server(SQLException trouble) {
    String state = trouble.getSQLState() == null ? "" : trouble.getSQLState();
    int code = trouble.getErrorCode();
    if (WRONG_CREDENTIALS.contains(state) || MYSQL_DENIED.contains(code)) {
      return unavailable("refuses the login", "check user and password", trouble);
    }
    if (code == MYSQL_NO_DATABASE || (NO_DATABASE.contains(state) && code == 0)) {
      return unavailable("has no such database", "create it or correct its name", trouble);
    }
    if (state.startsWith("53100") || MYSQL_FULL.contains(code)) {
      return full("has no space left", "free space on the server", trouble);
    }
    if (READ_ONLY.contains(state) || code == MYSQL_READ_ONLY) {
      return full("is read-only here", "write in a writing transaction, to a primary", trouble);
    }
    if (state.startsWith("08") || state.startsWith("57") || connectionLost(trouble)) {
      return unavailable(
          "cannot be reached", "check that the server runs and that the address is right", trouble);
    }
    if (state.startsWith("40")) {
      return unavailable("broke off work that stood in its way", "try again", trouble);
    }
    return refused(trouble);
  }

  private static boolean connectionLost(SQLException trouble) {
    return trouble instanceof java.sql.SQLTransientConnectionException
        || trouble instanceof java.sql.SQLNonTransientConnectionException
        || trouble.getCause() instanceof java.io.IOException;
  }

  private PlatformException refused(SQLException trouble) {
    return new PlatformException(
        PlatformError.INTERNAL,
        describe("refused a statement", "this is a defect; report it", trouble),
        trouble);
  }

  private PlatformException full(String problem, String remedy, SQLException trouble) {
    return new PlatformException(
        PlatformError.STORE_FULL, describe(problem, remedy, trouble), trouble);
  }

  private PlatformException unavailable(String problem, String remedy, SQLException trouble) {
    return new PlatformException(
        PlatformError.STORE_UNAVAILABLE, describe(problem, remedy, trouble), trouble);
  }

  private String describe(String problem, String remedy, SQLException trouble) {
    return String.format(
        Locale.ROOT,
        "the central store %s %s (%s); %s",
        place,
        problem,
        String.valueOf(trouble.getMessage()).lines().findFirst().orElse("").strip(),
        remedy);
  }
}
