package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.network.Node;
import org.junit.jupiter.api.Test;

/** Each layer of the CNN is listed with the spiking layer that it became part of. */
class LayerOriginsTest {
    private static List<List<String>> origins(String sample) throws Exception {
        Experiment experiment = Experiment.sample(sample, 2);
        Prepared prepared =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration(),
                        Settings.standard(),
                        new Cancellation());
        List<List<String>> all = new ArrayList<>();
        for (int l = 0; l < prepared.network().layers().size(); l++) {
            all.add(
                    LayerOrigins.of(prepared.cnn().network(), prepared.network(), l).stream()
                            .map(Node::name)
                            .toList());
        }
        return all;
    }

    @Test
    void aChainIsCutAtItsNeurons() throws Exception {
        List<List<String>> all = origins("fashion-mnist");
        assertThat(all).hasSize(4);
        assertThat(all.getFirst()).contains("conv1_1_conv", "conv1_1_bn", "conv1_1_relu");
        assertThat(all.get(1)).contains("pool1", "conv2_1_conv").doesNotContain("conv1_1_relu");
        assertThat(all.getLast()).contains("logits");
        assertThat(all.stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
    }

    @Test
    void branchesBelongToTheirSum() throws Exception {
        List<List<String>> all = origins("cifar10-resnet20");
        List<String> told = all.stream().flatMap(List::stream).distinct().toList();
        Experiment experiment = Experiment.sample("cifar10-resnet20", 2);
        assertThat(told)
                .hasSameSizeAs(
                        experiment.model().network().nodes().stream()
                                .map(Node::name)
                                .distinct()
                                .toList());
    }
}
