package dev.tributary.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ceiling: a loop over arrays of panes that does nothing but what has to be done. */
final class BareWindows implements WindowEngine {
  private final List<Ring> rings = new ArrayList<>();

  BareWindows(int windows) {
    for (int window = 0; window < windows; window++) {
      rings.add(new Ring(LENGTHS.get(window).toMillis() / 60, THRESHOLDS.get(window)));
    }
  }

  @Override
  public void feed(Logins logins) {
    for (int index = 0; index < logins.size(); index++) {
      String user = logins.users[logins.user[index]];
      for (Ring ring : rings) {
        ring.add(user, logins.at[index], logins.value[index]);
      }
    }
    rings.forEach(ring -> ring.advance(logins.end()));
  }

  @Override
  public List<Map<String, Double>> sums() {
    return rings.stream().map(Ring::sums).toList();
  }

  /** One window over all users. */
  private static final class Ring {
    private static final int PANES = 60;
    private static final int LATE = 12;
    private static final int SLOTS = PANES + LATE;

    private final long step;
    private final double threshold;
    private final Map<String, User> byName = new HashMap<>();
    private final List<User> users = new ArrayList<>();
    private long open = Long.MIN_VALUE;
    private long alerts;

    Ring(long step, double threshold) {
      this.step = step;
      this.threshold = threshold;
    }

    void add(String name, long at, double value) {
      advance(at - 10_000);
      User user = byName.get(name);
      if (user == null) {
        user = new User();
        byName.put(name, user);
        users.add(user);
      }
      int slot = (int) (at / step % SLOTS);
      user.sums[slot] += value;
      user.counts[slot]++;
    }

    void advance(long watermark) {
      long pane = watermark / step;
      if (open == Long.MIN_VALUE) {
        open = pane;
      }
      while (open < pane) {
        open++;
        close();
      }
    }

    private void close() {
      int first = (int) ((open - PANES) % SLOTS);
      for (User user : users) {
        double sum = 0;
        long count = 0;
        int slot = first;
        for (int pane = 0; pane < PANES; pane++) {
          sum += user.sums[slot];
          count += user.counts[slot];
          slot = slot + 1 == SLOTS ? 0 : slot + 1;
        }
        user.sums[first] = 0;
        user.counts[first] = 0;
        user.sum = sum;
        user.count = count;
        boolean alert = sum > threshold;
        if (alert != user.alert) {
          user.alert = alert;
          alerts++;
        }
      }
    }

    Map<String, Double> sums() {
      Map<String, Double> sums = new HashMap<>();
      byName.forEach((name, user) -> sums.put(name, user.sum));
      return sums;
    }
  }

  /** One user in one window. */
  private static final class User {
    private final double[] sums = new double[Ring.SLOTS];
    private final long[] counts = new long[Ring.SLOTS];
    private double sum;
    private long count;
    private boolean alert;
  }
}
