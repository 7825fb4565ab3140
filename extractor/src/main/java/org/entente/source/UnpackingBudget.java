package org.entente.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What may come out of an archive, with all the archives in it, by what goes in: so that a small
 * file that was made to unpack to a huge one is noticed before it has taken time or memory.
 */
public final class UnpackingBudget {
  /** How deep archives may be in one another. */
  public static final int DEPTH = 5;

  /** How many bytes may come out for each that goes in. Text is packed to a third or a tenth. */
  static final long RATIO = 200;

  /** What may come out in any case, in bytes. */
  static final long FREE = 32 << 20;

  private long packed;
  private long unpacked;

  /** Too much came out. */
  public static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;

    Exceeded() {
      super("unpacks to more than " + RATIO + " times its size, as no text does");
    }
  }

  /** Counts what is read of the file itself. */
  public InputStream packed(InputStream stream) {
    return new Counting(stream) {
      @Override
      void count(long bytes) {
        packed += bytes;
      }
    };
  }

  /** Counts what comes out; throws {@link Exceeded} when it is too much. */
  InputStream unpacked(InputStream stream) {
    return new Counting(stream) {
      @Override
      void count(long bytes) throws IOException {
        unpacked += bytes;
        if (unpacked > FREE && unpacked / RATIO > packed) {
          throw new Exceeded();
        }
      }
    };
  }

  private abstract static class Counting extends FilterInputStream {
    Counting(InputStream stream) {
      super(stream);
    }

    abstract void count(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
