package org.entente.cli;

import java.io.Closeable;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long task is; close it to end the display. Safe for use by several threads. */
abstract class Progress implements Closeable {
  /** Tells that so many of the known number of items are done. */
  abstract void update(long done, long known);

  @Override
  public abstract void close();

  /** Returns a display that shows nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      void update(long done, long known) {}

      @Override
      public void close() {}
    };
  }

  /** Returns a bar on the terminal behind standard error. */
  static Progress bar(String task) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed()
            .build();
    return new Progress() {
      @Override
      synchronized void update(long done, long known) {
        bar.maxHint(known);
        bar.stepTo(done);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }

  /** Returns a display that prints a line each time the count has doubled, from 1,000 on. */
  static Progress lines(String task, Console console) {
    return new Progress() {
      private long next = 1000;

      @Override
      synchronized void update(long done, long known) {
        if (done >= next) {
          console.stage(String.format(Locale.ROOT, "%s: %,d so far", task, done));
          while (next <= done) {
            next *= 2;
          }
        }
      }

      @Override
      public void close() {}
    };
  }
}
