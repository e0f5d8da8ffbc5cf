package dev.tributary.connector.parquet.internal.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/** Turns columns that hold records, lists and maps into JSON. Thread-safe. */
final class Nested {
  private static final JsonMapper JSON = new JsonMapper();

  private Nested() {}

  /** The text of a column's value in a record; null if there is none. */
  static @Nullable String text(Group group, int field) {
    Object value = value(group, field);
    try {
      return value == null ? null : JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts, numbers, lists and maps are JSON", impossible);
    }
  }

  private static @Nullable Object value(Group group, int field) {
    int count = group.getFieldRepetitionCount(field);
    if (!group.getType().getType(field).isRepetition(Repetition.REPEATED)) {
      return count == 0 ? null : one(group, field, 0);
    }
    List<@Nullable Object> all = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      all.add(one(group, field, index));
    }
    return all;
  }

  private static @Nullable Object one(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      Object value = Scalars.value(type.asPrimitiveType(), group, field, index);
      return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
    Group inner = group.getGroup(field, index);
    return switch (type.getLogicalTypeAnnotation()) {
      case ListLogicalTypeAnnotation list -> list(inner);
      case MapLogicalTypeAnnotation map when isMap(inner.getType()) -> map(inner);
      case null, default -> members(inner);
    };
  }

  private static Map<String, @Nullable Object> members(Group group) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int field = 0; field < group.getType().getFieldCount(); field++) {
      members.put(group.getType().getFieldName(field), value(group, field));
    }
    return members;
  }

  /** A list is a record of one repeated field, which mostly wraps each element once more. */
  private static @Nullable Object list(Group group) {
    Object elements = value(group, 0);
    if (!(elements instanceof List<?> list) || !wraps(group.getType())) {
      return elements;
    }
    List<@Nullable Object> plain = new ArrayList<>(list.size());
    for (Object element : list) {
      plain.add(
          element instanceof Map<?, ?> wrapped ? wrapped.values().iterator().next() : element);
    }
    return plain;
  }

  /** By the format's rules of compatibility with lists of two levels. */
  private static boolean wraps(GroupType list) {
    Type repeated = list.getType(0);
    return !repeated.isPrimitive()
        && repeated.asGroupType().getFieldCount() == 1
        && !repeated.getName().equals("array")
        && !repeated.getName().equals(list.getName() + "_tuple");
  }

  private static boolean isMap(GroupType map) {
    Type entry = map.getType(0);
    return entry.isRepetition(Repetition.REPEATED)
        && !entry.isPrimitive()
        && entry.asGroupType().getFieldCount() == 2;
  }

  private static Map<String, @Nullable Object> map(Group group) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (int index = 0; index < group.getFieldRepetitionCount(0); index++) {
      Group entry = group.getGroup(0, index);
      entries.put(String.valueOf(value(entry, 0)), value(entry, 1));
    }
    return entries;
  }
}
