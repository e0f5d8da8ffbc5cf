package dev.tributary.http.internal.alert;

import org.jspecify.annotations.Nullable;

/** What became of an event: its place among those handed in, and why it was refused. */
record EventResultAnswer(
    long index, boolean taken, @Nullable String code, @Nullable String message) {

  static EventResultAnswer taken(long index) {
    return new EventResultAnswer(index, true, null, null);
  }

  static EventResultAnswer refused(long index, String code, String message) {
    return new EventResultAnswer(index, false, code, message);
  }
}
