package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionTest {
    @Test
    void namesTheCommitThatWasBuilt() {
        assertThat(Version.commit("0123456789")).isEqualTo("0123456789");
    }

    @Test
    void namesNoneWhereTheSourcesAreNoClone() {
        assertThat(Version.commit("none")).isEmpty();
        assertThat(Version.commit("${git.commit}")).isEmpty();
    }

    @Test
    void hasANumber() {
        assertThat(Version.NUMBER).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
