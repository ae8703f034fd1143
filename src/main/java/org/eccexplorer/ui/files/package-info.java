/** Opening, saving, and recovery after a crash. */
@NullMarked
package org.eccexplorer.ui.files;

import org.jspecify.annotations.NullMarked;
