/** What charts, tables and sentences say. Values and texts only; knows no window. */
@NullMarked
package org.eccexplorer.figures;

import org.jspecify.annotations.NullMarked;
