package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BatchSizeTest {
    @Test
    void fewImagesOfALargeNetworkAreTakenAtOnce() {
        assertThat(BatchSize.of(50_000, 16)).isEqualTo(16);
        assertThat(BatchSize.of(1L << 22, 16)).isEqualTo(2);
        assertThat(BatchSize.of(9_300_000, 16)).isEqualTo(1);
        assertThat(BatchSize.of(Long.MAX_VALUE, 16)).isEqualTo(1);
        assertThat(BatchSize.of(0, 4)).isEqualTo(4);
    }
}
