/**
 * A made-up bank: its customers, payments and logins in three data centers, the same for the same
 * seed.
 */
@NullMarked
package dev.tributary.cli.internal.demo.bank;

import org.jspecify.annotations.NullMarked;
