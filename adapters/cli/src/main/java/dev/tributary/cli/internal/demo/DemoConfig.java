package dev.tributary.cli.internal.demo;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a person may choose about the demo.
 *
 * @param folder where everything is written
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param length how long the bank's time runs; null until the process is asked to end
 * @param seed decides about everything that happens at the bank
 * @param version what health says is running
 */
public record DemoConfig(
    Path folder, String host, int port, @Nullable Duration length, long seed, String version) {}
