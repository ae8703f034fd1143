/** The pages on the model and its images. */
@NullMarked
package org.eccexplorer.ui.data;

import org.jspecify.annotations.NullMarked;
