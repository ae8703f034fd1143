package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eccexplorer.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between systems; each is asked for on all of them. */
class HostSystemTest {
    private static final Path HOME = Path.of("home");

    @TempDir private Path folder;

    @Test
    void systemsAreKnownByTheirNames() {
        assertThat(HostSystem.named("Windows Server 2025")).isEqualTo(HostSystem.WINDOWS);
        assertThat(HostSystem.named("Mac OS X")).isEqualTo(HostSystem.MACOS);
        assertThat(HostSystem.named("Linux")).isEqualTo(HostSystem.LINUX);
        assertThat(HostSystem.named("FreeBSD")).isEqualTo(HostSystem.LINUX);
        assertThat(HostSystem.LINUX.displayIsNamed()).isTrue();
        assertThat(HostSystem.MACOS.displayIsNamed()).isFalse();
        assertThat(HostSystem.WINDOWS.displayIsNamed()).isFalse();
    }

    @Test
    void programsKeepWhatTheyRememberWhereTheSystemWantsIt() {
        assertThat(HostSystem.WINDOWS.configuration(HOME, name -> null))
                .isEqualTo(HOME.resolve("AppData").resolve("Roaming"));
        assertThat(HostSystem.MACOS.configuration(HOME, name -> ""))
                .isEqualTo(HOME.resolve("Library").resolve("Application Support"));
        assertThat(HostSystem.LINUX.configuration(HOME, name -> null))
                .isEqualTo(HOME.resolve(".config"));
        assertThat(HostSystem.LINUX.configuration(HOME, name -> name))
                .isEqualTo(Path.of("XDG_CONFIG_HOME"));
        assertThat(HostSystem.WINDOWS.configuration(HOME, name -> name))
                .isEqualTo(Path.of("APPDATA"));
    }

    @Test
    void nobodyElseLooksIntoAnOwnFolder() throws Exception {
        Path own = folder.resolve("a").resolve("own");
        HostSystem.ownFolder(own);
        HostSystem.ownFolder(own);
        assertThat(own).isDirectory();
        assumeTrue(Resources.hasPermissions());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
    }

    /** Renamed over what is open: on Windows, too, the old content is read to its end. */
    @Test
    void aFileIsReplacedWhileAnotherReadsIt() throws Exception {
        Path file = folder.resolve("größe ä b.txt");
        AtomicFile.write(file, out -> out.write(new byte[] {1}));
        try (var open = Files.newInputStream(file)) {
            AtomicFile.write(file, out -> out.write(new byte[] {2}));
            assertThat(open.readAllBytes()).containsExactly(1);
        }
        assertThat(file).hasBinaryContent(new byte[] {2});
    }
}
