/** The rows and tables of runs. */
@NullMarked
package org.eccexplorer.figures.run;

import org.jspecify.annotations.NullMarked;
