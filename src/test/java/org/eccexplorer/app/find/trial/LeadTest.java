package org.eccexplorer.app.find.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.eccexplorer.sim.ClosedForm;
import org.junit.jupiter.api.Test;

class LeadTest {
    @Test
    void aLeadIsOverTheLargestOfTheOthers() {
        assertThat(Lead.of(new double[] {0, 1, 3, 4.5}, 3)).isEqualTo(1.5);
        assertThat(Lead.of(new double[] {0, 1, 3, 4.5}, 2)).isEqualTo(-1.5);
        assertThat(Lead.of(new double[] {-2, -3}, 0)).isEqualTo(1);
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
