package org.eccexplorer.app.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eccexplorer.sim.ClosedForm;
import org.junit.jupiter.api.Test;

class LeadTest {
    @Test
    void aLeadIsMeasuredInDeviationsOfTheOutputs() {
        // Mean 2, squared deviations 4 + 1 + 1 + 4 over four classes.
        assertThat(Lead.of(new double[] {0, 1, 3, 4}, 3))
                .isCloseTo(1 / Math.sqrt(2.5), within(1e-12));
        assertThat(Lead.of(new double[] {0, 1, 3, 4}, 2))
                .isCloseTo(-1 / Math.sqrt(2.5), within(1e-12));
    }

    @Test
    void neitherTheUnitNorTheZeroOfOutputsChangesIt() {
        double lead = Lead.of(new double[] {0.1, 0.7, 0.2}, 1);
        assertThat(Lead.of(new double[] {1 + 5 * 0.1, 1 + 5 * 0.7, 1 + 5 * 0.2}, 1))
                .isCloseTo(lead, within(1e-12));
    }

    @Test
    void equalOutputsLeadByNothing() {
        assertThat(Lead.of(new double[] {3, 3, 3}, 1)).isZero();
    }

    @Test
    void ofEqualOutputsTheFirstIsTheLargest() {
        assertThat(ClosedForm.answers(new float[] {1, 2, 2, 5, 0, 1}, 3)).containsExactly(1, 0);
    }
}
