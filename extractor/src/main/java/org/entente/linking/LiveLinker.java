package org.entente.linking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.entente.analysis.entity.LinkContext;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.annotation.Entity;
import org.entente.annotation.Link;
import org.entente.web.StatusException;

/**
 * Links entities that the gazetteer left without a link, by a service of the web and a cache of its
 * answers. It never fails: where the service does not answer, entities stay as they are, and after
 * a few failures in a row it is not asked again. Safe for use by many threads.
 */
public final class LiveLinker {
  /** After so many failures in a row the service is left alone. */
  private static final int PATIENCE = 2;

  private final LinkingService service;
  private final AnswerCache cache;
  private final CandidateChoice choice;
  private final Consumer<String> messages;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong linked = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final Set<String> told = new LinkedHashSet<>();
  private int failures;
  private boolean away;

  /**
   * Creates a linker.
   *
   * @param service what is asked
   * @param cache its earlier answers
   * @param gazetteer knows the polities
   * @param messages is told, once each, why entities stay without a link
   */
  public LiveLinker(
      LinkingService service, AnswerCache cache, Gazetteer gazetteer, Consumer<String> messages) {
    this.service = service;
    this.cache = cache;
    this.choice = new CandidateChoice(gazetteer);
    this.messages = messages;
  }

  /**
   * What was done so far.
   *
   * @param asked names that were asked for, from the cache or the service
   * @param linked names that were linked, once for each document
   * @param unanswered names without an answer, since the service gave none
   */
  public record Summary(long asked, long linked, long unanswered) {}

  /** Returns what was done so far. */
  public Summary summary() {
    return new Summary(asked.get(), linked.get(), unanswered.get());
  }

  /**
   * Links entities of one document.
   *
   * @param entities its entities; those that have a link, or a name that is not enough to ask for,
   *     are passed over
   * @param context what the document says around them
   * @return the links, by the number of the entity
   */
  public Map<Integer, Link> link(List<Entity> entities, LinkContext context) {
    List<Entity> open = entities.stream().filter(LiveLinker::askable).toList();
    Map<String, List<Candidate>> answers =
        answers(open.stream().map(Entity::name).distinct().toList());
    Map<Integer, Link> links = new HashMap<>();
    for (Entity entity : open) {
      Optional.ofNullable(answers.get(entity.name()))
          .flatMap(candidates -> choice.choose(entity, context, candidates))
          .ifPresent(link -> links.put(entity.id(), link));
    }
    linked.addAndGet(links.size());
    return links;
  }

  /** Bare surnames and descriptions are never asked for. */
  private static boolean askable(Entity entity) {
    boolean full = entity.name().strip().contains(" ");
    return entity.named()
        && entity.link().isEmpty()
        && !entity.reporter()
        && switch (entity.type()) {
          case PERSON -> full;
          case ORGANIZATION, PLACE -> entity.name().strip().length() > 2;
          case POLITY -> false;
        };
  }

  private Map<String, List<Candidate>> answers(List<String> names) {
    asked.addAndGet(names.size());
    Map<String, List<Candidate>> answers = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (String name : names) {
      cache
          .fresh(service.id(), name)
          .ifPresentOrElse(found -> answers.put(name, found), () -> open.add(name));
    }
    if (!open.isEmpty()) {
      ask(open, answers);
    }
    return answers;
  }

  /** One thread asks at a time, so that no name is asked for twice and failures are in a row. */
  private synchronized void ask(List<String> open, Map<String, List<Candidate>> answers) {
    List<String> left = new ArrayList<>();
    for (String name : open) {
      cache
          .fresh(service.id(), name)
          .ifPresentOrElse(found -> answers.put(name, found), () -> left.add(name));
    }
    for (int at = 0; at < left.size(); at += service.batch()) {
      List<String> batch = left.subList(at, Math.min(at + service.batch(), left.size()));
      try {
        if (!away) {
          Map<String, List<Candidate>> found = service.candidates(batch);
          failures = 0;
          found.forEach(this::keep);
          answers.putAll(found);
          continue;
        }
      } catch (IOException e) {
        failed(e);
      }
      for (String name : batch) {
        cache
            .any(service.id(), name)
            .ifPresentOrElse(found -> answers.put(name, found), () -> unanswered.incrementAndGet());
      }
    }
  }

  private void keep(String name, List<Candidate> candidates) {
    try {
      cache.put(service.id(), name, candidates);
    } catch (IOException e) {
      tell("cannot keep the answers of " + service.id() + ": " + e.getMessage());
    }
  }

  private void failed(IOException e) {
    failures++;
    away =
        failures >= PATIENCE
            || e instanceof UnfitServiceException
            || e instanceof StatusException status && status.refused();
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    tell("no links from " + service.id() + ": " + reason.lines().findFirst().orElse(""));
    if (away) {
      tell(
          service.id()
              + " is not asked any more; what it would have linked stays without a link."
              + " 'entente link' asks again.");
    }
  }

  private void tell(String message) {
    if (told.add(message)) {
      messages.accept(message);
    }
  }
}
