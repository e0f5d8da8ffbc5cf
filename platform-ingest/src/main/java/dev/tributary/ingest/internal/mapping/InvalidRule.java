package dev.tributary.ingest.internal.mapping;

/** A rule that cannot be compiled. Thrown while a configuration is read, never while rows are. */
final class InvalidRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String remedy;

  InvalidRule(String key, String problem, String remedy) {
    super(problem);
    this.key = key;
    this.remedy = remedy;
  }

  String key() {
    return key;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
