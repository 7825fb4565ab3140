package org.entente.endpoint.documents;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.endpoint.guard.Client;
import org.entente.endpoint.guard.Refusal;

/**
 * Lets those in who bring the password in the header {@code Authorization}, and no page of another
 * site, whatever it brings. Thread-safe.
 */
final class Entrance {
  private final Password password;
  private final Tries tries;

  /** SHA-256 of the password, once it was brought, so that it is not derived for every call. */
  private volatile byte[] known;

  /** Makes an entrance for a password. */
  Entrance(Password password) {
    this.password = password;
    this.tries = new Tries(Ticker.systemTicker());
  }

  /** Returns why a request is not let in; empty when it is. */
  Optional<Refusal> refusal(HttpServletRequest request) {
    if (isForeign(request)) {
      return Optional.of(new Refusal(403, "A page of another site may not do this."));
    }
    String client = Client.of(request);
    if (!tries.isHeard(client)) {
      return Optional.of(
          new Refusal(
              429,
              "Too many wrong passwords. Wait "
                  + Tries.WHILE.toSeconds()
                  + " seconds before you try again."));
    }
    Optional<String> brought = brought(request.getHeader("Authorization"));
    if (brought.isEmpty()) {
      return Optional.of(
          new Refusal(401, "This needs the password, in the header 'Authorization: Bearer ...'."));
    }
    if (!matches(brought.get())) {
      tries.wrong(client);
      return Optional.of(new Refusal(401, "This is not the password."));
    }
    tries.right(client);
    return Optional.empty();
  }

  /** One at a time: deriving takes the processor for a while. */
  private synchronized boolean matches(String tried) {
    byte[] digest = DigestUtils.sha256(tried);
    if (known != null) {
      return MessageDigest.isEqual(known, digest);
    }
    if (!password.matches(tried)) {
      return false;
    }
    known = digest;
    return true;
  }

  private static Optional<String> brought(String header) {
    if (header == null) {
      return Optional.empty();
    }
    String[] parts = header.strip().split("\\s+", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    if (parts[0].toLowerCase(Locale.ROOT).equals("bearer")) {
      return Optional.of(parts[1]);
    }
    if (!parts[0].toLowerCase(Locale.ROOT).equals("basic")) {
      return Optional.empty();
    }
    try {
      String pair = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Tells whether a browser says that the call comes from a page of another site. */
  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !Set.of("same-origin", "none").contains(site)) {
      return true;
    }
    String origin = request.getHeader("Origin");
    return origin != null
        && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
  }
}
