package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.linking.AnswerCache;
import org.entente.linking.LinkingService;
import org.entente.linking.LiveLinker;
import org.entente.linking.ReconciliationService;
import org.entente.linking.ReportLinker;
import org.entente.linking.WikidataService;
import org.entente.report.DocumentReports;
import org.entente.web.WebClient;
import org.entente.web.WebSettings;
import org.entente.wikidata.WikidataClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which service links what the gazetteer does not know. */
final class LinkingOptions {
  private static final Pattern SERVICE =
      Pattern.compile("(wikidata|reconcile)(?::(https?://[^\\s/]+.*))?");

  private String service = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--link",
      paramLabel = "SERVICE",
      description = {
        "Ask a service for parties and places that the gazetteer does not know: 'wikidata', or"
            + " 'reconcile:URL' for one that speaks the W3C Entity Reconciliation API and links to"
            + " Wikidata, or 'wikidata:URL' for a mirror of Wikidata's API.",
        "Without this option nothing leaves your machine. With it the names do, and nothing else."
      })
  void setService(String given) {
    Matcher matcher = SERVICE.matcher(given);
    if (!matcher.matches() || given.equals("reconcile")) {
      throw new ParameterException(
          spec.commandLine(),
          "--link takes wikidata, wikidata:URL or reconcile:URL, not '" + given + "'.");
    }
    service = given;
  }

  @Option(
      names = "--link-cache",
      paramLabel = "FILE",
      description =
          "Where its answers are kept, so that no name is asked for twice within months"
              + " (default: entente/links.jsonl in the cache folder of your account).")
  private Path cache;

  @Mixin private WebOptions web;

  /** Returns the linker that the options ask for; empty where they ask for none. */
  Optional<LiveLinker> linker(Gazetteer gazetteer, Console console) throws IOException {
    if (service.isEmpty()) {
      return Optional.empty();
    }
    Path file = cache == null ? WebOptions.cacheFolder().resolve("links.jsonl") : cache;
    return Optional.of(
        new LiveLinker(
            service(),
            AnswerCache.open(file, LocalDate.now()),
            gazetteer,
            message -> console.problem(message, "")));
  }

  private LinkingService service() {
    WebSettings settings = web.settings();
    Matcher matcher = SERVICE.matcher(service);
    if (!matcher.matches()) {
      throw new IllegalStateException(service);
    }
    if (matcher.group(1).equals("reconcile")) {
      return new ReconciliationService(matcher.group(2), new WebClient(settings));
    }
    String address = matcher.group(2) == null ? WikidataClient.ADDRESS : matcher.group(2);
    return new WikidataService(address, new WikidataClient(address, settings));
  }

  /** Returns what a linker does with the reports of a document; without one, nothing. */
  static UnaryOperator<DocumentReports> step(Optional<LiveLinker> linker, Gazetteer gazetteer) {
    return linker.isEmpty()
        ? UnaryOperator.identity()
        : new ReportLinker(linker.get(), gazetteer)::link;
  }

  /** Tells what was linked. */
  static void tell(LiveLinker linker, Console console) {
    LiveLinker.Summary done = linker.summary();
    console.stage(
        "Links: %,d names asked for, %,d linked, %,d without an answer"
            .formatted(done.asked(), done.linked(), done.unanswered()));
  }
}
