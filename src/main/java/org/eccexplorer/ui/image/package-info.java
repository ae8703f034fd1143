/** The page on one image: votes, spikes, feature maps. */
@NullMarked
package org.eccexplorer.ui.image;

import org.jspecify.annotations.NullMarked;
