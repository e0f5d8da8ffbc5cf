package dev.tributary.http.internal.upload;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.Uploads;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Percent;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes that take files and tell what became of them. */
public final class UploadRoutes {
  private static final String FORM = "multipart/form-data";
  private static final List<String> MEDIA_TYPES =
      List.of(
          FORM,
          "text/csv",
          "text/plain",
          "text/tab-separated-values",
          "application/csv",
          "application/json",
          "application/x-ndjson",
          "application/jsonl",
          "application/vnd.apache.parquet",
          "application/gzip",
          "application/x-gzip",
          "application/octet-stream");
  private static final Parameter[] TARGET = {
    Parameter.text(Target.SOURCE, "The configured source of files that reads it."),
    Parameter.text(Target.DATASET, "The dataset it goes into, column by column of the same name."),
    Parameter.text(
        "filename", "What the file is called; needed where the body is the file itself."),
    Parameter.text(
        Target.TYPE,
        "The kind of file: csv, json or parquet. Default what its name or media type tells.")
  };
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final Uploads uploads;

  /** Makes the routes. */
  public UploadRoutes(Uploads uploads) {
    this.uploads = uploads;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.post(
                "/api/v1/ingest/upload",
                "Takes a CSV, JSON or Parquet file as form or as body; answers once it is safe on"
                    + " disk. Uploads to one source with the same header Idempotency-Key are one.")
            .query(TARGET)
            .takes(MEDIA_TYPES)
            .gives(202, UploadAnswer.class)
            .handledBy(this::upload),
        Route.get("/api/v1/ingest/jobs/{id}", "Tells what became of an upload.")
            .gives(200, UploadAnswer.class)
            .handledBy(call -> call.answer(200, UploadAnswer.of(find(call.path("id"))))),
        Route.post("/api/v1/data/upload", "The same as /api/v1/ingest/upload, in the older shape.")
            .query(TARGET)
            .takes(MEDIA_TYPES)
            .gives(202, DataUploadAnswer.class)
            .handledBy(this::dataUpload),
        Route.get(
                "/api/v1/data/job/{id}",
                "The same as /api/v1/ingest/jobs/{id}, in the older shape.")
            .gives(200, DataJobAnswer.class)
            .handledBy(call -> call.answer(200, DataJobAnswer.of(find(call.path("id"))))));
  }

  private ApiResponse upload(Call call) throws IOException {
    UploadJob job = take(call);
    return call.answer(202, UploadAnswer.of(job))
        .with("Location", "/api/v1/ingest/jobs/" + Percent.encodeSegment(job.id()));
  }

  private ApiResponse dataUpload(Call call) throws IOException {
    UploadJob job = take(call);
    return call.answer(202, new DataUploadAnswer(job.id(), job.status(), null))
        .with("Location", "/api/v1/data/job/" + Percent.encodeSegment(job.id()));
  }

  private UploadJob take(Call call) throws IOException {
    InputStream body = call.body();
    Map<String, String> fields = fields(call);
    String contentType = call.header("Content-Type").orElse("");
    boolean form = contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
    if (!form) {
      Target.typeOf(contentType).ifPresent(type -> fields.putIfAbsent(Target.TYPE, type));
    }
    UploadForm upload = new UploadForm(uploads, fields, key(call));
    return form
        ? upload.read(MultipartForm.of(contentType, body))
        : upload.store(call.text("filename"), body);
  }

  private static @Nullable String key(Call call) {
    String key = call.header(KEY).map(String::strip).orElse(null);
    if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "header",
          KEY,
          null,
          "a key has 1 to " + LONGEST_KEY + " characters");
    }
    return key;
  }

  private static Map<String, String> fields(Call call) {
    Map<String, String> fields = new HashMap<>();
    for (String name : Target.FIELDS) {
      String value = call.text(name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private UploadJob find(String id) {
    return uploads
        .job(id)
        .orElseThrow(() ->
            new PlatformException(
                PlatformError.NOT_FOUND,
                "there is no job '" + id + "'; an upload's Location header names its job"));
  }
}
