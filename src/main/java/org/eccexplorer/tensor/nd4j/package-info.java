/** Matrix products by ND4J, where its native library exists for this machine. */
@NullMarked
package org.eccexplorer.tensor.nd4j;

import org.jspecify.annotations.NullMarked;
