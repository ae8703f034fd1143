/**
 * Reads programs that PyTorch exported (.pt2). Only operations on a list are read; a model is data
 * and nothing in it is ever executed.
 */
@NullMarked
package org.eccexplorer.torch;

import org.jspecify.annotations.NullMarked;
