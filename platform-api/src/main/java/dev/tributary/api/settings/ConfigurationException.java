package dev.tributary.api.settings;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.util.List;
import java.util.stream.Collectors;

/** Says everything that is wrong with a configuration at once. */
public final class ConfigurationException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * Makes an exception of what was found.
   *
   * @param faults at least one fault
   */
  public ConfigurationException(List<Fault> faults) {
    super(PlatformError.INVALID_CONFIGURATION, describe(faults));
    this.faults = List.copyOf(faults);
  }

  /**
   * Everything that is wrong.
   *
   * @return the faults in the order of the configuration
   */
  public List<Fault> faults() {
    return faults;
  }

  private static String describe(List<Fault> faults) {
    return faults.stream()
        .map(fault -> System.lineSeparator() + "  - " + fault)
        .collect(Collectors.joining("", faults.size() + " configuration fault(s):", ""));
  }
}
