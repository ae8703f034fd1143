package org.eccexplorer.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eccexplorer.HeapUse;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.tensor.VectorBackend;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Vectors stay in registers: where the compiler does not know what a vector is, each becomes an
 * object, and the simulation takes five times as long. It shows in the bytes of the heap that a run
 * asks for: some gigabytes.
 */
final class RegistersTest {
    private static final int TIMESTEPS = 256;

    /** What a run may need for its results and its bookkeeping. */
    private static final long FEW_BYTES = 4 << 20;

    @TestFactory
    List<DynamicTest> runsAllocateLittle() {
        return List.of(
                test("float32", options -> options),
                test(
                        "weights of 8 bits",
                        options -> options.with(ConversionOptions.WEIGHT_BITS, 8)),
                test("leak", options -> options.with(ConversionOptions.LEAK, 0.1)),
                test("signed", options -> options.with(ConversionOptions.NEURONS, Neurons.SIGNED)),
                test(
                        "signed with a leak",
                        options ->
                                options.with(ConversionOptions.NEURONS, Neurons.SIGNED)
                                        .with(ConversionOptions.LEAK, 0.1)),
                test(
                        "multi-threshold",
                        options -> options.with(ConversionOptions.NEURONS, Neurons.MULTI)));
    }

    private static DynamicTest test(String name, UnaryOperator<ConversionOptions> change) {
        ConversionOptions options = change.apply(ConversionOptions.ecc());
        return DynamicTest.dynamicTest(
                name, () -> assertLittle(Converted.of(RandomNetworks.wide(96, 1), options, 1)));
    }

    /** Until it is compiled, every vector is an object: the last of many runs counts. */
    private static void assertLittle(Converted converted) {
        Simulator simulator =
                new Simulator(converted.spiking(), new VectorBackend(), KernelChoice.SPARSE);
        Simulator.Workspace workspace = simulator.newWorkspace();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        long taken;
        do {
            long before = HeapUse.allocated();
            simulator.run(
                    new Simulator.Image(converted.images(), 0, 0, TIMESTEPS, 1),
                    workspace,
                    SpikeRecorder.NONE,
                    () -> false);
            taken = HeapUse.allocated() - before;
        } while (taken > FEW_BYTES && System.nanoTime() < end);
        assertThat(taken).isLessThan(FEW_BYTES);
    }
}
