/** Questions, notices and sheets above the window. */
@NullMarked
package org.eccexplorer.ui.dialog;

import org.jspecify.annotations.NullMarked;
