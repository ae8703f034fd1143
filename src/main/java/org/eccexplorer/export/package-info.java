/**
 * Writes results: JSON, CSV and NPZ, each to a temporary file that then takes the target's place.
 */
@NullMarked
package org.eccexplorer.export;

import org.jspecify.annotations.NullMarked;
