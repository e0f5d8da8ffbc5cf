package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.UploadTarget;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.fake.FakePlatform;
import dev.tributary.http.fake.FakeRequest;
import dev.tributary.http.fake.FakeSources;
import dev.tributary.http.fake.FakeUploads;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartUploadTest {
  private final FakePlatform platform = new FakePlatform();
  private final HttpApi api =
      HttpApi.of(
          platform,
          HttpConfig.builder().build(),
          () -> "",
          InstantSource.fixed(FakeSources.NOON),
          "1");

  @Test
  void theFileGoesWhereTheFieldsBeforeItSay() {
    ApiResponse response =
        send(
            "/api/v1/ingest/upload", part("source", null, "fra-drop") + part("file", "a.csv", "x"));

    assertThat(response.status()).as(text(response)).isEqualTo(202);
    assertThat(arrived().target()).isEqualTo(new UploadTarget.ToSource("fra-drop"));
    assertThat(arrived().fileName()).isEqualTo("a.csv");
    assertThat(arrived().bytes()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a.json, , JSON",
    "a.ndjson.gz, , JSON",
    "a.parquet, , PARQUET",
    "a.txt, parquet, PARQUET",
    "a.csv, , CSV",
    "a.txt, json, JSON",
    "a.json, csv, CSV"
  })
  void theFormatIsWhatTheRequestOrTheNameSays(String name, String type, FileFormat format) {
    String query = type == null ? "" : "&source_type=" + type;

    send("/api/v1/ingest/upload?dataset=users" + query, part("file", name, "x"));

    assertThat(arrived().format()).isEqualTo(format);
  }

  @Test
  void aBodyOfJsonNeedsNoTellingName() {
    api.answer(
        FakeRequest.of("POST", "/api/v1/ingest/upload?dataset=users&filename=export", "[]")
            .with("Content-Type", "application/json"));

    assertThat(arrived().format()).isEqualTo(FileFormat.JSON);
  }

  @Test
  void aKeyGoesWithTheUpload() {
    ApiResponse response =
        api.answer(
            FakeRequest.of("POST", "/api/v1/ingest/upload?dataset=users&filename=a.csv", "x")
                .with("Idempotency-Key", "once"));

    assertThat(text(response)).contains("job-once");
  }

  @Test
  void anEmptyKeyIsRefused() {
    ApiResponse response =
        api.answer(
            FakeRequest.of("POST", "/api/v1/ingest/upload?dataset=users&filename=a.csv", "x")
                .with("Idempotency-Key", " "));

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("Idempotency-Key");
  }

  @Property(tries = 200)
  void contentArrivesByteForByte(
      @ForAll @StringLength(max = 300) @CharRange(from = '\n', to = '~') String content) {
    MultipartUploadTest fresh = new MultipartUploadTest();
    CRC32 checksum = new CRC32();
    checksum.update(content.getBytes(StandardCharsets.UTF_8));

    fresh.send("/api/v1/ingest/upload?dataset=users", fresh.part("file", "a.csv", content));

    assertThat(fresh.arrived().checksum()).isEqualTo(checksum.getValue());
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\\\temp\\\\a.csv, a.csv",
    "/abs/b.csv, b.csv",
    "Übersicht für März.csv, Übersicht für März.csv"
  })
  void fileNamesAreLabelsNotPaths(String given, String kept) {
    send("/api/v1/ingest/upload?dataset=users", part("file", given, "x"));

    assertThat(arrived().fileName()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/..", "dir/"})
  void filesWithoutANameAreRefused(String name) {
    ApiResponse response = send("/api/v1/ingest/upload?dataset=users", part("file", name, "x"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("filename");
  }

  @Test
  void headersCannotBeInjectedThroughAFileName() {
    ApiResponse response =
        api.answer(
            FakeRequest.of(
                "POST",
                "/api/v1/ingest/upload?dataset=users&filename=a%0d%0aX-Evil:%201.csv",
                "x"));

    assertThat(arrived().fileName()).isEqualTo("a__X-Evil: 1.csv");
    assertThat(response.headers()).doesNotContainKey("X-Evil");
  }

  @Test
  void anEncodedFileNameIsDecoded() {
    send(
        "/api/v1/ingest/upload?dataset=users",
        "--b\r\nContent-Disposition: form-data; name=\"file\";"
            + " filename*=UTF-8''M%C3%A4rz.csv\r\n\r\nx\r\n");

    assertThat(arrived().fileName()).isEqualTo("März.csv");
  }

  @Test
  void aSecondFileIsRefusedAndTheFirstIsNamed() {
    ApiResponse response =
        send(
            "/api/v1/ingest/upload?dataset=users",
            part("file", "a.csv", "x") + part("file", "b.csv", "y"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("more than one file", "job-1");
  }

  @Test
  void aFormThatBreaksOffKeepsNothing() {
    ApiResponse response =
        sendRaw(
            "/api/v1/ingest/upload?dataset=users",
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nhalf");

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("INCOMPLETE_BODY");
    assertThat(platform.uploads.arrived).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary at all",
        "--b--\r\n",
        "--b\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--b--\r\n"
      })
  void formsWithoutAFileAreRefused(String body) {
    ApiResponse response = sendRaw("/api/v1/ingest/upload?dataset=users", body);

    assertThat(response.status()).as(text(response)).isEqualTo(400);
    assertThat(text(response)).contains("MALFORMED_BODY");
  }

  @Test
  void endlessPartHeadsAreRefused() {
    ApiResponse response =
        sendRaw("/api/v1/ingest/upload?dataset=users", "--b\r\nX: " + "y".repeat(100_000));

    assertThat(response.status()).as(text(response)).isBetween(400, 413);
  }

  @Test
  void aFormWithoutBoundaryIsRefused() {
    ApiResponse response =
        api.answer(
            FakeRequest.of("POST", "/api/v1/ingest/upload?dataset=users", "x")
                .with("Content-Type", "multipart/form-data"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("boundary");
  }

  private ApiResponse send(String target, String parts) {
    return sendRaw(target, parts + "--b--\r\n");
  }

  private ApiResponse sendRaw(String target, String body) {
    return api.answer(
        FakeRequest.of("POST", target, body)
            .with("Content-Type", "multipart/form-data; boundary=b"));
  }

  private String part(String name, String fileName, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + (fileName == null ? "" : "; filename=\"" + fileName + "\"")
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private FakeUploads.Arrived arrived() {
    return platform.uploads.arrived.get("job-1");
  }

  private static String text(ApiResponse response) {
    return new String(((ApiResponse.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
  }
}
