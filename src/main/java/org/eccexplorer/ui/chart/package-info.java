/** A chart in the window: its canvas, its tools, its table. */
@NullMarked
package org.eccexplorer.ui.chart;

import org.jspecify.annotations.NullMarked;
