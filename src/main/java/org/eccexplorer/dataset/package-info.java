/** Labelled images: IDX, CIFAR binary, NPY/NPZ and image folders. */
@NullMarked
package org.eccexplorer.dataset;

import org.jspecify.annotations.NullMarked;
