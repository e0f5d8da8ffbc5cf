package dev.tributary.alerts.internal.channel;

import dev.tributary.api.alert.ChannelFactory;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.settings.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes a line to the log for each alert. */
public final class LogChannel implements NotificationChannel {
  private static final Logger LOG = System.getLogger("dev.tributary.alerts");

  private LogChannel() {}

  /** Makes such channels, for {@code kind: log}. */
  public static final class Factory implements ChannelFactory {
    /** Makes the factory. */
    public Factory() {}

    @Override
    public String kind() {
      return "log";
    }

    @Override
    public NotificationChannel channel(Settings settings) {
      return new LogChannel();
    }
  }

  @Override
  public void send(Notification notification) {
    for (Notification.Item item : notification.items()) {
      boolean grave = item.state().active() && item.severity() != Severity.INFO;
      LOG.log(grave ? Level.WARNING : Level.INFO, item.severity() + " " + item.advice());
    }
  }
}
