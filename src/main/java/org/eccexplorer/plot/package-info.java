/** Charts as values, and how to paint them on any surface; knows no window. */
@NullMarked
package org.eccexplorer.plot;

import org.jspecify.annotations.NullMarked;
