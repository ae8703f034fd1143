/** Labelled images: IDX, CIFAR binary, NPY and NPZ, HDF5, folders of pictures. */
@NullMarked
package org.eccexplorer.dataset;

import org.jspecify.annotations.NullMarked;
