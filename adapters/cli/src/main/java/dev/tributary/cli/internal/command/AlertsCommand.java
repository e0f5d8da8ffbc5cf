package dev.tributary.cli.internal.command;

import picocli.CommandLine.Command;

/** {@code tributary alerts ...}. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = "Looks after the rules by which alerts fire.",
    subcommands = BacktestCommand.class)
public final class AlertsCommand {}
