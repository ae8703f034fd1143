/** Lessons as text files: what stands in them, how they are read, why one is refused. */
@NullMarked
package org.eccexplorer.lesson;

import org.jspecify.annotations.NullMarked;
