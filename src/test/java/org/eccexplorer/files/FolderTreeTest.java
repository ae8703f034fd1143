package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void allThatIsInItGoes() throws IOException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("a/b"));
        Files.writeString(tree.resolve("a/b/file"), "1");
        Files.writeString(tree.resolve("file"), "2");
        FolderTree.delete(tree);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereALinkLeadsNothingGoes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("kept"), "1");
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), other);
        FolderTree.delete(tree);
        assertThat(tree).doesNotExist();
        assertThat(other.resolve("kept")).hasContent("1");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> FolderTree.delete(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
