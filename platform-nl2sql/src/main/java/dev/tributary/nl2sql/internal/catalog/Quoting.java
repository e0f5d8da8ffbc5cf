package dev.tributary.nl2sql.internal.catalog;

/** Writes names so that the engine takes them as they are. */
record Quoting(String mark) {
  String name(String name) {
    return mark + name.replace(mark, mark + mark) + mark;
  }
}
