/** The pages on results: live charts, error, cost, answers. */
@NullMarked
package org.eccexplorer.ui.results;

import org.jspecify.annotations.NullMarked;
