package org.eccexplorer.app.lesson;

/**
 * Two neurons that feed a third.
 *
 * @param timesteps T
 */
public record PairScene(double wa, double wb, double theta, int timesteps, Sandbox sandbox) {

    static PairScene of(Names inputs) {
        int t = inputs.whole("T");
        double theta = inputs.of("theta");
        double wa = inputs.of("wa");
        double wb = inputs.of("wb");
        return new PairScene(
                wa,
                wb,
                theta,
                t,
                Sandbox.pair(
                        new double[] {inputs.of("a"), inputs.of("b")},
                        new double[] {wa, wb},
                        theta,
                        t));
    }

    double value(String name) {
        int a = sandbox.count(0, 0, timesteps);
        int b = sandbox.count(0, 1, timesteps);
        return switch (name) {
            case "a_spikes" -> a;
            case "b_spikes" -> b;
            case "spikes" -> sandbox.count(1, 0, timesteps);
            case "closed" -> sandbox.closed(1, 0, timesteps);
            case "sum" -> wa * a + wb * b;
            case "residual" ->
                    sandbox.trace(1, 0).membrane()[timesteps - 1] / sandbox.trace(1, 0).threshold()
                            - theta;
            default -> Double.NaN;
        };
    }
}
