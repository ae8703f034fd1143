/** ECC Explorer. */
@NullMarked
package org.eccexplorer;

import org.jspecify.annotations.NullMarked;
