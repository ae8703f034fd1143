package org.eccexplorer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class ReasonTest {
    @Test
    void saysInWordsWhatJavaSaysByAPathOrNotAtAll() {
        assertThat(Reason.of(new NoSuchFileException("/a/b")))
                .isEqualTo("there is no such file or folder");
        assertThat(Reason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
        assertThat(Reason.of(new AccessDeniedException("/a", null, "it is read-only")))
                .isEqualTo("it is read-only");
        assertThat(Reason.of(new FileAlreadyExistsException("/dev/null")))
                .isEqualTo("a file of that name is in the way");
        assertThat(Reason.of(new FileSystemException("/a", null, "Not a directory")))
                .isEqualTo("Not a directory");
        assertThat(Reason.of(new EOFException())).isEqualTo("it ends early");
        assertThat(Reason.of(new UncheckedIOException(new IOException("why")))).isEqualTo("why");
        assertThat(Reason.of(new NullPointerException()))
                .isEqualTo("no reason is given (NullPointerException)");
    }
}
