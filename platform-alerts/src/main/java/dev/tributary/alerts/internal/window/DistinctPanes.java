package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Panes that keep the different members seen, at most {@value #MOST} in each. */
final class DistinctPanes extends Panes {
  static final int MOST = 10_000;

  private final String label;
  private final @Nullable Set<String>[] members;

  /** In how many panes of the window each member is. */
  private final Map<String, Integer> window = new HashMap<>();

  DistinctPanes(int slots, String label) {
    super(slots);
    this.label = label;
    members = emptySets(slots);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Set<String>[] emptySets(int slots) {
    return (Set<String>[]) new Set<?>[slots];
  }

  @Override
  double value(Stride stride) {
    return window.size();
  }

  @Override
  void include(int slot, MetricEvent event) {
    include(slot, event.labels().getOrDefault(label, ""));
  }

  private void include(int slot, String member) {
    Set<String> seen = at(slot);
    if (seen.size() < MOST) {
      seen.add(member);
    }
  }

  private Set<String> at(int slot) {
    Set<String> seen = members[slot];
    if (seen == null) {
      seen = new HashSet<>();
      members[slot] = seen;
    }
    return seen;
  }

  @Override
  void join(Stride stride) {
    resume(stride.newest(), true);
  }

  @Override
  void resume(int slot, boolean turned) {
    Set<String> seen = members[slot];
    if (seen != null) {
      seen.forEach(member -> window.merge(member, 1, Integer::sum));
    }
  }

  @Override
  boolean unused(int slot) {
    return members[slot] == null;
  }

  @Override
  void forget(int slot) {
    Set<String> seen = members[slot];
    if (seen != null) {
      seen.forEach(member ->
          window.computeIfPresent(member, (same, panes) -> panes == 1 ? null : panes - 1));
      members[slot] = null;
    }
  }

  @Override
  void merge(Panes other) {
    ((DistinctPanes) other).at(0).forEach(member -> include(0, member));
  }

  @Override
  void save(int slot, DataOutput out) throws IOException {
    super.save(slot, out);
    Set<String> sorted = new TreeSet<>(at(slot));
    out.writeInt(sorted.size());
    for (String member : sorted) {
      Texts.write(member, out);
    }
  }

  @Override
  void restore(int slot, DataInput in) throws IOException {
    super.restore(slot, in);
    Set<String> seen = at(slot);
    for (int left = in.readInt(); left > 0; left--) {
      seen.add(Texts.read(in));
    }
  }
}
