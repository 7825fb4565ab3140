package org.entente.endpoint.guard;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections over the number that one client may hold open, and those whose first request
 * does not arrive in time, however slowly its bytes drip in.
 */
final class Connections implements Connection.Listener {
  private final Limits limits;
  private final Scheduler scheduler;
  private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

  /** Whose each connection is: one that is closed no longer tells its address. */
  private final ConcurrentMap<Connection, String> clients = new ConcurrentHashMap<>();

  /**
   * Makes a listener for a connector.
   *
   * @param limits how many, and how long
   * @param scheduler the connector's
   */
  Connections(Limits limits, Scheduler scheduler) {
    this.limits = limits;
    this.scheduler = scheduler;
  }

  @Override
  public void onOpened(Connection connection) {
    String client = Client.of(connection.getEndPoint().getRemoteSocketAddress());
    clients.put(connection, client);
    int count = open.merge(client, 1, Integer::sum);
    if (count > limits.connectionsEach()) {
      connection.getEndPoint().close();
      return;
    }
    scheduler.schedule(
        () -> {
          if (connection.getMessagesIn() == 0) {
            connection.getEndPoint().close();
          }
        },
        limits.silence().toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void onClosed(Connection connection) {
    String client = clients.remove(connection);
    if (client != null) {
      open.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    }
  }
}
