package dev.tributary.ingest.internal.schema;

import dev.tributary.api.connector.SourcePosition;

/** How far rows of different shape may stand side by side in one source. */
public enum SideBySide {
  /** Not at all: a table has one shape at a time. */
  NONE,
  /** Files: a shape that was met before is no change. */
  SHAPES,
  /** Documents: members come and go, only those never met before are a change. */
  MEMBERS;

  /**
   * Tells by where rows stand.
   *
   * @param position the position of a row
   * @return how far
   */
  public static SideBySide of(SourcePosition position) {
    return switch (position) {
      case SourcePosition.AtKey key -> NONE;
      case SourcePosition.InFile file -> SHAPES;
      case SourcePosition.InDocument document -> MEMBERS;
    };
  }
}
