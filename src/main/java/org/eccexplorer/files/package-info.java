/** Files that are written whole or not at all, and folders of results. */
@NullMarked
package org.eccexplorer.files;

import org.jspecify.annotations.NullMarked;
