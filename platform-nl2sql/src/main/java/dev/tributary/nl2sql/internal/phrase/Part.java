package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Period;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one phrase of a question says. */
public sealed interface Part {

  /** The words it is about; null if it is about none. */
  default @Nullable Mention mention() {
    return switch (this) {
      case Item item -> item.of();
      case Context context -> context.table();
      case Group group -> group.by();
      case Spanned spanned -> spanned.of();
      case Sort sort -> sort.by();
      case Extreme extreme -> extreme.of();
      case Frequent common -> common.of();
      case Compared compared -> compared.attribute();
      case Stored stored -> stored.attribute();
      case Contained contained -> contained.attribute();
      case Lacking lacking -> lacking.attribute();
      case Reckoned reckoned -> reckoned.of();
      case Began began -> null;
      case Counted counted -> counted.table();
      case Top top -> null;
      case Tally tally -> null;
      case Asked asked -> null;
      case Measured measured -> null;
      case Utmost utmost -> null;
      case Run run -> null;
      case Joined joined -> null;
      case Not not -> null;
      case Still still -> null;
      case Both both -> null;
      case Averaged averaged -> null;
      case Mean mean -> null;
      case Fresh fresh -> null;
      case Compare compare -> null;
      case Contrast contrast -> null;
      case Running running -> null;
      case Weekly weekly -> null;
      case Share share -> null;
      case Split split -> null;
      case Lasting lasting -> null;
    };
  }

  /**
   * Something to show.
   *
   * @param of what
   * @param function the figure to make of it; null for the values
   * @param distinct whether only different ones count
   */
  record Item(Mention of, @Nullable Function function, boolean distinct) implements Part {}

  /** How many there are of what was named is to be shown. */
  record Tally() implements Part {}

  /**
   * Something the word asking for it names, such as where or how old.
   *
   * @param words words its name may contain
   * @param temporal whether a time is asked for
   */
  record Asked(List<String> words, boolean temporal) implements Part {
    /** Copies the list. */
    public Asked {
      words = List.copyOf(words);
    }

    /** Whether an amount is asked for, by the first of the words that fits. */
    public boolean measures() {
      return !words.contains("location") && !temporal;
    }
  }

  /**
   * A table the question is about.
   *
   * @param table the table
   * @param some whether it matters only that there is a row of it
   */
  record Context(Mention table, boolean some) implements Part {}

  /**
   * Something to group by.
   *
   * @param by what
   */
  record Group(Mention by) implements Part {}

  /**
   * Periods of time to group by.
   *
   * @param period which periods
   * @param of the column of time; null if it has to be guessed
   * @param shown whether the periods are what is asked for
   */
  record Spanned(Period period, @Nullable Mention of, boolean shown) implements Part {}

  /**
   * Something to order by.
   *
   * @param by what; a table for how many there are of it; null for what was said last
   * @param function the figure to make of it; null for the values
   * @param descending whether the greatest comes first
   */
  record Sort(@Nullable Mention by, @Nullable Function function, boolean descending)
      implements Part {}

  /**
   * The rows that have most or least of something.
   *
   * @param of what; a table for how many there are of it
   * @param function the figure to make of it; null for the values
   * @param high whether most
   * @param limit how many rows
   */
  record Extreme(Mention of, @Nullable Function function, boolean high, int limit)
      implements Part {}

  /**
   * How many rows to show.
   *
   * @param limit how many
   * @param high whether those that have most
   */
  record Top(int limit, boolean high) implements Part {}

  /**
   * A column is compared.
   *
   * @param attribute the column; null if it has to be guessed from the kind of the operand
   * @param operator how
   * @param operand with what
   * @param or whether it is an alternative to the test before
   */
  record Compared(@Nullable Mention attribute, Operator operator, Operand operand, boolean or)
      implements Part {}

  /**
   * Something that is only named by how it is measured is compared, as in older than 20.
   *
   * @param measure how it is measured
   * @param operator how it is compared
   * @param operand with what
   * @param or whether it is an alternative to the test before
   */
  record Measured(Measure measure, Operator operator, Operand operand, boolean or)
      implements Part {}

  /**
   * The rows that have most or least of something that is only named by how it is measured, as in
   * youngest.
   *
   * @param measure how it is measured
   * @param limit how many rows
   */
  record Utmost(Measure measure, int limit) implements Part {}

  /**
   * The value that occurs most or least often.
   *
   * @param of the column, or the table
   * @param high whether most often
   * @param limit how many
   */
  record Frequent(Mention of, boolean high, int limit) implements Part {}

  /**
   * The order is said by two words that measure, as in from the oldest to the youngest.
   *
   * @param first the first of them
   */
  record Run(Measure first) implements Part {}

  /**
   * A stored text is demanded.
   *
   * @param values the texts the words may stand for
   * @param attribute the column, if it was named; else null
   * @param negated whether it must be another
   * @param or whether it is an alternative to the test before
   * @param noun the table named right after it; null if none is
   * @param from the first word of it
   * @param to the one after the last
   */
  record Stored(
      List<Link.ToValue> values,
      @Nullable Mention attribute,
      boolean negated,
      boolean or,
      @Nullable Mention noun,
      int from,
      int to)
      implements Part {
    /** Copies the list. */
    public Stored {
      values = List.copyOf(values);
    }

    /** A text right before the table it is said of. */
    static Stored of(Span value, Mention table) {
      List<Link.ToValue> links = value.links().stream().map(Link.ToValue.class::cast).toList();
      return new Stored(links, null, false, false, table, value.from(), value.to());
    }
  }

  /**
   * A text is searched in a column.
   *
   * @param attribute the column
   * @param pattern the pattern with % for anything
   * @param negated whether it must not be there
   * @param or whether it is an alternative to the test before
   */
  record Contained(Mention attribute, String pattern, boolean negated, boolean or)
      implements Part {}

  /**
   * Nothing is stored in a column.
   *
   * @param attribute the column
   */
  record Lacking(Mention attribute) implements Part {}

  /**
   * A figure of groups is compared.
   *
   * @param function which figure
   * @param of of which column
   * @param operator how it is compared
   * @param operand with what
   */
  record Reckoned(Function function, Mention of, Operator operator, Digits operand)
      implements Part {}

  /**
   * The first or last time something happened is to be shown.
   *
   * @param last whether the last
   */
  record Began(boolean last) implements Part {}

  /**
   * How many rows of a table belong to each of another is compared.
   *
   * @param table the table counted
   * @param which which of its rows
   * @param operator how
   * @param number with what
   */
  record Counted(Mention table, List<Stored> which, Operator operator, Operand number)
      implements Part {
    /** Copies the list. */
    public Counted {
      which = List.copyOf(which);
    }
  }

  /**
   * A verb says that two things have to do with each other.
   *
   * @param at the verb
   * @param alone whether it is no name, so that it must join something
   */
  record Joined(int at, boolean alone) implements Part {}

  /** What follows, up to {@link Still}, must not be the case. */
  record Not() implements Part {}

  /** What follows must be the case again. */
  record Still() implements Part {}

  /** The two tests that follow must hold, each for some row. */
  record Both() implements Part {}

  /** The figure is averaged over the first groups that follow. */
  record Averaged() implements Part {}

  /** What is shown is to be averaged. */
  record Mean() implements Part {}

  /** Only rows that came to be in the time that is told. */
  record Fresh() implements Part {}

  /** A figure of two spans is asked for. */
  record Compare() implements Part {}

  /**
   * The spans the figure is compared for.
   *
   * @param before the earlier
   * @param after the later
   */
  record Contrast(Days before, Days after) implements Part {}

  /**
   * Only some days of every week.
   *
   * @param from the first, 1 for Monday
   * @param to the last
   */
  record Weekly(int from, int to) implements Part {}

  /**
   * The figure of each period is compared with that of the one before.
   *
   * @param period which periods
   */
  record Running(Period period) implements Part {}

  /**
   * A figure over how long it was from one time to another is to be shown.
   *
   * @param function how
   * @param from the columns the earlier may be
   * @param to the columns the later may be
   * @param hours whether in hours; else in days
   */
  record Lasting(Function function, Mention from, Mention to, boolean hours) implements Part {}

  /**
   * Some days in a row.
   *
   * @param from the first
   * @param until the one after the last
   */
  record Days(String from, String until) {}

  /**
   * A part of a whole is to be shown.
   *
   * @param kind how the part is told from the whole
   * @param percent whether in hundredths
   */
  record Share(Kind kind, boolean percent) implements Part {
    /** How the part is told from the whole. */
    public enum Kind {
      /** By what is said after the whole, as in flights that were late. */
      TOLD,
      /** By what is said before it, as in late flights. */
      OF_ALL,
      /** By what is said before it and can only mean this, as in failure rate. */
      RATE,
      /** Each group is a part of all. */
      SPREAD,
      /** The rows that pass one test are divided by those that pass another. */
      RATIO
    }
  }

  /**
   * What was said of the whole ends here, and what is said of the part begins; in a ratio, what is
   * divided ends and what it is divided by begins.
   *
   * @param all whether it is said of the latter that all of it is meant
   */
  record Split(boolean all) implements Part {}

  /** What a column is compared with. */
  sealed interface Operand {}

  /**
   * A number.
   *
   * @param digits in digits
   */
  record Digits(String digits) implements Operand {}

  /**
   * A day or text.
   *
   * @param text the text
   */
  record Words(String text) implements Operand {}

  /**
   * The same column of rows that play a part, as in older than their manager.
   *
   * @param whose those rows
   */
  record Theirs(Mention whose) implements Operand {}

  /**
   * A figure over all rows.
   *
   * @param function which
   * @param of of which column; null for the one that is compared
   */
  record Overall(Function function, @Nullable Mention of) implements Operand {}

  /**
   * A figure over some rows, as in heavier than every skull, larger than the mean of those built
   * before 1900, taller than a thing that goes by a name.
   *
   * @param function which; null for that of the last of them to be passed
   * @param of of which column; null for the one that is compared
   * @param which which rows; empty if what is said next tells
   */
  record Subset(@Nullable Function function, @Nullable Mention of, List<Part> which)
      implements Operand {
    /** Copies the list. */
    public Subset {
      which = List.copyOf(which);
    }
  }

  /**
   * Another column of the same row, as in paid after it was due.
   *
   * @param column which
   */
  record Cell(Mention column) implements Operand {}

  /**
   * The same column of the row that has most or least of something, as in heavier than the car with
   * the most power.
   *
   * @param by of what
   * @param high whether most
   */
  record Foremost(Mention by, boolean high) implements Operand {}
}
