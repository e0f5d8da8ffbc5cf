package dev.tributary.embedded.internal.ask;

/** What the people who ask look after, as a language model is told it. */
enum Domain {
  /** Nothing in particular. */
  GENERAL(""),
  /** Attempts to get in, and what departs from the usual. */
  SECURITY(
      "Those who ask look after security: attempts to log in, failures, places and devices, and"
          + " whatever departs from the usual. Attempts and the people behind them are counted"
          + " apart."),
  /** What rules ask for. */
  COMPLIANCE(
      "Those who ask look after compliance: who was checked, what is missing or overdue, and what"
          + " broke a rule. Figures do where single people need not be named."),
  /** What may be lost. */
  RISK(
      "Those who ask look after risk: scores, limits and exposures, and how they are spread."
          + " Amounts of different currencies are never added up."),
  /** How the work goes. */
  OPERATIONS(
      "Those who ask look after operations: volumes, delays, failures and what waits to be done,"
          + " and how these go over time.");

  private final String guidance;

  Domain(String guidance) {
    this.guidance = guidance;
  }

  /** What is told of it, followed by what else there is to say. */
  String guidance(String more) {
    return guidance.isEmpty() || more.isBlank() ? guidance + more : guidance + "\n" + more;
  }
}
