package dev.tributary.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the windows of each rule in one hash. A write is one script, however many records it takes:
 * it is done as a whole, and one round trip.
 */
final class RedisWindowStore implements WindowStore {
  private static final String REVISION = "revision";

  /** Fields are removed one by one, and set a thousand at a time, as many as the stack bears. */
  private static final byte[] WRITE =
      bytes(
          """
          local before, removed = ARGV[1], tonumber(ARGV[3])
          if before == '-1' then
            redis.call('DEL', KEYS[1])
          elseif redis.call('HGET', KEYS[1], 'revision') ~= before then
            return 0
          end
          redis.call('HSET', KEYS[1], 'revision', ARGV[2])
          for i = 4, 3 + removed do
            redis.call('HDEL', KEYS[1], ARGV[i])
          end
          for i = 4 + removed, #ARGV, 2000 do
            redis.call('HSET', KEYS[1], unpack(ARGV, i, math.min(i + 1999, #ARGV)))
          end
          return 1
          """);

  private final Commands commands;
  private final String prefix;

  RedisWindowStore(Commands commands, String prefix) {
    this.commands = commands;
    this.prefix = prefix;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public WindowState read(String rule) {
    Map<byte[], byte[]> fields = commands.run(redis -> redis.hgetAll(key(rule)));
    long revision = WindowState.NONE;
    List<WindowRecord> records = new ArrayList<>(fields.size());
    for (Map.Entry<byte[], byte[]> field : fields.entrySet()) {
      String name = new String(field.getKey(), UTF_8);
      if (name.equals(REVISION)) {
        revision = Long.parseLong(new String(field.getValue(), UTF_8));
      } else {
        records.add(record(name, field.getValue()));
      }
    }
    return new WindowState(revision, records);
  }

  private static WindowRecord record(String name, byte[] state) {
    int dot = name.indexOf('.');
    return new WindowRecord(
        Long.parseLong(name.substring(0, dot)), Integer.parseInt(name.substring(dot + 1)), state);
  }

  @Override
  public boolean write(String rule, WindowChanges changes) {
    List<byte[]> removed = new ArrayList<>();
    List<byte[]> set = new ArrayList<>();
    for (WindowRecord record : changes.records()) {
      byte[] field = bytes(record.series() + "." + record.part());
      if (record.state().length == 0) {
        removed.add(field);
      } else {
        set.add(field);
        set.add(record.state());
      }
    }
    List<byte[]> arguments = new ArrayList<>(3 + removed.size() + set.size());
    arguments.add(bytes(String.valueOf(changes.before())));
    arguments.add(bytes(String.valueOf(changes.revision())));
    arguments.add(bytes(String.valueOf(removed.size())));
    arguments.addAll(removed);
    arguments.addAll(set);
    List<byte[]> keys = List.of(key(rule));
    return commands.run(redis -> redis.eval(WRITE, keys, arguments)).equals(1L);
  }

  @Override
  public void drop(String rule) {
    commands.run(redis -> redis.del(key(rule)));
  }

  private byte[] key(String rule) {
    return bytes(prefix + "windows:" + rule);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Override
  public void close() {}
}
