/** What a report says of runs, comparisons and searches: made of their results and nothing else. */
@NullMarked
package org.eccexplorer.report.run;

import org.jspecify.annotations.NullMarked;
