package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.phrase.Reader;
import dev.tributary.nl2sql.internal.phrase.Sentence;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All ways to understand a question over a schema, the likeliest first. */
public final class Readings {
  /** A draft that costs so much more than the cheapest is not worth a query. */
  private static final double HOPELESS = 1.5;

  private final Schema schema;
  private final Lexicon lexicon;
  private final Stems stems;

  /**
   * Prepares.
   *
   * @param schema the tables
   * @param lexicon what English says about words
   * @param stems what brings words to their stems
   */
  public Readings(Schema schema, Lexicon lexicon, Stems stems) {
    this.schema = schema;
    this.lexicon = lexicon;
    this.stems = stems;
  }

  /**
   * The readings of a question.
   *
   * @param grounding the question
   * @param today the day from which yesterday is counted
   * @return the readings, the likeliest first
   */
  public List<Reading> of(Grounding grounding, LocalDate today) {
    List<Reading> readings = new ArrayList<>();
    Cues cues = new Cues(grounding, lexicon, stems);
    List<Draft> drafts = Reader.read(new Sentence(grounding, lexicon, today));
    for (Draft draft : drafts) {
      if (!readings.isEmpty() && draft.cost() > drafts.get(0).cost() + HOPELESS) {
        break;
      }
      folded(draft)
          .ifPresent(whole -> {
            for (Relation focus : focuses(whole)) {
              reading(cues, whole, focus).ifPresent(readings::add);
            }
          });
    }
    readings.sort(Comparator.comparingDouble(reading -> reading.cost() + reading.risk()));
    return readings;
  }

  private static Optional<Draft> folded(Draft draft) {
    try {
      return Optional.of(Nested.folded(draft));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private Optional<Reading> reading(Cues cues, Draft draft, Relation focus) {
    try {
      return Optional.of(new Pairing(schema, cues, draft, focus).compose());
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  /** The tables a draft may be about: those of what it shows first. */
  private static Set<Relation> focuses(Draft draft) {
    Set<Relation> focuses = new LinkedHashSet<>();
    for (Part part : draft.parts()) {
      if (part instanceof Part.Item item) {
        Mention of = item.of();
        for (Link link : of.links()) {
          focuses.add(
              switch (link) {
                case Link.ToRelation to -> to.relation();
                case Link.ToAttribute to -> to.attribute().relation();
                case Link.ToValue to -> to.attribute().relation();
              });
        }
        break;
      }
    }
    if (focuses.isEmpty()) {
      draft.parts().stream()
          .filter(Part.Lasting.class::isInstance)
          .flatMap(part -> ((Part.Lasting) part).from().links().stream())
          .forEach(link -> focuses.add(((Link.ToAttribute) link).attribute().relation()));
    }
    if (focuses.isEmpty()) {
      focuses.addAll(Focus.mentioned(draft));
    }
    if (focuses.isEmpty()) {
      draft.parts().stream()
          .filter(Part.Extreme.class::isInstance)
          .flatMap(part -> ((Part.Extreme) part).of().links().stream())
          .forEach(link -> {
            if (link instanceof Link.ToAttribute to) {
              focuses.add(to.attribute().relation());
            }
          });
    }
    boolean named =
        draft.parts().stream()
            .anyMatch(part -> part instanceof Part.Tally || part instanceof Part.Asked);
    if (focuses.isEmpty() && named) {
      draft.parts().stream()
          .filter(Part.Stored.class::isInstance)
          .flatMap(part -> ((Part.Stored) part).values().stream())
          .forEach(value -> focuses.add(value.attribute().relation()));
    }
    return focuses;
  }
}
