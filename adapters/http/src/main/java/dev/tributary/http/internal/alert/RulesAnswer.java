package dev.tributary.http.internal.alert;

import java.util.List;

/** All rules. */
record RulesAnswer(List<RuleAnswer> rules) {}
