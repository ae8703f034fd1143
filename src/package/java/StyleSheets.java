import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * Writes what JavaFX has of each style sheet once it is read: java --module-path JAVAFX
 * --add-modules javafx.graphics StyleSheets.java FROM TO, two folders.
 *
 * <p>JavaFX takes a file that ends in .bss where it lies beside the one that is asked for, and has
 * no text to read at each start. What is no style sheet of JavaFX (that of reports) is left out.
 */
void main(String[] folders) throws IOException {
    Path from = Path.of(folders[0]);
    for (Path sheet : sheets(from)) {
        Path to = Path.of(folders[1]).resolve(from.relativize(sheet));
        CssParser.errorsProperty().clear();
        new CssParser().parse(sheet.toUri().toURL());
        if (CssParser.errorsProperty().isEmpty()) {
            Files.createDirectories(to.getParent());
            String name = to.getFileName().toString().replaceFirst("css$", "bss");
            Stylesheet.convertToBinary(sheet.toFile(), to.resolveSibling(name).toFile());
        }
    }
}

static List<Path> sheets(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
        return files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
}
