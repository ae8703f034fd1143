/** Tables as values, and as Markdown and LaTeX. */
@NullMarked
package org.eccexplorer.figures.table;

import org.jspecify.annotations.NullMarked;
