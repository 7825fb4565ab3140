package org.entente.cli;

import java.nio.file.Path;
import org.entente.build.ProgramVersion;
import org.entente.web.WebSettings;
import picocli.CommandLine.Option;

/** The options of commands that ask services of the web. */
final class WebOptions {
  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "Your mail address or page, which Wikimedia asks heavy users to send along.")
  private String contact = "";

  /** Returns how services are asked. */
  WebSettings settings() {
    return WebSettings.of(ProgramVersion.current(), contact);
  }

  /** Returns the folder for what may be fetched again. */
  static Path cacheFolder() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path caches =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    return caches.resolve("entente");
  }
}
