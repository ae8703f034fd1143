/** All that can be done in the window, for menus, shortcuts and the palette. */
@NullMarked
package org.eccexplorer.ui.command;

import org.jspecify.annotations.NullMarked;
