package org.entente.analysis.entity;

import java.util.ArrayList;
import java.util.List;
import org.entente.analysis.gazetteer.Entry;
import org.entente.analysis.gazetteer.Polity;
import org.entente.annotation.EntityType;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Tenure;
import org.entente.annotation.Token;

/** A mention while it is being read; {@link EntityResolver} turns it into the final record. */
final class Draft {
  final int sentence;
  int begin;
  int end;
  int wholeBegin;
  int wholeEnd;
  MentionForm form;
  EntityType type;

  /** The words of the span, joined by spaces. */
  String text;

  /** The polity named or meant, where the mention is one of a polity. */
  Polity polity;

  /** The body or outlet named, where the gazetteer knows it. */
  Entry body;

  boolean reporter;

  /** How sure the name model was, 1 for a name that needs no model. */
  double sure = 1;

  String office = "";

  /** Offices of the same holders that share its noun, in the order of the text. */
  final List<String> others = new ArrayList<>();

  /** Number of states that a description counts whose officeholders it means, or 0. */
  int sides;

  Tenure tenure = Tenure.CURRENT;

  /** What the office stands for: polities by label, else the body's label. */
  final List<String> represents = new ArrayList<>();

  /** "m", "f" or empty. */
  String gender = "";

  /** Whether a bare title such as "Mr." stands before it. */
  boolean honorific;

  /** Whether several are meant ("the presidents"). */
  boolean plural;

  /** Word before a description: "the", "a", "his", "two"… or empty. */
  String determiner = "";

  /** Number that a description gives ("the two leaders"), or 0. */
  int count;

  /**
   * A description without what stands before the state: "Chinese envoy" of "visiting Chinese
   * envoy".
   */
  String description = "";

  /** Group that acts for what {@link #represents} says, rather than one person. */
  boolean group;

  /** Part of an office's name after all, and no mention. */
  boolean absorbed;

  final List<EntityDraft> entities = new ArrayList<>();

  Draft(int sentence, int begin, int end, MentionForm form, EntityType type, String text) {
    this.sentence = sentence;
    this.begin = begin;
    this.end = end;
    this.wholeBegin = begin;
    this.wholeEnd = end;
    this.form = form;
    this.type = type;
    this.text = text;
  }

  /** Returns what an office of it represents: the polity's or body's own label, else its words. */
  String label() {
    if (polity != null) {
      return polity.label();
    }
    return body != null ? body.label() : text;
  }

  boolean former() {
    return tenure == Tenure.FORMER;
  }

  /** Whether the next mention, of somebody else, is joined to this one: "A and B". */
  boolean joins(Draft next, List<Token> tokens) {
    return wholeEnd + 1 == next.wholeBegin
        && tokens.get(wholeEnd).lower().equals("and")
        && entities.get(0) != next.entities.get(0);
  }

  /** Tells whether it begins before another one in the text. */
  boolean precedes(Draft other) {
    return sentence < other.sentence || sentence == other.sentence && begin < other.begin;
  }

  boolean isPersonName() {
    return type == EntityType.PERSON && form == MentionForm.NAME;
  }

  /** Whether it is a polity by name or adjective. */
  boolean isPolity() {
    return polity != null && (form == MentionForm.NAME || form == MentionForm.DEMONYM);
  }

  boolean isBody() {
    return type == EntityType.ORGANIZATION && form == MentionForm.NAME && !reporter;
  }
}
