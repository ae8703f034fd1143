/** Lessons in the window: text and question on the left, what it is about on the right. */
@NullMarked
package org.eccexplorer.ui.lesson;

import org.jspecify.annotations.NullMarked;
