package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Panes that keep the different members seen, at most {@value #MOST} in each. */
final class DistinctPanes extends Panes {
  static final int MOST = 10_000;

  private final @Nullable Set<String>[] members;

  DistinctPanes(int slots) {
    super(slots);
    members = emptySets(slots);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Set<String>[] emptySets(int slots) {
    return (Set<String>[]) new Set<?>[slots];
  }

  @Override
  double aggregate(int first, int length) {
    Set<String> all = new HashSet<>();
    for (int index = 0, slot = first; index < length; index++) {
      Set<String> seen = members[slot];
      if (seen != null) {
        all.addAll(seen);
      }
      slot = next(slot);
    }
    return all.size();
  }

  @Override
  void include(int slot, Observation observation) {
    Set<String> seen = at(slot);
    if (seen.size() < MOST) {
      seen.add(observation.member());
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
  void forget(int slot) {
    members[slot] = null;
  }

  @Override
  void join(int slot, Panes other, int otherSlot) {
    Set<String> seen = at(slot);
    for (String member : ((DistinctPanes) other).at(otherSlot)) {
      if (seen.size() < MOST) {
        seen.add(member);
      }
    }
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    Set<String> sorted = new TreeSet<>(at(slot));
    out.writeInt(sorted.size());
    for (String member : sorted) {
      out.writeUTF(member);
    }
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    Set<String> seen = at(slot);
    for (int left = in.readInt(); left > 0; left--) {
      seen.add(in.readUTF());
    }
  }
}
