/** Charts as values, with their scales and tables; knows no window. */
@NullMarked
package org.eccexplorer.plot;

import org.jspecify.annotations.NullMarked;
