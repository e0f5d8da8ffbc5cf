package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String OTHER = Base64.getEncoder().encodeToString("x".repeat(32).getBytes());

  @TempDir Path folder;

  @Test
  void comeFromTheEnvironment() {
    assertThat(Secrets.of(Map.of("PW", "s3cret")).resolve("env:PW").reveal()).isEqualTo("s3cret");
  }

  @Test
  void comeFromFilesWithoutTheLineBreak() throws Exception {
    Path file = Files.writeString(folder.resolve("pw"), "s3cret\n");

    assertThat(Secrets.of(Map.of()).resolve("file:" + file).reveal()).isEqualTo("s3cret");
  }

  @Test
  void comeEncryptedWithAKeyOfTheEnvironmentOrAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
    String reference = withKey(KEY).encrypt("main", Secret.of("s3cret"));
    Secrets byFile = Secrets.of(Map.of("TRIBUTARY_KEY_MAIN_FILE", file.toString()));

    assertThat(reference).startsWith("enc:main:").doesNotContain("s3cret");
    assertThat(withKey(KEY).resolve(reference).reveal()).isEqualTo("s3cret");
    assertThat(byFile.resolve(reference).reveal()).isEqualTo("s3cret");
    assertThat(withKey(KEY).encrypt("main", Secret.of("s3cret"))).isNotEqualTo(reference);
  }

  @Property(tries = 100)
  void ofAnyTextSurviveEncryption(@ForAll String text) {
    String reference = withKey(KEY).encrypt("main", Secret.of(text));

    assertThat(withKey(KEY).resolve(reference).reveal())
        .isEqualTo(
            new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void areRefusedWithAnotherKeyOrWhenChanged() {
    String reference = withKey(KEY).encrypt("main", Secret.of("s3cret"));
    char last = reference.charAt(20) == 'A' ? 'B' : 'A';
    String changed = reference.substring(0, 20) + last + reference.substring(21);

    refused(withKey(OTHER), reference, "not encrypted with this key");
    refused(withKey(KEY), changed, "was changed");
    refused(withKey(KEY), "enc:main:AAAA", "was changed");
    refused(withKey(KEY), "enc:main:%%%", "was changed");
  }

  @Test
  void thatAreNotThereNameTheReferenceAndTheRemedy() {
    Secrets none = Secrets.of(Map.of());

    refused(none, "env:PW", "env:PW: there is no such environment variable; set PW");
    refused(none, "file:/no/such/file", "file:/no/such/file: the file cannot be read");
    refused(none, "enc:main:AAAA", "there is no key 'main'; set TRIBUTARY_KEY_MAIN");
    refused(none, "enc:AAAA", "names no key");
    refused(withKey("dG9vIHNob3J0"), "enc:main:AAAA", "key 'main' is no AES key");
  }

  @Test
  void writtenOutInPlaceOfAReferenceAreNotRepeated() {
    assertThatThrownBy(() -> Secrets.of(Map.of()).resolve("hunter2"))
        .isInstanceOf(PlatformException.class)
        .hasMessageNotContaining("hunter2");
    assertThat(Secrets.of(Map.of("PW", "hunter2")).resolve("env:PW").toString())
        .doesNotContain("hunter2");
  }

  private static Secrets withKey(String key) {
    return Secrets.of(Map.of("TRIBUTARY_KEY_MAIN", key));
  }

  private static void refused(Secrets secrets, String reference, String message) {
    assertThatThrownBy(() -> secrets.resolve(reference))
        .hasMessageContaining(message)
        .isInstanceOfSatisfying(
            PlatformException.class,
            failure -> assertThat(failure.code()).isEqualTo(PlatformError.SECRET_UNAVAILABLE));
  }
}
