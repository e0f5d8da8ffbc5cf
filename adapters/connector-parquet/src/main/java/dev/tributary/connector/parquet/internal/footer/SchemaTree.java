package dev.tributary.connector.parquet.internal.footer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The columns of a file, which its footer lists depth first. */
final class SchemaTree {
  /** Records nest by the stack; nobody's data is this deep. */
  private static final int DEEPEST = 64;

  private final List<SchemaElement> elements;
  private final String file;
  private int next;

  SchemaTree(List<SchemaElement> elements, String file) {
    this.elements = elements;
    this.file = file;
  }

  MessageType read() {
    SchemaElement root = take();
    List<Type> columns = children(root, 0);
    if (columns.isEmpty()) {
      throw Broken.because(file, "has no columns", "write it with some");
    }
    return new MessageType(root.getName(), columns);
  }

  private SchemaElement take() {
    if (next >= elements.size()) {
      throw Broken.file(file, "lists fewer columns than it should have");
    }
    return elements.get(next++);
  }

  private List<Type> children(SchemaElement parent, int depth) {
    if (depth > DEEPEST) {
      throw Broken.because(
          file, "has columns nested more than " + DEEPEST + " deep", "write it flatter");
    }
    List<Type> children = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int index = 0; index < parent.getNum_children(); index++) {
      SchemaElement child = take();
      if (!names.add(child.getName())) {
        throw Broken.because(
            file, "has two columns named '" + child.getName() + "'", "rename one of them");
      }
      children.add(type(child, depth + 1));
    }
    return children;
  }

  private Type type(SchemaElement element, int depth) {
    List<Type> children = children(element, depth);
    try {
      Repetition repetition = Repetition.valueOf(element.getRepetition_type().name());
      LogicalTypeAnnotation meaning = Meaning.of(element);
      if (children.isEmpty()) {
        PrimitiveTypeName stored = stored(element.getType());
        Types.PrimitiveBuilder<PrimitiveType> column =
            Types.primitive(stored, repetition).as(meaning);
        return (stored == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
                ? column.length(element.getType_length())
                : column)
            .named(element.getName());
      }
      return Types.buildGroup(repetition)
          .as(meaning)
          .addFields(children.toArray(new Type[0]))
          .named(element.getName());
    } catch (RuntimeException impossible) {
      throw Broken.file(
          file, "declares column '" + element.getName() + "' as no reader understands it");
    }
  }

  private static PrimitiveTypeName stored(org.apache.parquet.format.Type type) {
    return switch (type) {
      case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
      case INT32 -> PrimitiveTypeName.INT32;
      case INT64 -> PrimitiveTypeName.INT64;
      case INT96 -> PrimitiveTypeName.INT96;
      case FLOAT -> PrimitiveTypeName.FLOAT;
      case DOUBLE -> PrimitiveTypeName.DOUBLE;
      case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
      case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
    };
  }
}
