/** The pane of settings. */
@NullMarked
package org.eccexplorer.ui.settings;

import org.jspecify.annotations.NullMarked;
