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
  private static final MethodType STEP =
      MethodType.methodType(void.class, NodeWalk.class, Object.class);
  private static final MethodType VISIT = MethodType.methodType(void.class, Object.class);
  private static final String SYNTAX = PARSER + "parser.";

  private NodeFields() {}

  /**
   * Makes what visits the fields of a node one after the other. It is one handle for all fields of
   * a class, which the compiler turns into plain loads.
   *
   * @param type the class
   * @return takes a walk and a node
   */
  static MethodHandle visits(Class<?> type) {
    MethodHandle visits = MethodHandles.empty(STEP);
    for (Field field : fields(type).reversed()) {
      visits = MethodHandles.foldArguments(visits, visit(field));
    }
    return visits;
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null && c.getName().startsWith(PARSER); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (leadsFurther(field)) {
          found.add(field);
        }
      }
    }
    return found;
  }

  private static MethodHandle visit(Field field) {
    field.setAccessible(true);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle visit = lookup.findVirtual(NodeWalk.class, "visit", VISIT);
      MethodHandle value = lookup.unreflectGetter(field);
      return MethodHandles.filterArguments(
              visit, 1, value.asType(value.type().changeReturnType(Object.class)))
          .asType(STEP);
    } catch (ReflectiveOperationException e) {
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
