/** What a sweep has done, read back from its folder for charts, tables and the window. */
@NullMarked
package org.eccexplorer.app.sweep.results;

import org.jspecify.annotations.NullMarked;
