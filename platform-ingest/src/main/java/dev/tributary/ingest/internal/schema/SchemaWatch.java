package dev.tributary.ingest.internal.schema;

import dev.tributary.api.connector.SourceSchema;
import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.config.SchemaChangePolicy;
import dev.tributary.ingest.internal.ledger.SchemaLedger.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares what a source looks like with what it looked like before. Not thread-safe.
 *
 * <p>Shapes are compared as sets of columns. The base is the newest accepted version. A version
 * that was quarantined or paused for stays pending until an operator accepts it; meeting it again
 * is not another change.
 */
public final class SchemaWatch {
  private final SchemaChangePolicy policy;
  private final List<Known> known = new ArrayList<>();
  private int last;

  /**
   * Makes a watch.
   *
   * @param policy what to do about each class of change
   * @param versions the versions so far, oldest first
   */
  public SchemaWatch(SchemaChangePolicy policy, List<Version> versions) {
    this.policy = policy;
    for (Version version : versions) {
      known.add(new Known(Shape.parse(version.columns()), version.accepted()));
      last = Math.max(last, version.number());
    }
  }

  /** A shape met before. */
  private record Known(Shape shape, boolean accepted) {}

  /**
   * Looks at the shape of a batch.
   *
   * @param schema the shape
   * @param sideBySide how far shapes may differ without being a change
   * @return what to do; a version in it counts as known from now on
   */
  public SchemaVerdict met(SourceSchema schema, SideBySide sideBySide) {
    Shape shape = Shape.of(schema);
    if (known.isEmpty()) {
      return new SchemaVerdict(SchemaAction.IGNORE, List.of(), learn(shape, true));
    }
    Shape base = base(sideBySide);
    Shape compared = sideBySide == SideBySide.MEMBERS ? base.union(shape) : shape;
    List<SchemaChange> changes = SchemaChange.between(base, compared);
    if (changes.isEmpty() || isKnown(shape, true, sideBySide)) {
      return new SchemaVerdict(SchemaAction.IGNORE, List.of(), null);
    }
    SchemaAction action =
        changes.stream()
            .map(change -> change.kind().action(policy))
            .max(Comparator.comparingInt(SchemaWatch::severity))
            .orElseThrow();
    boolean accepted = severity(action) <= severity(SchemaAction.EVOLVE);
    if (!accepted && isPending(compared)) {
      return new SchemaVerdict(action, changes, null);
    }
    return new SchemaVerdict(action, changes, learn(compared, accepted));
  }

  private Shape base(SideBySide sideBySide) {
    List<Shape> accepted = known.stream().filter(Known::accepted).map(Known::shape).toList();
    if (accepted.isEmpty()) {
      return known.getFirst().shape();
    }
    return sideBySide == SideBySide.MEMBERS
        ? accepted.stream().reduce(accepted.getFirst(), Shape::union)
        : accepted.getLast();
  }

  private boolean isKnown(Shape shape, boolean accepted, SideBySide sideBySide) {
    return sideBySide == SideBySide.SHAPES
        && known.stream().anyMatch(k -> k.accepted() == accepted && k.shape().equals(shape));
  }

  private boolean isPending(Shape shape) {
    return known.stream().anyMatch(k -> !k.accepted() && k.shape().equals(shape));
  }

  private Version learn(Shape shape, boolean accepted) {
    known.add(new Known(shape, accepted));
    last++;
    return new Version(last, shape.json(), accepted);
  }

  private static int severity(SchemaAction action) {
    return switch (action) {
      case IGNORE -> 0;
      case EVOLVE -> 1;
      case QUARANTINE -> 2;
      case PAUSE -> 3;
    };
  }
}
