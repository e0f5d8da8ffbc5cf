package dev.tributary.api.alert;

/** Who declared a rule. */
public enum RuleOrigin {
  /** The platform itself. */
  BUILT_IN,
  /** The configuration, or code that set the platform up; it is set anew at each start. */
  CONFIGURATION,
  /** Somebody, while the platform runs. */
  API
}
