package dev.tributary.benchmarks;

import dev.tributary.api.alert.MetricEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Events of 1,000 users, 1,000 a second, in every form that an engine takes, so that none has to
 * convert them. At last each user has one event more, all at the same time, right before a whole
 * minute: every window of every engine then ends with it. Values are quarters, whose sums are exact
 * in any order.
 */
final class Logins {
  static final int USERS = 1000;
  private static final long MINUTE = 60_000;
  private static final long START = 1_800_000_000_000L / MINUTE * MINUTE;

  final String[] users = new String[USERS];
  final int[] user;
  final long[] at;
  final double[] value;
  final MetricEvent[] events;
  final Object[][] tuples;

  Logins(int count) {
    int size = count + USERS;
    user = new int[size];
    at = new long[size];
    value = new double[size];
    events = new MetricEvent[size];
    tuples = new Object[size][];
    Random random = new Random(1);
    List<Map<String, String>> labels = new ArrayList<>();
    for (int index = 0; index < USERS; index++) {
      users[index] = "user-" + index;
      labels.add(Map.of("user", users[index]));
    }
    long end = (START + count) / MINUTE * MINUTE + MINUTE - 1;
    for (int index = 0; index < size; index++) {
      boolean last = index >= count;
      user[index] = last ? index - count : random.nextInt(USERS);
      at[index] = last ? end : START + index;
      value[index] = random.nextInt(400) / 4.0;
      String name = users[user[index]];
      events[index] =
          new MetricEvent(
              "logins", Instant.ofEpochMilli(at[index]), value[index], labels.get(user[index]));
      tuples[index] = new Object[] {name, value[index], at[index]};
    }
  }

  int size() {
    return at.length;
  }

  /** When the windows end that hold the last events. */
  long end() {
    return at[at.length - 1] + 1;
  }
}
