package org.eccexplorer.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program, as it was built. */
public final class Version {
    private static final Properties BUILT = read();

    public static final String NUMBER = BUILT.getProperty("version");

    private Version() {}

    /** The commit that was built, in ten digits; empty where the sources were no clone. */
    public static String commit() {
        return commit(BUILT.getProperty("commit", ""));
    }

    /** Of what the build has put in, which is a word where Git did not answer. */
    static String commit(String built) {
        return built.matches("[0-9a-f]{7,40}") ? built : "";
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/version.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
