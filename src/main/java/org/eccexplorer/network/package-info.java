/** What a trained CNN is: sealed layer records, the graph of them and its evaluation. No I/O. */
@NullMarked
package org.eccexplorer.network;

import org.jspecify.annotations.NullMarked;
