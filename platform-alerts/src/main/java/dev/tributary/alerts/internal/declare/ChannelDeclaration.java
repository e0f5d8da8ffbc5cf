package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.ChannelFactory;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Settings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code channels: {ops: {kind: webhook, url: ...}}}. */
public final class ChannelDeclaration {
  private ChannelDeclaration() {}

  /**
   * Reads the channels.
   *
   * @param alerts the section; what is wrong in it is noted there
   * @param factories the kinds that there are
   * @return the channels by name
   */
  public static Map<String, NotificationChannel> read(
      Settings alerts, Collection<ChannelFactory> factories) {
    Settings section = alerts.section("channels");
    Map<String, NotificationChannel> channels = new LinkedHashMap<>();
    for (String name : section.keys()) {
      Settings channel = section.section(name);
      String kind = channel.requiredText("kind");
      Optional<ChannelFactory> factory =
          factories.stream().filter(known -> known.kind().equals(kind)).findFirst();
      if (factory.isPresent()) {
        channels.put(name, factory.get().channel(channel));
      } else if (!kind.isBlank()) {
        List<String> kinds = factories.stream().map(ChannelFactory::kind).sorted().toList();
        channel.keys().forEach(channel::value);
        channel.note(
            "kind",
            "is '" + kind + "'",
            NearestName.of(kind, kinds)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("write one of " + kinds));
      }
    }
    return channels;
  }
}
