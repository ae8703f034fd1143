/** What every page stands on: the pages themselves, their charts, the bar of time. */
@NullMarked
package org.eccexplorer.ui.desk;

import org.jspecify.annotations.NullMarked;
