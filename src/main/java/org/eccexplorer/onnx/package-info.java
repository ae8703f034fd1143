/**
 * Reads ONNX models. Only operations on a list are read; a model is data and nothing in it is
 * executed.
 */
@NullMarked
package org.eccexplorer.onnx;

import org.jspecify.annotations.NullMarked;
