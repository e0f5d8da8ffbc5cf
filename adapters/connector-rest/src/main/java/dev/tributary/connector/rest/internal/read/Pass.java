package dev.tributary.connector.rest.internal.read;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way through the pages: where it begins, and which checkpoints it leaves. */
interface Pass {

  /** The first page to ask for. */
  Place start();

  /** The version of the first page that was read before, null to read it whatever it is. */
  @Nullable String etag();

  /** Parameters of every request. */
  Map<String, String> parameters();

  /** The checkpoint after a page; none to leave the stored one as it is. */
  Optional<State> after(Outcome outcome);
}
