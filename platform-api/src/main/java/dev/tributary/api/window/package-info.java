/** Where the windows of rules are kept, so that they outlive the process that moves them. */
@NullMarked
package dev.tributary.api.window;

import org.jspecify.annotations.NullMarked;
