package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.StreamingDetector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DetectorLawsTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @Property(tries = 100)
  void scoreLiesBetweenZeroAndOneForAnyValues(
      @ForAll("detector") String name, @ForAll List<Double> head, @ForAll long seed) {
    StreamingDetector detector = Detectors.named(name);

    double[] scores = scores(detector, join(head, wild(seed)));

    assertThat(DoubleStream.of(scores).boxed()).allMatch(score -> score >= 0 && score <= 1);
  }

  @Property(tries = 30)
  void judgingLeavesNoTrace(@ForAll("detector") String name, @ForAll long seed) {
    double[] series = noise(seed, 800);
    StreamingDetector watched = Detectors.named(name);
    StreamingDetector judged = Detectors.named(name);

    for (int index = 0; index < series.length; index++) {
      judged.judge(at(index), series[index] * 3);
      judged.judge(at(index), -series[index]);
      assertThat(judged.score(at(index), series[index]))
          .isEqualTo(watched.score(at(index), series[index]));
    }
  }

  @Property(tries = 30)
  void restoredDetectorContinuesBitForBit(
      @ForAll("detector") String name, @ForAll long seed, @ForAll @IntRange(max = 900) int cut) {
    double[] series = noise(seed, 1000);
    StreamingDetector whole = Detectors.named(name);
    StreamingDetector saved = Detectors.named(name);
    double[] scores = scores(whole, series);
    for (int index = 0; index < cut; index++) {
      saved.learn(at(index), series[index]);
    }

    StreamingDetector restored = Detectors.named(name);
    restore(restored, save(saved));

    for (int index = cut; index < series.length; index++) {
      assertThat(restored.score(at(index), series[index])).isEqualTo(scores[index]);
    }
    assertThat(save(restored)).isEqualTo(save(whole));
  }

  @Property(tries = 30)
  void missingValuesChangeNothing(@ForAll("detector") String name, @ForAll long seed) {
    double[] series = noise(seed, 800);
    StreamingDetector complete = Detectors.named(name);
    StreamingDetector gapped = Detectors.named(name);

    for (int index = 0; index < series.length; index++) {
      assertThat(gapped.score(at(index), Double.NaN)).isZero();
      assertThat(gapped.score(at(index), series[index]))
          .isEqualTo(complete.score(at(index), series[index]));
    }
  }

  @Property(tries = 30)
  void unitOfTheValuesDoesNotMatter(
      @ForAll("detector") String name,
      @ForAll long seed,
      @ForAll @IntRange(min = -8, max = 20) int power) {
    double[] series = noise(seed, 800);
    double[] scaled = DoubleStream.of(series).map(value -> Math.scalb(value, power)).toArray();

    double[] scores = scores(Detectors.named(name), series);

    assertThat(scores(Detectors.named(name), scaled)).isEqualTo(scores);
  }

  @Property(tries = 30)
  void constantSeriesIsNeverAnomalous(@ForAll("detector") String name, @ForAll double value) {
    double[] series = DoubleStream.generate(() -> value).limit(800).toArray();

    assertThat(DoubleStream.of(scores(Detectors.named(name), series)).boxed())
        .allMatch(score -> score < 0.5);
  }

  @Property(tries = 20)
  void memoryStaysTheSame(@ForAll("detector") String name, @ForAll long seed) {
    StreamingDetector detector = Detectors.named(name);
    int fresh = save(detector).length;

    scores(detector, noise(seed, 3000));

    assertThat(save(detector)).hasSize(fresh);
  }

  @Provide
  Arbitrary<String> detector() {
    return Arbitraries.of(Detectors.names());
  }

  private static double[] scores(StreamingDetector detector, double[] series) {
    double[] scores = new double[series.length];
    for (int index = 0; index < series.length; index++) {
      scores[index] = detector.score(at(index), series[index]);
    }
    return scores;
  }

  private static Instant at(int index) {
    return START.plusSeconds(300L * index);
  }

  private static double[] noise(long seed, int count) {
    Random random = new Random(seed);
    return random
        .doubles(count)
        .map(share -> share < 0.01 ? 500 * share : 50 + 10 * share)
        .toArray();
  }

  private static double[] wild(long seed) {
    Random random = new Random(seed);
    return DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
        .limit(700)
        .toArray();
  }

  private static double[] join(List<Double> head, double[] tail) {
    return DoubleStream.concat(
            head.stream().mapToDouble(Double::doubleValue), DoubleStream.of(tail))
        .toArray();
  }

  private static byte[] save(StreamingDetector detector) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      detector.save(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void restore(StreamingDetector detector, byte[] saved) {
    try {
      detector.restore(new DataInputStream(new ByteArrayInputStream(saved)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
