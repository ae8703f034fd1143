/** The list and the table of runs. */
@NullMarked
package org.eccexplorer.ui.runs;

import org.jspecify.annotations.NullMarked;
