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

    @Test
    void whatALauncherPrintsIsWhatTheProgramPrints() throws IOException {
        ShellFiles.main(new String[] {folder.toString(), "2026-11-23"});
        assertThat(help("--version")).isEqualTo(Ecc.run("--version").out());
        assertThat(help("--help")).isEqualTo(Ecc.run("--help").out());
        for (String command : CommandLineProgram.commandLine("").getSubcommands().keySet()) {
            assertThat(help(command)).isEqualTo(Ecc.run(command, "--help").out());
            String coloured = help(command + ".ansi");
            assertThat(coloured).contains("\u001b[");
            assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(help(command));
        }
    }

    private String help(String name) throws IOException {
        return Files.readString(folder.resolve("help").resolve(name));
    }
}
