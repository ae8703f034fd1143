package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellFilesTest {
    @TempDir private Path folder;

    @Test
    void theManPageHasEveryCommandAndTheCompletionEveryOption() throws IOException {
        ShellFiles.main(new String[] {folder.toString(), "2026-11-23"});
        String page = Files.readString(folder.resolve("ecc.1"));
        assertThat(page.lines().findFirst().orElseThrow())
                .startsWith(".TH ECC 1 \"2026-11-23\" \"ECC Explorer ");
        assertThat(page).contains(".SH ECC\n.nf\n", "\\-\\-version");
        for (String command : CommandLineProgram.commandLine("").getSubcommands().keySet()) {
            assertThat(page).containsIgnoringCase(".SH ecc " + command + "\n");
        }
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|nf|fi)\\b.*"));
        assertThat(Files.readString(folder.resolve("ecc.bash")))
                .contains("complete ", "--replace-activations", "--sample");
    }
}
