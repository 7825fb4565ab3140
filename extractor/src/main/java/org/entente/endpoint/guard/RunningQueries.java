package org.entente.endpoint.guard;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries that run, each on a thread of its own. Where the memory that is left after a garbage
 * collection gets short, the one that has allocated most is stopped. Thread-safe.
 */
public final class RunningQueries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningQueries.class);

  /** The part of the memory that may be in use after a collection. */
  private static final double FULL = 0.85;

  /** The part of the memory for what lasts that may be in use after a collection of all. */
  private static final double LASTING = 0.75;

  /** The part of it from which on a collection of all looks what of it really lasts. */
  private static final double LOOK = 0.5;

  /** How much more of it is in use before a collection of all looks again. */
  private static final double STEP = 0.1;

  /** The part of the memory that a query must have allocated to be stopped. */
  private static final double MUCH = 0.1;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** How long a query that was stopped has for ending before another is stopped too. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private long lastStop;

  /** The part that lasted at the last collection of all; used by the thread of notifications. */
  private double lastWhole;

  private final Map<Thread, Execution> executions = new ConcurrentHashMap<>();
  private final NotificationListener listener = this::collected;

  /** A query with the bytes that its thread had allocated before it, and whether it was stopped. */
  private static final class Execution {
    private final QueryExec query;
    private final long before;
    private volatile boolean stopped;

    Execution(QueryExec query, long before) {
      this.query = query;
      this.before = before;
    }
  }

  /** Begins to watch the memory. */
  public RunningQueries() {
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
    }
  }

  /** The present thread begins a query. */
  void begin(QueryExec query) {
    Thread thread = Thread.currentThread();
    executions.put(thread, new Execution(query, allocated(thread)));
  }

  /** The present thread has ended its query, if it had begun one. */
  void end() {
    executions.remove(Thread.currentThread());
  }

  /** Tells whether the query of the present thread was stopped because memory was short. */
  boolean isShort() {
    Execution execution = executions.get(Thread.currentThread());
    return execution != null && execution.stopped;
  }

  /** Tells whether the query of the present thread was stopped, for whichever reason. */
  boolean isStopped() {
    Execution execution = executions.get(Thread.currentThread());
    return execution != null && Context.getCancelSignal(execution.query.getContext()).get();
  }

  private void collected(Notification notification, Object handback) {
    if (!notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    var collection =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    Map<String, MemoryUsage> after = collection.getGcInfo().getMemoryUsageAfterGc();
    boolean whole = collection.getGcAction().equals("end of major GC");
    boolean asked = collection.getGcCause().equals("System.gc()");
    long used = 0;
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = after.get(pool.getName());
      if (pool.getType() == MemoryType.HEAP && usage != null) {
        used += usage.getUsed();
        // Only the generation of what lasts has such a threshold.
        if (pool.isUsageThresholdSupported() && usage.getMax() > 0) {
          if (whole) {
            lasts(usage);
          } else if (!asked) { // one of all comes at once behind one that was asked for
            look(usage);
          }
        }
      }
    }
    if (used > FULL * Runtime.getRuntime().maxMemory()) {
      stopLargest();
    }
  }

  private void lasts(MemoryUsage usage) {
    lastWhole = part(usage);
    if (lastWhole > LASTING) {
      stopLargest();
    }
  }

  /**
   * Collects all where much may last: a collection of all that comes of itself comes when there is
   * no room left even for stopping a query.
   */
  private void look(MemoryUsage usage) {
    if (part(usage) > Math.max(LOOK, lastWhole + STEP) && isMuchTaken()) {
      System.gc();
    }
  }

  private static double part(MemoryUsage usage) {
    return (double) usage.getUsed() / usage.getMax();
  }

  private boolean isMuchTaken() {
    return executions.entrySet().stream().anyMatch(RunningQueries::isMuch);
  }

  /** A query that has allocated little holds nothing whose end would help. */
  private static boolean isMuch(Map.Entry<Thread, Execution> query) {
    return taken(query) > MUCH * Runtime.getRuntime().maxMemory();
  }

  private static long taken(Map.Entry<Thread, Execution> query) {
    return allocated(query.getKey()) - query.getValue().before;
  }

  private synchronized void stopLargest() {
    long now = System.nanoTime();
    boolean ending = executions.values().stream().anyMatch(execution -> execution.stopped);
    if (ending && now - lastStop < GRACE.toNanos()) {
      return; // what it holds is free only when it has ended
    }
    lastStop = now;
    executions.entrySet().stream()
        .filter(entry -> !entry.getValue().stopped)
        .filter(RunningQueries::isMuch)
        .max(Comparator.comparingLong(RunningQueries::taken))
        .map(Map.Entry::getValue)
        .ifPresent(
            execution -> {
              execution.stopped = true;
              execution.query.abort();
              LOG.warn("Memory is short: stopped the query that takes most of it");
            });
  }

  private static long allocated(Thread thread) {
    return THREADS.getThreadAllocatedBytes(thread.getId());
  }

  /** Ends the watch, and stops the queries that run. */
  @Override
  public void close() {
    executions.values().forEach(execution -> execution.query.abort());
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      try {
        ((NotificationEmitter) collector).removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
