/** Matrix products by ND4J, where it was fetched and has a native build for this machine. */
@NullMarked
package org.eccexplorer.tensor.nd4j;

import org.jspecify.annotations.NullMarked;
