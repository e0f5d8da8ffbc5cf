package dev.tributary.cli.internal.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, as the jar's manifest has it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "tributary " + Objects.requireNonNullElse(version, "in development"),
      "Java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }
}
