package dev.tributary.api.alert;

import dev.tributary.api.settings.Settings;

/** Makes the channels of one kind. Thread-safe. */
public interface ChannelFactory {

  /**
   * The kind.
   *
   * @return such as {@code webhook}
   */
  String kind();

  /**
   * Makes a channel.
   *
   * @param settings what the configuration says of it; what is wrong in it is to be noted there
   * @return the channel; one that was made of faulty settings is never used
   */
  NotificationChannel channel(Settings settings);
}
