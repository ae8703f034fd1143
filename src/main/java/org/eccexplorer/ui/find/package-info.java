/** The search for a setting: what counts, what may vary, all that was tried, what was found. */
@NullMarked
package org.eccexplorer.ui.find;

import org.jspecify.annotations.NullMarked;
