package dev.tributary.api.error;

/**
 * A stable name for one thing that can go wrong. Each module owns one enum that implements this
 * interface, so that an adapter adds codes without touching anything else.
 */
public interface ErrorCode {

  /**
   * The name that dashboards, clients and documents refer to, in upper case with underscores.
   *
   * @return the code, never changed once released
   */
  String name();

  /**
   * Who is at fault.
   *
   * @return the kind
   */
  ErrorKind kind();
}
