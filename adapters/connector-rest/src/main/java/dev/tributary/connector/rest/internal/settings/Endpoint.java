package dev.tributary.connector.rest.internal.settings;

import java.net.URI;
import java.util.Map;

/**
 * What is asked, and with which headers.
 *
 * @param url the address without parameters of paging
 * @param headers the headers of every request; values may be secret
 */
public record Endpoint(URI url, Map<String, String> headers) {

  /**
   * What messages call the endpoint: neither parameters nor headers, which may be secret.
   *
   * @return scheme, host and path
   */
  public String place() {
    return place(url);
  }

  /**
   * What messages call an address.
   *
   * @param address any address
   * @return its scheme, host and path
   */
  public static String place(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
  }

  @Override
  public String toString() {
    return place();
  }
}
