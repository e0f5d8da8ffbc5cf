package dev.tributary.channel.smtp;

import dev.tributary.api.alert.ChannelFactory;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes channels of {@code kind: email}: {@code host}, {@code port}, {@code security} ({@code
 * starttls}, {@code tls} or {@code none}), {@code user}, {@code password}, {@code from} and {@code
 * to}.
 */
public final class EmailChannelFactory implements ChannelFactory {

  /** Makes the factory. */
  public EmailChannelFactory() {}

  @Override
  public String kind() {
    return "email";
  }

  @Override
  public NotificationChannel channel(Settings settings) {
    String host = settings.requiredText("host");
    Security security = settings.choice("security", Security.STARTTLS);
    int port = (int) settings.integer("port", security.port(), 1, 65_535);
    Optional<String> user = settings.text("user");
    Optional<Secret> password = settings.secret("password");
    if (user.isPresent() != password.isPresent()) {
      settings.note("user", "comes without password, or the other way round", "give both or none");
    }
    InternetAddress from = address(settings, "from", settings.requiredText("from"));
    List<InternetAddress> to = new ArrayList<>();
    settings.texts("to").forEach(text -> to.add(address(settings, "to", text)));
    if (to.isEmpty()) {
      settings.note("to", "is missing", "name at least one address");
    }
    SmtpServer server = new SmtpServer(host, port, security, user, password);
    return new EmailChannel(server, from, to);
  }

  private static InternetAddress address(Settings settings, String key, String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException malformed) {
      if (!text.isBlank()) {
        settings.note(key, "is '" + text + "'", "write an address such as ops@example.org");
      }
      return new InternetAddress();
    }
  }

  /** How the connection is kept private. */
  enum Security {
    /** It begins in the open and must go on encrypted. */
    STARTTLS(587),
    /** It is encrypted from the beginning. */
    TLS(465),
    /** It is not. */
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    int port() {
      return port;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
