package dev.tributary.ingest.internal.source;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that connectors may talk to: all but link-local and cloud metadata addresses. */
public final class HostPolicy {
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254", "168.63.129.16");

  private final Set<String> allowed;

  /**
   * Makes a policy.
   *
   * @param allowed hosts that are exempt
   */
  public HostPolicy(List<String> allowed) {
    this.allowed = allowed.stream().map(HostPolicy::folded).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Makes sure that a host may be talked to.
   *
   * @param host a name or an address
   * @throws ConnectorException if it may not, or cannot be resolved
   */
  public void require(String host) {
    if (allowed.contains(folded(host))) {
      return;
    }
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw new ConnectorException(
          ConnectorError.UNREACHABLE,
          "host '" + host + "' cannot be resolved; check its name and the network",
          unknown);
    }
    for (InetAddress address : addresses) {
      if (address.isLinkLocalAddress()
          || address.isAnyLocalAddress()
          || address.isMulticastAddress()
          || METADATA.contains(address.getHostAddress())) {
        throw new ConnectorException(
            ConnectorError.DENIED,
            "host '%s' has the address %s, which is denied; if it is really meant, add it to network.allow"
                .formatted(host, address.getHostAddress()));
      }
    }
  }

  private static String folded(String host) {
    return host.strip().toLowerCase(Locale.ROOT);
  }
}
