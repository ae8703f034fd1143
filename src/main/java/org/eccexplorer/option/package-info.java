/**
 * What can be set: typed definitions that command line, window, files and documents are made of.
 */
@NullMarked
package org.eccexplorer.option;

import org.jspecify.annotations.NullMarked;
