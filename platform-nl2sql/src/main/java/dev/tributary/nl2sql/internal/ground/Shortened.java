package dev.tributary.nl2sql.internal.ground;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words cut short in the names of a schema that is sparing of letters: plnt is plant, fam is
 * family. A schema is that if several of its words have no vowel. Immutable.
 */
final class Shortened {
  private static final int SPARING = 3;
  private static final int CUT = 2;

  private final List<String> bare;
  private final List<String> beginnings;

  /** Looks for words cut short among the stems of all names. */
  Shortened(Set<String> stems) {
    this.bare =
        stems.stream().filter(stem -> stem.matches("[b-df-hj-np-tv-xz]{3,}")).sorted().toList();
    this.beginnings =
        bare.size() < SPARING
            ? List.of()
            : stems.stream().filter(stem -> stem.matches("[a-z]{3,5}")).sorted().toList();
  }

  /** The one word cut short that a stem may be the whole of. */
  Optional<String> of(String stem) {
    List<String> found = bare.stream().filter(each -> within(each, stem)).toList();
    if (found.isEmpty()) {
      found =
          beginnings.stream()
              .filter(each -> stem.startsWith(each) && stem.length() >= each.length() + CUT)
              .toList();
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Whether the letters of one word are among those of another, in their order. */
  private static boolean within(String bare, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < bare.length(); i++) {
      if (whole.charAt(i) == bare.charAt(at)) {
        at++;
      } else if (i == 0) {
        return false;
      }
    }
    return at == bare.length() && whole.length() > bare.length();
  }
}
