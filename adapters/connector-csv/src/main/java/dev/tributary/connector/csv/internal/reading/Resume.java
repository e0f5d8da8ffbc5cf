package dev.tributary.connector.csv.internal.reading;

/**
 * Where an earlier reading of a file ended, and how much of the file it had looked at to find its
 * dialect: looking at the same bytes again finds the same.
 *
 * @param offset the byte at which reading goes on
 * @param line the number of the line that begins there
 * @param otherWidth the width of another table within which it ended, or 0
 * @param sampleLength how many bytes the dialect was found in
 * @param sampleComplete whether these were taken as the whole file
 */
public record Resume(
    long offset, long line, int otherWidth, int sampleLength, boolean sampleComplete) {}
