/** A sweep in place of the explorer: its charts, its runs as a table, what failed. */
@NullMarked
package org.eccexplorer.ui.sweep;

import org.jspecify.annotations.NullMarked;
