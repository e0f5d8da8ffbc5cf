package dev.tributary.http.internal.upload;

import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/** A multipart form, read part by part as it arrives. Not thread-safe. */
final class MultipartForm {
  private static final int LONGEST_PART_HEAD = 8 * 1024;
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String DISPOSITION = "content-disposition:";

  private final MultipartInput input;
  private boolean begun;

  private MultipartForm(MultipartInput input) {
    this.input = input;
  }

  static MultipartForm of(String contentType, InputStream body) throws IOException {
    String boundary = parameters(contentType).get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw malformed("its Content-Type has no boundary");
    }
    try {
      MultipartInput input =
          MultipartInput.builder()
              .setInputStream(body)
              .setBufferSize(BUFFER_BYTES)
              .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
              .setMaxPartHeaderSize(LONGEST_PART_HEAD)
              .get();
      input.setHeaderCharset(StandardCharsets.UTF_8);
      return new MultipartForm(input);
    } catch (IllegalArgumentException e) {
      throw RequestException.of(
          HttpError.MALFORMED_BODY, "not a multipart form: its boundary is too long", e);
    }
  }

  /** The next part, if there is one; what is left of the one before is skipped. */
  Optional<FormPart> next() throws IOException {
    try {
      boolean more = begun ? skipToNext() : input.skipPreamble();
      begun = true;
      return more ? Optional.of(part()) : Optional.empty();
    } catch (MultipartInput.MalformedStreamException e) {
      throw RequestException.of(
          HttpError.MALFORMED_BODY, "not a multipart form: " + e.getMessage(), e);
    }
  }

  private boolean skipToNext() throws IOException {
    input.discardBodyData();
    return input.readBoundary();
  }

  private FormPart part() throws IOException {
    Map<String, String> disposition =
        input
            .readHeaders()
            .lines()
            .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
            .map(line -> parameters(line.substring(DISPOSITION.length())))
            .findFirst()
            .orElseThrow(() -> malformed("a part has no Content-Disposition"));
    String name = disposition.get("name");
    if (name == null) {
      throw malformed("a part has no name");
    }
    return new FormPart(
        name,
        disposition.containsKey("filename")
            ? Optional.ofNullable(disposition.get("filename")).orElse("")
            : null,
        input.newInputStream());
  }

  private static Map<String, String> parameters(String header) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser.parse(header, new char[] {';', ','});
  }

  private static RequestException malformed(String problem) {
    return RequestException.of(HttpError.MALFORMED_BODY, "not a multipart form: " + problem);
  }
}
