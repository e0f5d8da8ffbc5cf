package dev.tributary.http.internal.upload;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.UploadRequest;
import dev.tributary.api.ingest.UploadTarget;
import dev.tributary.api.ingest.Uploads;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands the one file of a form over as it arrives; the fields before it say where it goes. */
final class UploadForm {
  private static final int LONGEST_FIELD = 4096;

  private final Uploads uploads;
  private final Map<String, String> fields;
  private final @Nullable String key;

  UploadForm(Uploads uploads, Map<String, String> given, @Nullable String key) {
    this.uploads = uploads;
    this.fields = new HashMap<>(given);
    this.key = key;
  }

  UploadJob read(MultipartForm form) throws IOException {
    UploadJob job = null;
    for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
      if (part.get().fileName() == null) {
        keep(part.get(), job);
      } else {
        refuseSecond(job);
        job = store(part.get().fileName(), part.get().content());
      }
    }
    if (job == null) {
      throw RequestException.at(
          HttpError.MALFORMED_BODY, "body", "file", null, "the form holds no file");
    }
    return job;
  }

  UploadJob store(@Nullable String named, InputStream content) throws IOException {
    UploadTarget target = Target.of(fields);
    String fileName = Names.required(named);
    return uploads.upload(
        new UploadRequest(target, fileName, Target.format(fields, fileName), key), content);
  }

  private void keep(FormPart part, @Nullable UploadJob job) throws IOException {
    byte[] value = part.content().readNBytes(LONGEST_FIELD);
    boolean says = Target.FIELDS.contains(part.name());
    if (says && job != null) {
      throw RequestException.of(
          HttpError.MALFORMED_BODY,
          "field '"
              + part.name()
              + "' comes after the file, which was already accepted as job "
              + job.id()
              + "; put it before the file, or into the query");
    }
    if (says) {
      fields.putIfAbsent(part.name(), new String(value, StandardCharsets.UTF_8));
    }
  }

  private static void refuseSecond(@Nullable UploadJob job) throws PlatformException {
    if (job != null) {
      throw RequestException.of(
          HttpError.MALFORMED_BODY,
          "the form holds more than one file; the first was accepted as job "
              + job.id()
              + ", the others were not; send them one by one");
    }
  }
}
