/** Sentences and names of what runs are, cost and lose. */
@NullMarked
package org.eccexplorer.figures.words;

import org.jspecify.annotations.NullMarked;
