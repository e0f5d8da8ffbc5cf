package dev.tributary.cli.internal.demo.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** The usual traffic of one data center. */
final class CenterTraffic {
  private static final int FIRST_CUSTOMERS = 400;
  private static final int FIRST_PAYMENTS = 3_000;
  private static final int FIRST_LOGINS = 1_500;
  private static final Duration HISTORY = Duration.ofDays(7);

  private static final List<String> SEGMENTS = List.of("retail", "retail", "premium", "business");
  private static final List<String> KINDS = List.of("card", "card", "card", "transfer", "cash");
  private static final int FLAWED_PAYMENT_EVERY = 40;
  private static final int FLAWED_PAYMENT_AT = 17;
  private static final int FLAWED_LOGIN_EVERY = 60;
  private static final int FLAWED_LOGIN_AT = 31;
  private static final int SETTLES_AFTER = 20;

  private final Center center;
  private final SplittableRandom random;
  private final List<Customer> customers = new ArrayList<>();
  private final Deque<Payment> pending = new ArrayDeque<>();
  private int payments;
  private int logins;

  CenterTraffic(Center center, long seed) {
    this.center = center;
    this.random = new SplittableRandom(seed * 31 + center.name().hashCode());
  }

  Center center() {
    return center;
  }

  /** A week of customers, completed payments and logins, oldest first. */
  Traffic history(Instant now) {
    List<Customer> joined = new ArrayList<>();
    for (int n = 0; n < FIRST_CUSTOMERS; n++) {
      joined.add(join(past(now, n, FIRST_CUSTOMERS)));
    }
    List<Payment> paid = new ArrayList<>();
    for (int n = 0; n < FIRST_PAYMENTS; n++) {
      paid.add(pay(past(now, n, FIRST_PAYMENTS), "completed"));
    }
    List<Login> seen = new ArrayList<>();
    for (int n = 0; n < FIRST_LOGINS; n++) {
      seen.add(logIn(past(now, n, FIRST_LOGINS)));
    }
    return new Traffic(0, joined, paid, seen);
  }

  /** What happens in one tick when nothing is wrong, except for a row now and then. */
  Traffic usual(int tick, Instant now) {
    List<Customer> changed = new ArrayList<>();
    if (tick % 4 == 0) {
      changed.add(join(now));
    }
    if (tick % 10 == 5) {
      changed.add(closeAnAccount(now));
    }
    List<Payment> paid = new ArrayList<>();
    while (!pending.isEmpty()
        && !pending.element().at().plus(Bank.TICK.multipliedBy(SETTLES_AFTER)).isAfter(now)) {
      paid.add(pending.remove().completed(now));
    }
    for (int n = random.nextInt(4, 12); n > 0; n--) {
      paid.add(payNow(now));
    }
    if (tick % FLAWED_PAYMENT_EVERY == FLAWED_PAYMENT_AT) {
      paid.add(pay(now, "completed").asFlawed());
    }
    List<Login> seen = new ArrayList<>();
    for (int n = random.nextInt(2, 6); n > 0; n--) {
      seen.add(logIn(now));
    }
    if (tick % FLAWED_LOGIN_EVERY == FLAWED_LOGIN_AT) {
      seen.add(logIn(now).asFlawed());
    }
    return new Traffic(tick, changed, paid, seen);
  }

  private Customer join(Instant when) {
    Customer customer =
        new Customer(
            "%s-C%05d".formatted(center, customers.size()),
            one(Names.first(center)),
            one(Names.last(center)),
            random.nextInt(20) == 0 ? "CH" : center.country(),
            one(SEGMENTS),
            true,
            when,
            when);
    customers.add(customer);
    return customer;
  }

  private Customer closeAnAccount(Instant now) {
    int index = random.nextInt(100, customers.size());
    Customer closed = customers.get(index).closed(now);
    customers.set(index, closed);
    return closed;
  }

  private Payment payNow(Instant now) {
    boolean takesTime = random.nextInt(4) == 0;
    Payment payment = pay(now, takesTime ? "pending" : "completed");
    if (takesTime) {
      pending.add(payment);
    }
    return payment;
  }

  private Payment pay(Instant when, String status) {
    int customer = random.nextInt(customers.size());
    // Most payments are small: the square of an evenly spread number.
    double size = random.nextDouble();
    return new Payment(
        "%s-P%07d".formatted(center, payments++),
        customers.get(customer).id(),
        100 + (long) (size * size * 250_000),
        center.currency(),
        one(KINDS),
        "ACC-%05d".formatted(random.nextInt(2_000)),
        "dev-%s-%05d".formatted(center.id(), customer),
        status,
        when,
        when,
        false);
  }

  private Login logIn(Instant when) {
    int customer = random.nextInt(customers.size());
    return new Login(
        "%s-L%07d".formatted(center, logins++),
        customers.get(customer).id(),
        random.nextInt(25) != 0,
        "198.51.100." + (1 + customer % 254),
        "dev-%s-%05d".formatted(center.id(), customer),
        center.country(),
        when,
        false);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Instant past(Instant now, int number, int count) {
    return now.minus(HISTORY).plus(HISTORY.multipliedBy(number).dividedBy(count));
  }
}
