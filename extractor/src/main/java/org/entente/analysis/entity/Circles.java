package org.entente.analysis.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Gazetteer;
import org.entente.analysis.gazetteer.NameFolding;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.Link;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.annotation.Token;

/**
 * Unnamed people and bodies that can be a party all the same: "union leaders", "world powers",
 * "officials from 34 nations". Those who act for a body or state are that body or state: "members
 * of the Senate", "officials in Lima". Read last, so that nothing else of the document refers to
 * them.
 */
final class Circles {
  private static final int MODIFIERS = 5;

  private final Gazetteer gazetteer;
  private final Map<String, Set<String>> words;
  private final List<Sentence> sentences;
  private final List<List<Draft>> drafts;
  private final EntityTable table;

  Circles(Knowledge knowledge, Story story) {
    this.gazetteer = knowledge.gazetteer();
    this.words = knowledge.words();
    this.sentences = story.sentences();
    this.drafts = story.drafts();
    this.table = story.table();
  }

  /** Adds the groups of a sentence that stand for nobody yet, with their entities. */
  void find(int s) {
    List<Token> tokens = sentences.get(s).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (heads(s, i)) {
        Phrase phrase = new Phrase(s, i);
        phrase.read();
        i = Math.max(i, phrase.end - 1);
      }
    }
  }

  private boolean heads(int s, int i) {
    List<Token> tokens = sentences.get(s).tokens();
    String word = tokens.get(i).lower();
    boolean noun =
        (words.get("circle").contains(word) || words.get("committee").contains(word))
            && (i == 0
                || tokens.get(i).form().equals(word)) // elsewhere a capital makes a name of it
            && !(i + 1 < tokens.size()
                && (Words.isNoun(tokens.get(i + 1)) || Words.isPossessive(tokens.get(i + 1))));
    return noun && nameAt(s, i).isEmpty() && covering(s, i).isEmpty();
  }

  private Optional<Draft> covering(int s, int i) {
    return drafts.get(s).stream()
        .filter(d -> d.form != MentionForm.PRONOUN && d.wholeBegin <= i && i < d.wholeEnd)
        .filter(d -> !nobody(d))
        .findFirst();
  }

  /** Whether it describes several of whom the document has named none. */
  private static boolean nobody(Draft draft) {
    return draft.form == MentionForm.NOMINAL
        && draft.entities.isEmpty()
        && draft.represents.isEmpty()
        && draft.count == 0
        && (draft.group || draft.plural);
  }

  private Optional<Draft> nameAt(int s, int i) {
    return drafts.get(s).stream()
        .filter(d -> d.form != MentionForm.NOMINAL && d.begin <= i && i < d.end)
        .findFirst();
  }

  /** One group with what stands around its noun. */
  private final class Phrase {
    private final int s;
    private final List<Token> tokens;
    private final int noun;
    private final String word;
    private int begin;
    private int end;
    private String determiner = "";
    private boolean general = true;
    private boolean ofPerson;
    private boolean unclear;
    private List<EntityDraft> owners = List.of();
    private List<EntityDraft> behind = List.of();

    Phrase(int s, int noun) {
      this.s = s;
      this.tokens = sentences.get(s).tokens();
      this.noun = noun;
      this.word = tokens.get(noun).lower();
      this.begin = noun;
      this.end = noun + 1;
    }

    void read() {
      leftwards();
      rightwards();
      if (words.get("apart").contains(determiner) && !isOthers() || ofPerson || unclear) {
        return;
      }
      boolean functionary = words.get("functionary").contains(word);
      boolean committee = words.get("committee").contains(word);
      boolean member = functionary || committee || words.get("member").contains(word);
      if (committee) {
        owners = bodies(owners);
        behind = bodies(behind);
      }
      if (member && !behind.isEmpty()) {
        refer(behind);
      } else if (member && !owners.isEmpty()) {
        refer(owners);
      } else if (member && european() && union().isPresent()) {
        refer(List.of(union().get()));
      } else if (functionary && general && end == noun + 1) {
        List<EntityDraft> state =
            word.equals("leaders") && begin == noun ? List.<EntityDraft>of() : state();
        refer(state.isEmpty() && branch() ? List.of(unnamed()) : state);
      } else if (described()) {
        refer(List.of(unnamed()));
      }
    }

    /** "met with other Asian leaders": against "with Lee and other Asian leaders". */
    private boolean isOthers() {
      return determiner.equals("other")
          && begin > 1
          && !general
          && !Set.of("and", "or", ",").contains(tokens.get(begin - 2).lower());
    }

    private boolean european() {
      return tokens.get(begin).lower().equals("european") && begin == noun - 1;
    }

    /**
     * "European leaders" in a document that speaks of the European Union are those of the union.
     */
    private Optional<EntityDraft> union() {
      return table.others(List.of("European Union"), "").stream()
          .filter(e -> e.body != null && e.body.label().equals("European Union"))
          .findFirst();
    }

    /** "The union's board" is the union; one of a state is a body of its own. */
    private static List<EntityDraft> bodies(List<EntityDraft> of) {
      return of.stream().filter(e -> e.type == EntityType.ORGANIZATION && e.named).toList();
    }

    /** "Military leaders", "security chiefs": a branch of the state tells who they are. */
    private boolean branch() {
      return begin < noun
          && !words.get("definite").contains(determiner)
          && words.get("branch").contains(tokens.get(noun - 1).lower());
    }

    /** Whether its words say enough of whom they mean to stand for a party of their own. */
    private boolean described() {
      boolean bare = begin == noun && end == noun + 1;
      if (words.get("standing").contains(word)) {
        return true;
      }
      if (words.get("committee").contains(word)) {
        return begin < noun && !general;
      }
      boolean functionary = words.get("functionary").contains(word);
      if (words.get("definite").contains(determiner)) {
        return !general && !functionary || end > noun + 1;
      }
      return end > noun + 1
          || !general
          || branch()
          || bare
              && !functionary
              && !words.get("member").contains(word)
              && !words.get("vague").contains(word);
    }

    private void leftwards() {
      int at = begin - 1;
      while (at >= 0 && noun - at <= MODIFIERS) {
        Optional<Draft> name = nameAt(s, at);
        if (name.isPresent()) {
          if (name.get().form == MentionForm.PRONOUN) {
            determiner = tokens.get(at).lower();
            return;
          }
          if (name.get().type == EntityType.PERSON) {
            return;
          }
          boolean owner =
              name.get().isBody() && !tokens.get(at).tag().equals("ADJ")
                  || Words.isPossessive(tokens.get(name.get().end))
                  || name.get().isPolity() && words.get("public-servant").contains(word);
          if (owner && owners.isEmpty()) {
            owners = List.copyOf(name.get().entities);
          }
          general = false;
          begin = name.get().begin;
          at = begin - 1;
          continue;
        }
        Token token = tokens.get(at);
        String lower = token.lower();
        if (Words.isPossessive(token)) {
          Optional<Draft> possessor = at > 0 ? nameAt(s, at - 1) : Optional.empty();
          ofPerson = possessor.filter(d -> d.type == EntityType.PERSON).isPresent();
          if (possessor.isEmpty() || ofPerson) {
            return;
          }
          at--;
          continue;
        }
        if (token.tag().equals("DET")
            || token.tag().equals("PRON")
            || words.get("apart").contains(lower)) {
          determiner = lower;
          return;
        }
        boolean joined = token.tag().equals("CCONJ") && adjective(at + 1) && adjective(at - 1);
        if (!joined && !modifier(at)) {
          return;
        }
        general &=
            words.get("seniority").contains(lower)
                || words.get("government").contains(lower)
                || counts(token) && acts();
        begin = joined ? begin : at;
        at--;
      }
    }

    /** "Three dozen members": a number says no more of whom they are. */
    private static boolean counts(Token token) {
      return token.tag().equals("NUM") || token.lower().equals("dozen");
    }

    private boolean acts() {
      return words.get("member").contains(word) || words.get("functionary").contains(word);
    }

    private boolean modifier(int at) {
      Token token = tokens.get(at);
      String lower = token.lower();
      boolean participle =
          token.tag().equals("VERB")
              && (lower.endsWith("ed") || lower.endsWith("ing"))
              && at > 0
              && !Set.of("AUX", "NOUN", "PROPN", "PRON").contains(tokens.get(at - 1).tag());
      return token.tag().equals("NUM")
          || !words.get("quantity").contains(lower)
              && (Set.of("ADJ", "NOUN", "PROPN").contains(token.tag())
                  || lower.length() > 2 && lower.indexOf('-') > 0
                  || participle);
    }

    private boolean adjective(int at) {
      return at >= 0
          && (tokens.get(at).tag().equals("ADJ")
              || nameAt(s, at).filter(d -> d.form == MentionForm.DEMONYM).isPresent());
    }

    /** "of Hamas", "from 34 nations", "of the protests". */
    private void rightwards() {
      if (end >= tokens.size() || !Set.of("of", "from").contains(tokens.get(end).lower())) {
        return;
      }
      int at = end + 1;
      while (at < tokens.size() && at <= end + 7) {
        Optional<Draft> there = covering(s, at);
        if (there.filter(d -> d.count > 0 && d.entities.isEmpty()).isPresent()) {
          unclear = true; // "officials from both countries", where it is unclear which
          return;
        }
        Optional<Draft> known = there.filter(d -> !d.entities.isEmpty());
        if (known.isPresent() && known.get().form != MentionForm.DEMONYM) {
          Draft body = known.get();
          boolean acts = body.type == EntityType.ORGANIZATION || body.type == EntityType.POLITY;
          if (acts && !possessive(body.wholeEnd) && !body.reporter) {
            behind = body.entities.stream().filter(e -> e.named).toList();
            end = body.wholeEnd;
          }
          return;
        }
        if (known.isPresent()) {
          at = known.get().end;
          continue;
        }
        Token token = tokens.get(at);
        boolean last =
            Words.isNoun(token) && (at + 1 >= tokens.size() || !Words.isNoun(tokens.get(at + 1)));
        if (last && !goesOn(at)) {
          end = possessive(at + 1) ? end : at + 1;
          return;
        }
        if (!Set.of("DET", "NUM", "ADJ", "NOUN", "PROPN", "CCONJ", "ADV").contains(token.tag())
            && !token.lower().equals("than")) {
          return;
        }
        at++;
      }
    }

    /** "more than 80 nations", "38 Asian and European nations": a word before the noun. */
    private boolean goesOn(int at) {
      if (at + 2 >= tokens.size()) {
        return false;
      }
      String next = tokens.get(at + 1).lower();
      Token second = tokens.get(at + 2);
      return next.equals("than")
          || next.equals("and")
              && Words.isCapital(tokens.get(at))
              && Words.isCapital(second)
              && at + 3 < tokens.size()
              && words.get("state").contains(tokens.get(at + 3).lower());
    }

    private boolean possessive(int at) {
      return at < tokens.size() && Words.isPossessive(tokens.get(at));
    }

    /** The state whose place the sentence names: "was in Peru for talks with officials". */
    private List<EntityDraft> state() {
      Draft nearest = null;
      for (Draft draft : drafts.get(s)) {
        boolean place = draft.type == EntityType.PLACE && !draft.entities.isEmpty();
        boolean right =
            draft.begin == end + 1 && Set.of("in", "at").contains(tokens.get(end).lower());
        if (place && (draft.begin < noun || right)) {
          nearest = draft;
        }
      }
      return nearest == null ? List.of() : country(nearest.entities.get(0));
    }

    private List<EntityDraft> country(EntityDraft place) {
      if (place.polity != null) {
        return List.of(place);
      }
      Optional<Polity> polity = gazetteer.polityOfSeat(place.name);
      if (polity.isEmpty()) {
        polity =
            place
                .link
                .map(Link::qid)
                .flatMap(gazetteer::entry)
                .map(Entry::country)
                .flatMap(gazetteer::polityOfCode);
      }
      return polity.map(table::polity).map(List::of).orElse(List.of());
    }

    /** What the document calls by the same words, or an entity of its own. */
    private EntityDraft unnamed() {
      String text = Words.text(tokens, begin, end);
      String key = NameFolding.fold(text);
      Optional<EntityDraft> same =
          table.others(List.of(text), "").stream()
              .filter(
                  e ->
                      e.type == EntityType.ORGANIZATION
                          && !e.named
                          && NameFolding.fold(e.name).equals(key))
              .findFirst();
      if (same.isPresent()) {
        return same.get();
      }
      EntityDraft entity = new EntityDraft(EntityType.ORGANIZATION, text);
      entity.named = false;
      table.add(entity);
      return entity;
    }

    private void refer(List<EntityDraft> meant) {
      if (meant.isEmpty()) {
        return;
      }
      Draft draft =
          new Draft(
              s,
              begin,
              end,
              MentionForm.NOMINAL,
              EntityType.ORGANIZATION,
              Words.text(tokens, begin, end));
      draft.group = true;
      draft.determiner = determiner;
      if (words.get("definite").contains(determiner)) {
        draft.wholeBegin = begin - 1;
      }
      EntityTable.refer(draft, meant);
      drafts.get(s).removeIf(d -> nobody(d) && begin <= d.begin && d.end <= end);
      drafts.get(s).add(draft);
    }
  }
}
