package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import org.jspecify.annotations.Nullable;

/** What parts of a draft have in common. */
final class Parts {
  private Parts() {}

  /** The table a part mentions; null if it mentions none. */
  static @Nullable Mention table(Part part) {
    Mention mention = part.mention();
    return mention != null && mention.table() ? mention : null;
  }

  /** Whether a part narrows down what is shown. */
  static boolean restricts(Part part) {
    return switch (part) {
      case Part.Context context -> true;
      case Part.Compared compared -> true;
      case Part.Measured measured -> true;
      case Part.Stored stored -> true;
      case Part.Contained contained -> true;
      case Part.Lacking lacking -> true;
      default -> false;
    };
  }
}
