/** The plan of a sweep: models, images, settings and seeds, and the text in YAML that says them. */
@NullMarked
package org.eccexplorer.app.sweep.plan;

import org.jspecify.annotations.NullMarked;
