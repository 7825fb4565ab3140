package org.entente.endpoint.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: by a salted hash from which it cannot be had back (PBKDF2 with
 * HMAC-SHA-256). Comparing takes the same time whatever is compared. Immutable.
 */
public final class Password {
  /** The name of its file in the folder of a store. */
  public static final String FILE = "entente.password";

  /** The fewest characters of a password that somebody chooses. */
  public static final int SHORTEST = 12;

  private static final int ROUNDS = 600_000;
  private static final int BITS = 256;
  private static final int SALT = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern LINE =
      Pattern.compile("pbkdf2-sha256\\$(\\d{1,8})\\$([\\w+/=]+)\\$([\\w+/=]+)\\s*");

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 24;

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private Password(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /** Makes one up, of about 118 bits. */
  public static String invent() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  /** Hashes a password. */
  public static Password of(String password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return new Password(ROUNDS, salt, derive(password, salt, ROUNDS));
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IOException when it cannot be read, or is something else
   */
  public static Password read(Path file) throws IOException {
    Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.UTF_8));
    if (!line.matches()) {
      throw new IOException(file + " holds no password of this program");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new Password(
        Integer.parseInt(line.group(1)),
        base64.decode(line.group(2)),
        base64.decode(line.group(3)));
  }

  /**
   * Writes the hash to a new file that its owner alone may read.
   *
   * @throws IOException when the file is there, or cannot be written
   */
  public void write(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Base64.Encoder base64 = Base64.getEncoder();
    Files.writeString(
        file,
        "pbkdf2-sha256$"
            + rounds
            + "$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(hash)
            + "\n",
        StandardOpenOption.WRITE);
  }

  /** Tells whether this is the password; takes some tenths of a second of work. */
  boolean matches(String tried) {
    return MessageDigest.isEqual(hash, derive(tried, salt, rounds));
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      key.clearPassword();
    }
  }
}
