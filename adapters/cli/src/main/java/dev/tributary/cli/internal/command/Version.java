package dev.tributary.cli.internal.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, as the jar's manifest has it. */
final class Version implements IVersionProvider {
  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "in development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "tributary " + number(), "Java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }
}
