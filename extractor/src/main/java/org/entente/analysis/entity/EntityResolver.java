package org.entente.analysis.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.name.NameSpan;
import org.entente.annotation.Entity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;
import org.entente.annotation.TokenRange;
import org.entente.document.Span;

/**
 * Turns names into entities: corrects the name spans, reads titles, decides metonyms, gathers all
 * mentions of an entity and links it to the gazetteer. Immutable and safe for use by many threads.
 */
public final class EntityResolver {
  private final Knowledge knowledge;
  private final NameCompleter completer;
  private final TitleReader reader;
  private final Metonyms metonyms;
  private final Linker linker;

  private EntityResolver(Gazetteer gazetteer) {
    this.knowledge = Knowledge.load(gazetteer);
    this.completer = new NameCompleter(knowledge);
    this.reader = new TitleReader(knowledge);
    this.metonyms = new Metonyms(knowledge);
    this.linker = new Linker(gazetteer);
  }

  /** Reads the word lists from the class path. */
  public static EntityResolver load(Gazetteer gazetteer) {
    return new EntityResolver(gazetteer);
  }

  /**
   * What a document mentions.
   *
   * @param mentions the mentions in order of their spans
   * @param entities the entities, by number
   * @param speech the tokens that stand in direct speech, in order
   */
  public record Resolution(List<Mention> mentions, List<Entity> entities, List<TokenRange> speech) {
    /** Copies the lists. */
    public Resolution {
      mentions = List.copyOf(mentions);
      entities = List.copyOf(entities);
      speech = List.copyOf(speech);
    }

    /** Whether words stand in direct speech. */
    public boolean isSpoken(TokenRange words) {
      return speech.stream()
          .anyMatch(
              s ->
                  s.sentence() == words.sentence()
                      && s.begin() <= words.begin()
                      && words.end() <= s.end());
    }
  }

  /**
   * Resolves the names of one document.
   *
   * @param sentences its sentences
   * @param spans names that a model found; may be empty, since titles, given names and the
   *     gazetteer find most names without it
   * @param published the document's date, for whose terms of office hold
   */
  public Resolution resolve(
      List<Sentence> sentences, List<NameSpan> spans, Optional<LocalDate> published) {
    Map<Integer, List<NameSpan>> bySentence = new HashMap<>();
    for (NameSpan span : spans) {
      bySentence.computeIfAbsent(span.range().sentence(), k -> new ArrayList<>()).add(span);
    }
    List<List<Draft>> drafts = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      List<Token> tokens = sentences.get(s).tokens();
      List<Draft> names =
          completer.complete(s, sentences.get(s), bySentence.getOrDefault(s, List.of()));
      List<Draft> all = new ArrayList<>(names);
      metonyms.decide(tokens, names);
      all.addAll(reader.read(s, tokens, names));
      all.removeIf(draft -> draft.absorbed);
      all.sort(Comparator.<Draft>comparingInt(d -> d.begin).thenComparingInt(d -> -d.end));
      drafts.add(all);
    }
    Coreference coreference =
        new Coreference(
            knowledge, linker, new Story(sentences, drafts, published, new EntityTable()));
    List<EntityDraft> entities = coreference.resolve();
    return records(sentences, drafts, entities, coreference.speech());
  }

  /**
   * The document's own fullest name ("Burma"), or the gazetteer's label where the document has only
   * an adjective, a capital or an acronym.
   */
  private static String fullest(EntityDraft entity) {
    String label =
        entity.polity != null
            ? entity.polity.label()
            : entity.body != null && entity.type == EntityType.ORGANIZATION
                ? entity.body.label()
                : "";
    if (label.isEmpty()) {
      return entity.name;
    }
    String best = "";
    for (Draft mention : entity.mentions) {
      if (mention.form == MentionForm.NAME
          && !acronym(mention.text)
          && (mention.text.length() > best.length() || mention.text.equals(label))
          && !best.equals(label)) {
        best = mention.text;
      }
    }
    if (entity.polity == null && !best.equals(label)) {
      best = group(entity).orElse(best);
    }
    boolean article = best.startsWith("The ") && entity.polity != null;
    return best.isEmpty() || article ? label : best;
  }

  private static boolean acronym(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** "Tamil Tiger rebels", where the name stands nowhere but before such a noun. */
  private static Optional<String> group(EntityDraft entity) {
    List<Draft> groups =
        entity.mentions.stream()
            .filter(m -> m.form == MentionForm.NOMINAL && entity.names.contains(m.text))
            .toList();
    boolean within =
        entity.mentions.stream()
            .filter(m -> m.form == MentionForm.NAME)
            .allMatch(
                m ->
                    groups.stream()
                        .anyMatch(
                            g -> g.sentence == m.sentence && g.begin <= m.begin && m.end <= g.end));
    return within ? groups.stream().map(g -> g.text).findFirst() : Optional.empty();
  }

  private Resolution records(
      List<Sentence> sentences,
      List<List<Draft>> drafts,
      List<EntityDraft> entities,
      List<TokenRange> speech) {
    Map<EntityDraft, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < entities.size(); i++) {
      numbers.put(entities.get(i), i);
    }
    List<Mention> mentions = new ArrayList<>();
    for (List<Draft> sentence : drafts) {
      for (Draft draft : sentence) {
        List<Token> tokens = sentences.get(draft.sentence).tokens();
        Span span =
            new Span(
                tokens.get(draft.begin).span().begin(), tokens.get(draft.end - 1).span().end());
        List<Integer> ids = new ArrayList<>();
        for (EntityDraft entity : draft.entities) {
          ids.add(numbers.get(entity));
        }
        mentions.add(
            new Mention(
                span,
                new TokenRange(draft.sentence, draft.begin, draft.end),
                new TokenRange(draft.sentence, draft.wholeBegin, draft.wholeEnd),
                draft.form,
                draft.type,
                ids,
                draft.office,
                draft.tenure,
                draft.represents));
      }
    }
    mentions.sort(
        Comparator.comparing(Mention::span)
            .thenComparingInt(m -> m.form() == MentionForm.NAME ? 0 : 1));
    List<Entity> records = new ArrayList<>();
    Enclosures enclosures = new Enclosures(knowledge.gazetteer(), entities, sentences, drafts);
    for (int i = 0; i < entities.size(); i++) {
      EntityDraft entity = entities.get(i);
      String name = fullest(entity);
      List<String> others = new ArrayList<>(entity.names);
      others.remove(name);
      records.add(
          new Entity(
              i,
              entity.type,
              name,
              others,
              entity.office,
              entity.tenure,
              entity.represents,
              entity.link,
              entity.named,
              entity.reporter,
              enclosures.of(entity).stream().map(numbers::get).toList()));
    }
    return new Resolution(mentions, records, speech);
  }
}
