package dev.tributary.http.internal.alert;

/** How many events were unread. */
record MarkedAnswer(int marked) {}
