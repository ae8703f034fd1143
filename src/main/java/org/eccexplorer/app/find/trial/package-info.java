/**
 * Settings tried on images to choose on: what is right there, what a setting gave, what it is
 * expected to lose.
 */
@NullMarked
package org.eccexplorer.app.find.trial;

import org.jspecify.annotations.NullMarked;
