package org.eccexplorer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eccexplorer.files.Version;
import org.eccexplorer.text.Texts;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * What packages give to a shell: the man page {@code ecc.1}, the completion {@code ecc.bash}, and
 * in the folder {@code help} what {@code --help} and {@code --version} print, which a launcher can
 * then print without Java. Those for a terminal with colours end in {@code .ansi}.
 */
public final class ShellFiles {
    private static final int WIDTH = 78;

    private ShellFiles() {}

    /** Writes all into a folder, the first argument; the second is the page's date, 2026-11-23. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        CommandLine program = CommandLineProgram.commandLine("");
        Files.writeString(folder.resolve("ecc.bash"), AutoComplete.bash("ecc", program));
        Path help = Files.createDirectories(folder.resolve("help"));
        for (Ansi ansi : List.of(Ansi.OFF, Ansi.ON)) {
            String ending = ansi == Ansi.ON ? ".ansi" : "";
            Files.writeString(help.resolve("--version" + ending), version(program, ansi));
            Files.writeString(help.resolve("--help" + ending), program.getUsageMessage(ansi));
            for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
                Files.writeString(
                        help.resolve(command.getKey() + ending),
                        command.getValue().getUsageMessage(ansi));
            }
        }
        // Last, since it makes the help narrower.
        LocalDate date = LocalDate.parse(arguments[1]);
        Files.writeString(folder.resolve("ecc.1"), manPage(program, date));
    }

    private static String version(CommandLine program, Ansi ansi) {
        StringWriter version = new StringWriter();
        program.printVersionHelp(new PrintWriter(version, true), ansi);
        return version.toString();
    }

    /** The help of the program and of each command, a section each, as troff reads it. */
    static String manPage(CommandLine program, LocalDate date) {
        StringBuilder page = new StringBuilder();
        page.append(".TH ECC 1 \"")
                .append(date.format(DateTimeFormatter.ISO_LOCAL_DATE))
                .append("\" \"ECC Explorer ")
                .append(Version.NUMBER)
                .append("\"\n.SH ")
                .append(Texts.text("cli.manual.name"))
                .append("\necc \\- ")
                .append(escaped(Texts.text("cli.manual.purpose")))
                .append('\n');
        section(page, program);
        for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
            section(page, command.getValue());
        }
        return page.toString();
    }

    private static void section(StringBuilder page, CommandLine command) {
        command.setUsageHelpWidth(WIDTH);
        page.append(".SH ")
                .append(command.getCommandSpec().qualifiedName().toUpperCase(Locale.ROOT))
                .append("\n.nf\n")
                .append(escaped(command.getUsageMessage(Ansi.OFF)))
                .append(".fi\n");
    }

    /** Backslashes stand for themselves, and so do a line's first full stop or apostrophe. */
    private static String escaped(String text) {
        return text.replace("\\", "\\(rs").replace("-", "\\-").replaceAll("(?m)^(?=[.'])", "\\\\&");
    }
}
