package dev.tributary.channel.smtp;

import dev.tributary.api.settings.Secret;
import java.util.Optional;
import java.util.Properties;

/** A server that takes mail. */
record SmtpServer(
    String host,
    int port,
    EmailChannelFactory.Security security,
    Optional<String> user,
    Optional<Secret> password) {
  private static final String TIMEOUT_MILLIS = "10000";

  /** The name of the transport. */
  String protocol() {
    return security == EmailChannelFactory.Security.TLS ? "smtps" : "smtp";
  }

  /** The settings of a session; every wait has an end, and names of certificates are checked. */
  Properties properties() {
    String prefix = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty(prefix + "host", host);
    properties.setProperty(prefix + "port", Integer.toString(port));
    properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (user.isPresent()) {
      properties.setProperty(prefix + "auth", "true");
    }
    if (security == EmailChannelFactory.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    return properties;
  }
}
