/** Accuracy, rates, currents, residuals, the error split and cost, folded from simulated images. */
@NullMarked
package org.eccexplorer.measure;

import org.jspecify.annotations.NullMarked;
