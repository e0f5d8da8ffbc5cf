package dev.tributary.http.internal.upload;

import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.UploadTarget;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where an uploaded file goes: the query says it, or fields of the form before the file. */
final class Target {
  static final String SOURCE = "source";
  static final String DATASET = "dataset";
  static final String TYPE = "source_type";
  static final Set<String> FIELDS = Set.of(SOURCE, DATASET, TYPE);

  private Target() {}

  static UploadTarget of(Map<String, String> fields) {
    String source = fields.getOrDefault(SOURCE, "");
    String dataset = fields.getOrDefault(DATASET, "");
    if (source.isEmpty() == dataset.isEmpty()) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "query",
          SOURCE,
          source,
          "say where the rows go: either 'source' (a configured source of files) or 'dataset'");
    }
    return source.isEmpty()
        ? new UploadTarget.ToDataset(dataset)
        : new UploadTarget.ToSource(source);
  }

  /** The kind of file that a media type tells; empty if it tells none. */
  static Optional<String> typeOf(String mediaType) {
    return Stream.of("json", "parquet")
        .filter(mediaType.toLowerCase(Locale.ROOT)::contains)
        .findFirst();
  }

  /** The format that the request names, or else the one that the file's name tells. */
  static FileFormat format(Map<String, String> fields, String fileName) {
    String type = fields.getOrDefault(TYPE, "");
    return switch (type) {
      case "" -> FileFormat.ofName(fileName);
      case "csv" -> FileFormat.CSV;
      case "json" -> FileFormat.JSON;
      case "parquet" -> FileFormat.PARQUET;
      default ->
          throw RequestException.of(
              HttpError.UNSUPPORTED_MEDIA_TYPE,
              "source_type is '" + type + "' but only 'csv', 'json' and 'parquet' can be read");
    };
  }
}
