package dev.tributary.channel.smtp;

import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.settings.Secret;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends a notification as one plain text message. Its id is part of {@code Message-ID}, so that
 * mail programs show a repetition once.
 */
final class EmailChannel implements NotificationChannel {
  private final SmtpServer server;
  private final InternetAddress from;
  private final List<InternetAddress> to;

  EmailChannel(SmtpServer server, InternetAddress from, List<InternetAddress> to) {
    this.server = server;
    this.from = from;
    this.to = List.copyOf(to);
  }

  @Override
  public void send(Notification notification) throws MessagingException, Undeliverable {
    Session session = Session.getInstance(server.properties());
    MimeMessage message = new IdentifiedMessage(session, notification.id());
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, to.toArray(Address[]::new));
    message.setSubject(subject(notification), StandardCharsets.UTF_8.name());
    message.setText(text(notification), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(notification.createdAt()));
    try (Transport transport = session.getTransport(server.protocol())) {
      connect(transport);
      message.saveChanges();
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException refused) {
      if (refused.getValidUnsentAddresses() == null
          || refused.getValidUnsentAddresses().length == 0) {
        throw new Undeliverable(
            server.host() + " takes no mail for " + to + ": " + refused.getMessage());
      }
      throw refused;
    }
  }

  private void connect(Transport transport) throws MessagingException {
    if (server.user().isPresent()) {
      String password = server.password().map(Secret::reveal).orElse("");
      transport.connect(server.host(), server.port(), server.user().get(), password);
    } else {
      transport.connect();
    }
  }

  /** A subject is one line. */
  private static String subject(Notification notification) {
    String title = (notification.repeated() ? "still " : "") + notification.title();
    return "[tributary] " + title.replaceAll("\\s+", " ");
  }

  private static String text(Notification notification) {
    return notification.items().stream()
        .map(EmailChannel::paragraph)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String paragraph(Notification.Item item) {
    StringBuilder text = new StringBuilder(item.severity() + " " + item.line());
    text.append("\nat ").append(item.at());
    if (item.activeAt() != null) {
      text.append(", since ").append(item.activeAt());
    }
    for (Map.Entry<String, String> note : item.annotations().entrySet()) {
      text.append('\n').append(note.getKey()).append(": ").append(note.getValue());
    }
    return text.toString();
  }

  /** A message that has the id of its notification. */
  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@tributary>");
    }
  }
}
