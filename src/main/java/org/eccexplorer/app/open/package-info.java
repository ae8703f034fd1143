/** What a user opens: models, images, pictures; an experiment is a model with its images. */
@NullMarked
package org.eccexplorer.app.open;

import org.jspecify.annotations.NullMarked;
