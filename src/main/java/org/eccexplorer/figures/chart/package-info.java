/** What charts show of runs: their series, marks and titles, from the states of runs. */
@NullMarked
package org.eccexplorer.figures.chart;

import org.jspecify.annotations.NullMarked;
