package dev.tributary.connector.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes files with the format's reference implementation. */
final class ParquetFile {
  private final Path path;
  private final MessageType schema;

  ParquetFile(Path path, String columns) {
    this.path = path;
    this.schema = MessageTypeParser.parseMessageType("message rows { " + columns + " }");
  }

  /** One row a consumer, each of which fills a record in. */
  @SafeVarargs
  final void write(UnaryOperator<ExampleParquetWriter.Builder> how, Consumer<Group>... records)
      throws IOException {
    Files.deleteIfExists(path);
    ExampleParquetWriter.Builder plain =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new PlainCodecs())
            .withType(schema);
    try (ParquetWriter<Group> writer = how.apply(plain).build()) {
      for (Consumer<Group> record : records) {
        Group group = new SimpleGroup(schema);
        record.accept(group);
        writer.write(group);
      }
    }
  }
}
