package dev.tributary.cli.internal.demo.bank;

import java.util.List;

/** Names as people in a data center's country may have. */
final class Names {
  private Names() {}

  static List<String> first(Center center) {
    return switch (center) {
      case FRA -> List.of("Anna", "Jonas", "Mia", "Felix", "Lena", "Paul", "Emma", "Lukas");
      case NYC -> List.of("Olivia", "Liam", "Ava", "Noah", "Sophia", "Mason", "Grace", "Ethan");
      case SGP -> List.of("Wei", "Siti", "Arjun", "Mei", "Kumar", "Hui", "Nur", "Jia");
    };
  }

  static List<String> last(Center center) {
    return switch (center) {
      case FRA -> List.of("Schmidt", "Weber", "Krüger", "Fischer", "Wagner", "Bäcker", "Koch");
      case NYC -> List.of("Smith", "Johnson", "Brown", "O'Neil", "Davis", "Miller", "Moore");
      case SGP -> List.of("Tan", "Lim", "Lee", "Ng", "Wong", "Goh", "Rahman", "Nair");
    };
  }
}
