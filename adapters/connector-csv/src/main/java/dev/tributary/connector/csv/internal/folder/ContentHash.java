package dev.tributary.connector.csv.internal.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the beginning of a file, as a chain over blocks of 1 MiB, so that the hash of a file
 * that has grown is continued from the last whole block and not computed anew.
 *
 * @param blocks how many whole blocks the chain covers
 * @param chain the link after the last whole block, in hexadecimal
 * @param value the hash over everything, the rest behind the last whole block included
 */
record ContentHash(long blocks, String chain, String value) {
  private static final int BLOCK = 1 << 20;

  static final ContentHash NOTHING = new ContentHash(0, "", "");

  /** The hash of the first bytes of a file, continued from an earlier one over fewer of them. */
  static ContentHash of(Path file, long length, ContentHash from) throws IOException {
    ContentHash start = from.blocks * BLOCK <= length ? from : NOTHING;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(start.blocks * BLOCK);
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      long blocks = start.blocks;
      String chain = start.chain;
      while ((blocks + 1) * BLOCK <= length && fill(channel, block, BLOCK)) {
        chain = link(chain, block);
        blocks++;
      }
      fill(channel, block, (int) Math.min(BLOCK, length - blocks * BLOCK));
      return new ContentHash(blocks, chain, link(chain, block));
    }
  }

  static String of(byte[] bytes) {
    return link("", ByteBuffer.wrap(bytes));
  }

  private static boolean fill(FileChannel channel, ByteBuffer block, int length)
      throws IOException {
    block.clear().limit(length);
    while (block.hasRemaining()) {
      if (channel.read(block) < 0) {
        block.flip();
        return false;
      }
    }
    block.flip();
    return true;
  }

  private static String link(String chain, ByteBuffer block) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(chain));
    digest.update(block.duplicate());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
