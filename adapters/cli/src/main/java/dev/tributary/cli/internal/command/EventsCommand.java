package dev.tributary.cli.internal.command;

import picocli.CommandLine.Command;

/** {@code tributary events ...}. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Makes up the events of metrics.",
    subcommands = GenerateCommand.class)
public final class EventsCommand {}
