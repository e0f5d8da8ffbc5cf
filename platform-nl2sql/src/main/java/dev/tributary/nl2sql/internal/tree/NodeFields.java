package dev.tributary.nl2sql.internal.tree;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what hangs below a node of the parser's tree straight from its fields. Visitors of the
 * parser leave corners out (the partition of a window, the right side of a JSON operator); fields
 * cannot.
 */
final class NodeFields {
  static final String PARSER = "net.sf.jsqlparser.";
  private static final String SYNTAX = PARSER + "parser.";

  private final Map<Class<?>, List<Field>> known = new ConcurrentHashMap<>();

  List<Field> of(Class<?> type) {
    return known.computeIfAbsent(type, NodeFields::find);
  }

  private static List<Field> find(Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null && c.getName().startsWith(PARSER); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (leadsFurther(field)) {
          field.setAccessible(true);
          found.add(field);
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean leadsFurther(Field field) {
    Class<?> type = field.getType();
    return !Modifier.isStatic(field.getModifiers())
        && !type.isPrimitive()
        && !type.isEnum()
        && type != String.class
        && !type.getName().startsWith(SYNTAX)
        && !field.getName().equals("resolvedTable");
  }
}
