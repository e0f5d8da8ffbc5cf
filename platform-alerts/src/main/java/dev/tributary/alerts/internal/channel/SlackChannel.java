package dev.tributary.alerts.internal.channel;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.ChannelFactory;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts a text to an incoming webhook as Slack, Mattermost and others have it. */
public final class SlackChannel implements NotificationChannel {
  private final HttpPost post;

  private SlackChannel(HttpPost post) {
    this.post = post;
  }

  /** Makes such channels, for {@code kind: slack}. */
  public static final class Factory implements ChannelFactory {
    /** Makes the factory. */
    public Factory() {}

    @Override
    public String kind() {
      return "slack";
    }

    @Override
    public NotificationChannel channel(Settings settings) {
      return new SlackChannel(HttpPost.from(settings));
    }
  }

  @Override
  public void send(Notification notification) throws Exception {
    String text =
        notification.items().stream()
            .map(item -> "*" + item.severity() + "* " + escaped(item.advice()))
            .collect(Collectors.joining("\n"));
    String body = Json.text(Map.of("text", text));
    post.send(body.getBytes(StandardCharsets.UTF_8), Map.of("Idempotency-Key", notification.id()));
  }

  /** What comes from data must not become a link or a mention. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    post.close();
  }
}
