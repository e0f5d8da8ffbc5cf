package dev.tributary.ingest.internal.binding;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.Settings;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.RetentionConfig;
import dev.tributary.ingest.config.SourceConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads everything collection is told. */
public final class IngestBinding {
  private final Settings root;
  private final Path baseDir;
  private final Map<String, ConnectorFactory> kinds = new LinkedHashMap<>();
  private final Map<String, Dataset> datasets = new LinkedHashMap<>();

  /**
   * Makes a binding.
   *
   * @param root the configuration
   * @param baseDir the folder that relative paths start from
   * @param canonical datasets that need no declaration
   * @param factories the kinds of sources there are
   */
  public IngestBinding(
      Settings root, Path baseDir, List<Dataset> canonical, List<ConnectorFactory> factories) {
    this.root = root;
    this.baseDir = baseDir;
    canonical.forEach(dataset -> datasets.put(dataset.name(), dataset));
    factories.forEach(factory -> kinds.put(factory.kind(), factory));
  }

  /**
   * Reads, and notes what is wrong in the settings. Nothing is thrown: whoever read the rest of the
   * configuration verifies it as a whole.
   *
   * @return what was read; of use only if no fault was noted
   */
  public IngestConfig read() {
    new DatasetBinding(root, List.copyOf(datasets.values()))
        .read()
        .forEach(dataset -> datasets.put(dataset.name(), dataset));
    IngestConfig.Builder config =
        IngestConfig.builder(path(root.text("data_dir", "tributary-data")))
            .baseDir(baseDir)
            .datasets(List.copyOf(datasets.values()))
            .fileRoots(root.section("files").texts("roots").stream().map(this::path).toList())
            .allowedHosts(root.section("network").texts("allow"))
            .freshnessEvery(freshnessEvery())
            .retention(retention(root.section("retention")))
            .maxUploadBytes(root.section("uploads").bytes("max_file", 1L << 30));
    Set<String> centers = dataCenters(config);
    sources(config, centers);
    return config.build();
  }

  private Duration freshnessEvery() {
    Settings section = root.section("freshness");
    Duration every = section.duration("check_every", Duration.ofSeconds(5));
    if (every.isZero()) {
      section.note("check_every", "is zero", "write an interval such as 5s");
    }
    return every;
  }

  private static RetentionConfig retention(Settings section) {
    RetentionConfig defaults = RetentionConfig.DEFAULT;
    return new RetentionConfig(
        section.duration("runs", defaults.runs()),
        section.duration("uploads", defaults.uploads()),
        section.duration("settled", defaults.settled()));
  }

  private Set<String> dataCenters(IngestConfig.Builder config) {
    Set<String> ids = new LinkedHashSet<>();
    for (Settings section : root.sections("data_centers")) {
      String id = section.requiredText("id");
      if (!id.isBlank() && !SourceConfig.isId(id)) {
        section.note(
            "id", "is '" + id + "'", "use lower case letters, digits, dashes, dots, underscores");
      } else if (!ids.add(id)) {
        section.note("id", "is '" + id + "', which another data center has", "choose another id");
      }
      config.dataCenter(new DataCenterConfig(id, section.text("name", id)));
    }
    return ids;
  }

  private void sources(IngestConfig.Builder config, Set<String> centers) {
    Set<String> ids = new LinkedHashSet<>();
    List<SourceConfig> found = new ArrayList<>();
    for (Settings section : root.sections("sources")) {
      new SourceBinding(section, datasets, kinds).read(centers).ifPresent(found::add);
      String id = section.text("id", "");
      if (!id.isBlank() && !ids.add(id)) {
        section.note("id", "is '" + id + "', which another source has", "choose another id");
      }
    }
    found.forEach(config::source);
  }

  private Path path(String written) {
    try {
      return baseDir.resolve(written);
    } catch (InvalidPathException invalid) {
      root.note("data_dir", "is '" + written + "', no path", "write a path");
      return baseDir;
    }
  }
}
