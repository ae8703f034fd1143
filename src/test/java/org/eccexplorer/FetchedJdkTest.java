package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ecc} where no JDK is, with a server on loopback in the place of Adoptium. */
@DisabledOnOs(OS.WINDOWS)
final class FetchedJdkTest {
    /** A version that no computer has. */
    private static final String VERSION = "99";

    @TempDir private Path folder;
    private Path home;
    private Path cache;
    private byte[] archive = new byte[0];
    private HttpServer server;

    /** What a start has printed. */
    private record Start(int code, String output, String messages) {}

    @BeforeEach
    void setUp() throws IOException, InterruptedException, NoSuchAlgorithmException {
        home = Files.createDirectories(folder.resolve("a home"));
        cache = folder.resolve("a cache");
        Path launcher = Path.of(System.getProperty("ecc.home", "."), "ecc");
        Files.writeString(
                home.resolve("ecc"),
                Files.readString(launcher).replace("\nwanted=25\n", "\nwanted=" + VERSION + "\n"));
        assertThat(home.resolve("ecc").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("src/main/launcher"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/ecc.built"), home.toRealPath() + "\n");
        archive = archive();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        answer(sha256(archive), archive.length);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A JDK that only says that it was started, with something that does not get smaller. */
    private byte[] archive() throws IOException, InterruptedException {
        Path jdk = Files.createDirectories(folder.resolve("packed/jdk-99.0.1+1"));
        Files.createDirectories(jdk.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = jdk.resolve("bin").resolve(program);
            Files.writeString(file, "#!/bin/sh\necho \"started by $0\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        Files.write(jdk.resolve("modules"), noise);
        Path file = folder.resolve("jdk.tar.gz");
        Process tar =
                new ProcessBuilder(
                                "tar",
                                "-czf",
                                file.toString(),
                                "-C",
                                folder.resolve("packed").toString(),
                                "jdk-99.0.1+1")
                        .start();
        assertThat(tar.waitFor()).isZero();
        return Files.readAllBytes(file);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The API as Adoptium has it, and the archive, of which only so many bytes are sent. */
    private void answer(String sum, int sent) {
        String json =
                """
                [
                    {
                        "binary": {
                            "architecture": "x64",
                            "package": {
                                "checksum": "%s",
                                "checksum_link": "%s/jdk.tar.gz.sha256.txt",
                                "link": "%s/jdk.tar.gz",
                                "name": "jdk.tar.gz",
                                "size": %d
                            },
                            "project": "jdk"
                        },
                        "release_link": "%s/release"
                    }
                ]
                """
                        .formatted(sum, address(), address(), archive.length, address());
        server.createContext(
                "/v3/assets/latest/" + VERSION + "/hotspot",
                exchange -> {
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.createContext(
                "/jdk.tar.gz",
                exchange -> {
                    exchange.sendResponseHeaders(200, archive.length);
                    exchange.getResponseBody().write(archive, 0, sent);
                    exchange.close();
                });
    }

    private void answerInstead(String sum, int sent) {
        server.removeContext("/v3/assets/latest/" + VERSION + "/hotspot");
        server.removeContext("/jdk.tar.gz");
        answer(sum, sent);
    }

    private Start start() throws IOException, InterruptedException {
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("ecc").toString(), "--version")
                        .redirectOutput(out)
                        .redirectError(err)
                        .redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(name -> name.matches("J.*_OPTIONS|.*_proxy"));
        builder.environment().put("ECC_JDK", "fetch");
        builder.environment().put("ECC_ADOPTIUM", address());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Start(
                process.exitValue(),
                Files.readString(out.toPath()),
                Files.readString(err.toPath()));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("ecc-explorer/jdk"))) {
            return files.toList();
        }
    }

    @Test
    void fetchesOnceAndGoesOn() throws IOException, InterruptedException {
        Start first = start();
        assertThat(first.code()).as(first.messages()).isZero();
        assertThat(first.messages()).contains("Fetching " + address() + "/jdk.tar.gz");
        Path jdk = cache.resolve("ecc-explorer/jdk/jdk-99.0.1+1");
        assertThat(first.output()).contains("started by " + jdk.resolve("bin/java"));
        assertThat(kept()).containsExactly(jdk);
        server.stop(0);
        Start second = start();
        assertThat(second.messages()).isEmpty();
        assertThat(second.output()).isEqualTo(first.output());
    }

    @Test
    void takesNothingWithAnotherChecksum()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        answerInstead(sha256(new byte[1]), archive.length);
        Start start = start();
        assertThat(start.code()).isEqualTo(3);
        assertThat(start.output()).isEmpty();
        assertThat(start.messages()).contains("SHA-256 " + sha256(archive), "start again");
        assertThat(kept()).isEmpty();
    }

    @Test
    void takesNothingThatWasCut()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        answerInstead(sha256(archive), archive.length / 2);
        Start start = start();
        assertThat(start.code()).isEqualTo(3);
        assertThat(start.output()).isEmpty();
        assertThat(start.messages()).contains("did not arrive whole");
        assertThat(kept()).isEmpty();
    }

    @Test
    void saysWhatToDoWithoutANetwork() throws IOException, InterruptedException {
        server.stop(0);
        Start start = start();
        assertThat(start.code()).isEqualTo(3);
        assertThat(start.messages())
                .contains("https://adoptium.net/temurin/releases", cache.toString());
        assertThat(kept()).isEmpty();
    }

    @Test
    void saysThatAdoptiumHasNone() throws IOException, InterruptedException {
        answerInstead("", archive.length);
        Start start = start();
        assertThat(start.code()).isEqualTo(3);
        assertThat(start.messages()).contains("Adoptium has no JDK 99");
    }

    /** On a disk of 100 kB, which only root can make. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNothingWhereThereIsNoSpace() throws IOException, InterruptedException {
        Files.createDirectories(cache);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", cache.toString()),
                "not root");
        try {
            Start start = start();
            assertThat(start.code()).isEqualTo(3);
            assertThat(start.output()).isEmpty();
            assertThat(start.messages()).contains("space in " + cache);
            assertThat(kept()).isEmpty();
        } finally {
            assertThat(run("umount", cache.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
