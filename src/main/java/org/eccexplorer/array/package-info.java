/** Arrays in files: NPY and NPZ, read by rows, and the values of images in memory. */
@NullMarked
package org.eccexplorer.array;

import org.jspecify.annotations.NullMarked;
