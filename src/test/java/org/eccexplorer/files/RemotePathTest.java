package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RemotePathTest {
    private static final Path HERE = Path.of("folder").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\host\\share\\m.keras",
                "//host/share/m.keras",
                "/\\host\\share",
                "\\\\?\\UNC\\host\\share\\m",
                "\\\\.\\pipe\\x",
                "\\\\",
                "\\\\host@SSL@8443\\DavWWWRoot\\m"
            })
    void otherMachinesAndDevicesLeadAway(String path) {
        assertThat(RemotePath.leadsAway(path, HERE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "m.keras", "/data/m.keras", "C:\\data\\m.keras", "a//b", "\\a", "."})
    void othersDoNot(String path) {
        assertThat(RemotePath.leadsAway(path, HERE)).isFalse();
    }
}
