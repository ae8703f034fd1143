package org.eccexplorer.convert;

import java.util.List;
import org.eccexplorer.convert.linear.Current;
import org.eccexplorer.convert.linear.Offset;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.tensor.Shape;

/**
 * A layer of the CNN as the spiking network will have it: everything between two ReLUs folded into
 * one affine function of earlier layers, not yet normalised. Its activation is min(max(Σ
 * map(source) + offset, 0), ceiling).
 *
 * @param name of the last layer with weights in it, or of the pooling
 * @param node of the CNN whose value, clamped, is the activation that its rate should equal
 * @param ceiling of a clipped ReLU; infinite otherwise
 * @param belowZero whether it stands for values of both signs
 */
record RateLayer(
        String name,
        Role role,
        Shape shape,
        List<Current.Term> terms,
        Offset offset,
        int node,
        float ceiling,
        boolean belowZero) {}
