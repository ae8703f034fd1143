/** The charts of the lessons. */
@NullMarked
package org.eccexplorer.figures.lesson;

import org.jspecify.annotations.NullMarked;
