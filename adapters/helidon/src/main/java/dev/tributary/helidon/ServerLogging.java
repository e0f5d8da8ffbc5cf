package dev.tributary.helidon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * How the process logs: one place for everything that the platform, the server and the libraries
 * say, each line of a request with its id.
 */
public final class ServerLogging {
  private static final String PATTERN =
      "%d{HH:mm:ss.SSS} %-5level %-34.-34logger{34} %replace([%X{request_id}] ){'\\[\\] ', ''}%msg%n";

  private ServerLogging() {}

  /** How a log line looks. */
  public enum Format {
    /** For people. */
    TEXT,
    /** One JSON object a line, for machines. */
    JSON
  }

  /**
   * Sends everything that is logged to standard error. Call it first thing in the process, before
   * the first line is logged; calling it again changes the format.
   *
   * @param format how a line looks
   * @param verbose whether to show debug lines of the platform too
   */
  public static void install(Format format, boolean verbose) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(format, context));
    appender.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("dev.tributary").setLevel(verbose ? Level.DEBUG : Level.INFO);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static Encoder<ILoggingEvent> encoder(Format format, LoggerContext context) {
    if (format == Format.JSON) {
      JsonLines lines = new JsonLines();
      lines.setContext(context);
      lines.start();
      return lines;
    }
    PatternLayoutEncoder pattern = new PatternLayoutEncoder();
    pattern.setContext(context);
    pattern.setPattern(PATTERN);
    pattern.start();
    return pattern;
  }
}
