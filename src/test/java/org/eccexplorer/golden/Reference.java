package org.eccexplorer.golden;

import org.eccexplorer.Resources;
import org.eccexplorer.array.Npz;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.keras.KerasModels;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;

/** The bundled sample and what other programs computed on it. */
final class Reference {
    final BundledModels.Sample sample;
    final Network network;
    final CnnEvaluator cnn;
    final LabelledImages test;
    final LabelledImages calibration;

    Reference() throws ProblemException {
        sample = BundledModels.open("fashion-mnist");
        network = KerasModels.read(sample.model()).network();
        cnn = new CnnEvaluator(network, DenseBackends.chosen());
        test = DataSets.open(sample.test(), null).scaled(1 / 255.0);
        calibration = DataSets.open(sample.calibration(), null).scaled(1 / 255.0);
    }

    static Npz results(String name) throws ProblemException {
        return Npz.open(Resources.path("reference/" + name));
    }

    SpikingNetwork convert(ConversionOptions options) throws ProblemException {
        Conversion conversion = Conversion.of(network, options);
        ActivationRanges ranges = new ActivationRanges(network, conversion.calibratedNodes());
        int all = calibration.count();
        ranges.addMaxima(cnn, calibration.batch(0, all), 0, all);
        return conversion.result(ranges).network();
    }

    double accuracy(int[] answers) {
        int right = 0;
        for (int i = 0; i < answers.length; i++) {
            right += answers[i] == test.labels()[i] ? 1 : 0;
        }
        return 100.0 * right / answers.length;
    }
}
