package dev.tributary.alerts.internal.engine;

/** Another worker has taken over. */
final class Fenced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Fenced(String worker) {
    super("worker " + worker + " evaluates no longer: another one has taken over");
  }
}
