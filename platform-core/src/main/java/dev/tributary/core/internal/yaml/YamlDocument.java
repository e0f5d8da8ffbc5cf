package dev.tributary.core.internal.yaml;

import dev.tributary.api.settings.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML file says.
 *
 * @param values texts, lists and maps; null where nothing stands
 * @param lines the line of each key, by its path such as {@code sources[0].every}
 * @param faults what is wrong with the file itself
 */
public record YamlDocument(
    Map<String, @Nullable Object> values, Map<String, Integer> lines, List<Fault> faults) {}
