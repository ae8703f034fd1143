/**
 * From a trained CNN to a spiking network by explicit current control (ECC), one class per
 * technique.
 *
 * <p>Source of the method: D. Wu, X. Yi, X. Huang, "A Little Energy Goes a Long Way: Build an
 * Energy-Efficient, Accurate Spiking Neural Network from Convolutional Neural Network", Frontiers
 * in Neuroscience 16 (2022), arXiv:2103.00944.
 */
@NullMarked
package org.eccexplorer.convert;

import org.jspecify.annotations.NullMarked;
