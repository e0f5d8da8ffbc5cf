package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.Secret;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a store on a server when things go wrong around it. */
class ServerFaultsIT {
  @Test
  void aServerThatIsDownIsSaid() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    fails(
        StoreConfig.postgresql("localhost", free, "db", "u", Secret.of("p")), "cannot be reached");
    fails(StoreConfig.mysql("localhost", free, "db", "u", Secret.of("p")), "cannot be reached");
  }

  @Test
  void aHostThatDoesNotExistIsSaid() {
    fails(
        StoreConfig.postgresql("no-such-host.invalid", 5432, "db", "u", Secret.of("p")),
        "no-such-host.invalid:5432/db cannot be reached");
  }

  @Test
  void aDatabaseThatDoesNotExistIsSaid() throws Exception {
    int port = Servers.postgres().getPort();
    StoreConfig.Server mariaDb = (StoreConfig.Server) Servers.mariaDb();
    StoreConfig.Address missing =
        new StoreConfig.Address("localhost", mariaDb.address().port(), "missing");

    fails(
        StoreConfig.postgresql("localhost", port, "missing", "postgres", Secret.of("x")),
        "has no such database");
    fails(
        new StoreConfig.Server(
            StoreEngine.MYSQL, missing, "app", Secret.of("app"), mariaDb.tuning()),
        "has no such database");
  }

  @Test
  void aWrongPasswordIsSaidWithoutRepeatingIt() throws Exception {
    StoreConfig.Server right = (StoreConfig.Server) Servers.mariaDb();

    fails(
        new StoreConfig.Server(
            StoreEngine.MYSQL, right.address(), "app", Secret.of("hunter2"), right.tuning()),
        "refuses the login");
  }

  @Test
  void aStoreRecoversWhenTheServerComesBack() throws Exception {
    int port = Servers.postgres().getPort();
    try (TcpGate gate = new TcpGate(port);
        CentralStore store =
            CentralStore.open(
                StoreConfig.postgresql(
                    "localhost", gate.port(), "postgres", "postgres", Secret.of("x")),
                InstantSource.system())) {
      assertThat(store.inspector().health().up()).isTrue();

      gate.shut();
      assertThatThrownBy(() -> store.write(transaction -> append(transaction)))
          .isInstanceOfSatisfying(
              PlatformException.class,
              failure -> assertThat(failure.code()).isEqualTo(PlatformError.STORE_UNAVAILABLE));
      assertThat(store.inspector().health().up()).isFalse();

      gate.open();
      long before = store.events().lastId();
      store.write(transaction -> append(transaction));
      assertThat(store.events().lastId()).isEqualTo(before + 1);
    }
  }

  private static boolean append(StoreTransaction transaction) throws java.sql.SQLException {
    transaction.append("back.again", "s1", Map.of());
    return CentralStoreContract.execute(transaction.connection(), "SELECT 1");
  }

  private static void fails(StoreConfig config, String problem) {
    assertThatThrownBy(() -> CentralStore.open(config, InstantSource.system()))
        .hasMessageContaining(problem)
        .hasMessageNotContaining("hunter2")
        .isInstanceOfSatisfying(
            PlatformException.class,
            failure -> assertThat(failure.code()).isEqualTo(PlatformError.STORE_UNAVAILABLE));
  }
}
