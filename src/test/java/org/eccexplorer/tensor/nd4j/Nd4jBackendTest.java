package org.eccexplorer.tensor.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.junit.jupiter.api.Test;

/** What happens where ND4J was never fetched, also on a machine that has it. */
class Nd4jBackendTest {

    /** The standard build's class path: ours and the rest, without a class of ND4J. */
    private static final class WithoutNd4j extends ClassLoader {
        WithoutNd4j() {
            super(Nd4jBackendTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.nd4j.") || name.startsWith("org.bytedeco.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.eccexplorer.tensor.nd4j.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void whereItWasNotFetchedItSaysHowToFetchIt() throws ReflectiveOperationException {
        Class<?> backend = new WithoutNd4j().loadClass(Nd4jBackend.class.getName());
        MethodHandle load =
                MethodHandles.publicLookup()
                        .findStatic(backend, "load", MethodType.methodType(DenseBackend.class));
        assertThatThrownBy(load::invoke)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> {
                            Problem problem = failure.problems().getFirst();
                            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
                            assertThat(problem.what()).isEqualTo("ND4J is not installed");
                            assertThat(problem.remedy()).contains("./ecc fetch nd4j");
                        });
    }
}
