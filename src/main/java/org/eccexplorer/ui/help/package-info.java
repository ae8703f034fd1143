/** Texts, the greeting, reports of unexpected errors. */
@NullMarked
package org.eccexplorer.ui.help;

import org.jspecify.annotations.NullMarked;
