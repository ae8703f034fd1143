/** What charts, tables and sentences say of a sweep. */
@NullMarked
package org.eccexplorer.figures.sweep;

import org.jspecify.annotations.NullMarked;
