/** What is measured of one spiking layer: rates, residuals, errors and their causes. */
@NullMarked
package org.eccexplorer.measure.layer;

import org.jspecify.annotations.NullMarked;
