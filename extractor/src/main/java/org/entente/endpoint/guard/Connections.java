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
    int count = open.merge(client(connection), 1, Integer::sum);
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
    open.computeIfPresent(client(connection), (name, count) -> count == 1 ? null : count - 1);
  }

  private static String client(Connection connection) {
    return Client.of(connection.getEndPoint().getRemoteSocketAddress());
  }
}
