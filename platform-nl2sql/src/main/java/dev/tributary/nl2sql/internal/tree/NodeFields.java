package dev.tributary.nl2sql.internal.tree;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what hangs below a node of the parser's tree straight from its fields. Visitors of the
 * parser leave corners out (the partition of a window, the right side of a JSON operator); fields
 * cannot.
 */
final class NodeFields {
  static final String PARSER = "net.sf.jsqlparser.";
  private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);
  private static final String SYNTAX = PARSER + "parser.";

  private NodeFields() {}

  static List<MethodHandle> of(Class<?> type) {
    List<MethodHandle> found = new ArrayList<>();
    for (Class<?> c = type; c != null && c.getName().startsWith(PARSER); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (leadsFurther(field)) {
          found.add(getter(field));
        }
      }
    }
    return List.copyOf(found);
  }

  private static MethodHandle getter(Field field) {
    field.setAccessible(true);
    try {
      return MethodHandles.lookup().unreflectGetter(field).asType(ANY);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("field " + field + " is closed to the gate", e);
    }
  }

  private static boolean leadsFurther(Field field) {
    Class<?> type = field.getType();
    return !Modifier.isStatic(field.getModifiers())
        && !type.isPrimitive()
        && !type.isEnum()
        && type != String.class
        && !field.getGenericType().getTypeName().equals("java.util.List<java.lang.String>")
        && !type.getName().startsWith(SYNTAX)
        && !field.getName().equals("resolvedTable");
  }
}
