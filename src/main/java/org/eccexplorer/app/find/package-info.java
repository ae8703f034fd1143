/**
 * Finding a setting: a search from its question to its results, the check of the winners on test
 * images, and searches on threads of their own.
 */
@NullMarked
package org.eccexplorer.app.find;

import org.jspecify.annotations.NullMarked;
