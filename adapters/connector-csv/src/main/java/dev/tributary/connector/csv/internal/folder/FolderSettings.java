package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.Settings;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvDialect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a watched folder.
 *
 * @param folder the folder as configured
 * @param names which files belong to the source
 * @param settle how long a file must have rested before its end is believed
 * @param follow whether complete lines are taken from new files that have not rested yet
 * @param csv what is declared about the files
 */
public record FolderSettings(
    String folder, FileNames names, Duration settle, boolean follow, CsvConfig csv) {
  private static final List<String> INCLUDE =
      List.of("*.csv", "*.csv.gz", "*.tsv", "*.tsv.gz", "*.txt", "*.txt.gz");
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /**
   * Reads and verifies the settings.
   *
   * @param settings the section of the source
   * @return the settings
   * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong
   */
  public static FolderSettings from(Settings settings) {
    String folder = settings.requiredText("folder");
    List<String> include = settings.texts("include");
    FileNames names =
        FileNames.of(
            settings,
            include.isEmpty() ? INCLUDE : include,
            settings.texts("exclude"),
            settings.flag("recursive", false),
            settings.text("done_marker", ""));
    Duration settle = settings.duration("settle", SETTLE);
    boolean follow = settings.flag("follow", false);
    CsvConfig csv = csv(settings);
    settings.verify();
    return new FolderSettings(folder, names, settle, follow, csv);
  }

  private static CsvConfig csv(Settings settings) {
    CsvConfig.Builder builder =
        CsvConfig.builder()
            .header(settings.choice("header", CsvConfig.Header.DETECT))
            .columns(settings.texts("columns"))
            .damage(settings.choice("damaged_rows", CsvConfig.Damage.REJECT));
    charset(settings).ifPresent(builder::charset);
    settings.text("delimiter").map(text -> text.replace("\\t", "\t")).ifPresent(builder::delimiter);
    character(settings, "quote").ifPresent(builder::quote);
    character(settings, "escape").ifPresent(builder::escape);
    long most = settings.bytes("max_record", CsvConfig.DEFAULT_MAX_RECORD_BYTES);
    try {
      return builder.maxRecordBytes((int) Math.min(most, Integer.MAX_VALUE)).build();
    } catch (PlatformException e) {
      settings.note(
          most < 1024 ? "max_record" : "delimiter", String.valueOf(e.getMessage()), "change it");
      return CsvConfig.ofDefaults();
    }
  }

  private static Optional<Charset> charset(Settings settings) {
    return settings
        .text("encoding")
        .flatMap(name -> {
          try {
            return Optional.of(Charset.forName(name));
          } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            settings.note("encoding", "is '" + name + "'", "write a name such as UTF-8");
            return Optional.empty();
          }
        });
  }

  private static Optional<Character> character(Settings settings, String key) {
    Optional<String> text = settings.text(key);
    if (text.isEmpty() || text.get().equals("none")) {
      return text.map(none -> CsvDialect.NONE);
    }
    if (text.get().length() != 1) {
      settings.note(key, "is '" + text.get() + "'", "write one character, or none");
      return Optional.empty();
    }
    return Optional.of(text.get().charAt(0));
  }
}
