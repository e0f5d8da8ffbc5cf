package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.list.NameList;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/** Which functions a query may call. Thread-safe. */
public final class FunctionRules {
  private static final Pattern PARTS = Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])");

  /** What some servers call where a column of a sequence is read. */
  private static final Set<String> SEQUENCES = Set.of("nextval", "currval");

  private final Set<String> listed;
  private final boolean screened;
  private final Set<String> hazards;
  private final Set<String> hazardParts;
  private final Set<String> hazardPrefixes;

  /**
   * Makes the rules.
   *
   * @param section the dialect's section of the list, or {@code generic} for all of them
   * @param added functions that the caller vouches for
   * @param screened whether functions that are not listed pass if nothing in their name is a hazard
   */
  public FunctionRules(String section, Set<String> added, boolean screened) {
    NameList functions = NameList.functions();
    Set<String> all = new HashSet<>(functions.section("common"));
    all.addAll(section.equals("generic") ? functions.all() : functions.section(section));
    added.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    this.listed = Set.copyOf(all);
    this.screened = screened;
    NameList dangerous = NameList.hazards();
    this.hazards = dangerous.section("names");
    this.hazardParts = dangerous.section("parts");
    this.hazardPrefixes = dangerous.section("prefixes");
  }

  /**
   * Insists that a function may be called.
   *
   * @param parts its name, with qualifiers, as written
   * @param position finds where the call stands, if it is refused
   * @return the name to report
   * @throws RefusedException if it may not
   */
  public String insistOn(List<String> parts, IntSupplier position) {
    String written = Names.unquoted(parts.getLast());
    String name = written.toLowerCase(Locale.ROOT);
    if (parts.size() == 1 && listed.contains(name)) {
      return name;
    }
    boolean builtIn = parts.size() == 1 || Names.folded(parts.getFirst()).equals("pg_catalog");
    String full = String.join(".", parts.stream().map(Names::folded).toList());
    if (listed.contains(full) || (builtIn && listed.contains(name))) {
      return full;
    }
    if (isHazard(written, name) || parts.stream().anyMatch(part -> hasHazardPrefix(part))) {
      throw new RefusedException(
          Rule.FUNCTION_HAZARD,
          position.getAsInt(),
          "the function '" + full + "' reaches outside the tables, waits, or uses up the server",
          "leave it out");
    }
    if (screened && parts.size() == 1) {
      return full;
    }
    throw new RefusedException(
        Rule.FUNCTION_UNLISTED,
        position.getAsInt(),
        "the function '" + full + "' is not on the list",
        "use another one, or add it to the gate's functions if it has no side effects");
  }

  /**
   * Insists that a name without brackets calls no hazard, as some servers allow.
   *
   * @param name the folded name of a column
   * @param qualifier the folded name before it, or an empty text
   * @param position finds where it stands, if it is refused
   */
  public void insistOnColumn(String name, String qualifier, IntSupplier position) {
    boolean hazard = hazards.contains(name) && (name.indexOf('_') > 0 || name.startsWith("bfile"));
    hazard |= !qualifier.isEmpty() && SEQUENCES.contains(name);
    if (hazard || qualifier.startsWith("utl_") || qualifier.startsWith("dbms_")) {
      throw new RefusedException(
          Rule.FUNCTION_HAZARD,
          position.getAsInt(),
          "'" + name + "' can call a function",
          "leave it out");
    }
  }

  private boolean isHazard(String written, String name) {
    if (hazards.contains(name)) {
      return true;
    }
    for (String part : PARTS.split(written)) {
      if (hazardParts.contains(part.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasHazardPrefix(String part) {
    String folded = Names.folded(part);
    return hazardPrefixes.stream().anyMatch(folded::startsWith);
  }
}
