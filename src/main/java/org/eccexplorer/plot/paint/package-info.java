/** How each kind of chart is painted on a surface. */
@NullMarked
package org.eccexplorer.plot.paint;

import org.jspecify.annotations.NullMarked;
