package dev.tributary.alerts.internal.channel;

import dev.tributary.alerts.internal.ledger.NotificationText;
import dev.tributary.api.alert.ChannelFactory;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts a notification as JSON, with its id as {@code Idempotency-Key} and, where a secret is set,
 * {@code X-Tributary-Signature: sha256=} and the HMAC-SHA256 of id, a dot and the body.
 */
public final class WebhookChannel implements NotificationChannel {
  private final HttpPost post;
  private final Optional<Secret> secret;

  private WebhookChannel(HttpPost post, Optional<Secret> secret) {
    this.post = post;
    this.secret = secret;
  }

  /** Makes such channels, for {@code kind: webhook}. */
  public static final class Factory implements ChannelFactory {
    /** Makes the factory. */
    public Factory() {}

    @Override
    public String kind() {
      return "webhook";
    }

    @Override
    public NotificationChannel channel(Settings settings) {
      return new WebhookChannel(HttpPost.from(settings), settings.secret("secret"));
    }
  }

  @Override
  public void send(Notification notification) throws Exception {
    byte[] body = NotificationText.write(notification).getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>();
    headers.put("Idempotency-Key", notification.id());
    if (secret.isPresent()) {
      headers.put(
          "X-Tributary-Signature", "sha256=" + signature(secret.get(), notification.id(), body));
    }
    post.send(body, headers);
  }

  private static String signature(Secret secret, String id, byte[] body)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((id + ".").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  @Override
  public void close() {
    post.close();
  }
}
