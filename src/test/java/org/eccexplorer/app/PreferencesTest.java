package org.eccexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void theyComeBack() throws ProblemException {
        Path file = folder.resolve("new").resolve("preferences.json");
        Preferences changed =
                Preferences.standard()
                        .withTheme(Preferences.Theme.DARK)
                        .withWindow(3, 4, 1200, 800)
                        .withRecent(new Preferences.Recent("a.keras", "a.npz"));
        changed.write(file);
        assertThat(Preferences.read(file)).isEqualTo(changed);
    }

    @Test
    void damagedOnesAreTheStandard() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"theme\": 7");
        assertThat(Preferences.read(file)).isEqualTo(Preferences.standard());
    }

    @Test
    void recentOnesAreFewAndUnique() {
        Preferences preferences = Preferences.standard();
        for (int i = 0; i < 20; i++) {
            preferences = preferences.withRecent(new Preferences.Recent("m" + i % 10, "d"));
        }
        assertThat(preferences.recent()).hasSize(8).doesNotHaveDuplicates();
        assertThat(preferences.recent().getFirst().model()).isEqualTo("m9");
    }
}
