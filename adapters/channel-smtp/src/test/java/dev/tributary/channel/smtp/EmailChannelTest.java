package dev.tributary.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailChannelTest {
  private static final Notification NOTIFICATION =
      new Notification(
          "0123abcd",
          Map.of("rule", "failed-logins"),
          false,
          List.of(
              new Notification.Item(
                  new AlertKey("failed-logins", Map.of("data_center", "fra")),
                  Severity.CRITICAL,
                  AlertState.FIRING,
                  Instant.parse("2026-01-01T00:05:00Z"),
                  Instant.parse("2026-01-01T00:03:00Z"),
                  "61 is above 50",
                  Map.of("summary", "too many logins fail\nin fra"))),
          Instant.parse("2026-01-01T00:05:10Z"));

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    server.setUser("alerts@example.org", "alerts", "sesame");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMessageSaysWhatHappenedAndHasTheIdOfItsNotification() throws Exception {
    channel("sesame").send(NOTIFICATION);

    assertThat(server.waitForIncomingEmail(5000, 1)).isTrue();
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject())
        .isEqualTo("[tributary] firing: too many logins fail in fra: 61 is above 50");
    assertThat(message.getMessageID()).isEqualTo("<0123abcd@tributary>");
    assertThat(GreenMailUtil.getBody(message))
        .contains("CRITICAL firing")
        .contains("since 2026-01-01T00:03:00Z");
  }

  @Test
  void aRefusedPasswordIsTriedAgainLater() {
    assertThatThrownBy(() -> channel("wrong").send(NOTIFICATION))
        .isInstanceOf(AuthenticationFailedException.class);
  }

  @Test
  void aServerThatIsDownIsTriedAgainLater() throws Exception {
    NotificationChannel channel = channel("sesame");
    server.stop();

    assertThatThrownBy(() -> channel.send(NOTIFICATION)).isInstanceOf(MessagingException.class);
  }

  @Test
  void everythingThatIsWrongIsNoted() {
    Settings settings =
        Settings.of(
            "ops",
            Map.of("kind", "email", "from", "nobody", "user", "alerts"),
            reference -> Secret.of(reference));
    settings.value("kind");

    new EmailChannelFactory().channel(settings);

    assertThat(settings.faults())
        .extracting(Fault::place)
        .contains("ops.host", "ops.user", "ops.from", "ops.to");
  }

  private NotificationChannel channel(String password) {
    Map<String, Object> values = new HashMap<>();
    values.put("host", "127.0.0.1");
    values.put("port", server.getSmtp().getPort());
    values.put("security", "none");
    values.put("user", "alerts");
    values.put("password", password);
    values.put("from", "tributary@example.org");
    values.put("to", List.of("alerts@example.org"));
    Settings settings = Settings.of("ops", values, Secret::of);
    NotificationChannel channel = new EmailChannelFactory().channel(settings);
    settings.verify();
    return channel;
  }
}
