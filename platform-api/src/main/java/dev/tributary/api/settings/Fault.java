package dev.tributary.api.settings;

/**
 * One thing that is wrong with a configuration.
 *
 * @param place the file and the key, such as {@code tributary.yaml: sources[0].settings.folder}
 * @param problem what is wrong there, with the actual value unless it is a secret
 * @param remedy what to do about it
 */
public record Fault(String place, String problem, String remedy) {
  @Override
  public String toString() {
    return place + ": " + problem + "; " + remedy;
  }
}
