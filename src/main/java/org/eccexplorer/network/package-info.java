/** What a trained CNN is: sealed layer records and their graph. No I/O. */
@NullMarked
package org.eccexplorer.network;

import org.jspecify.annotations.NullMarked;
