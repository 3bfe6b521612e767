package cn.dabiao.app.clients;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The generated Java client with what is done with it, by the compiler of the JDK that runs this. */
final class JavaClient {

    private static final Path GENERATED = Path.of("target", "generated-clients", "java", "src", "main", "java");
    /** Surefire starts with a jar that but names the others. */
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Path classes;

    private JavaClient(Path classes) {
        this.classes = classes;
    }

    static JavaClient compiled(Path mainJob, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", CLASS_PATH, "-d", classes.toString());
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> generated = Files.walk(GENERATED)) {
            List<File> sources = Stream.concat(Stream.of(mainJob), generated)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
            boolean isCompiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromFiles(sources))
                    .call();
            if (!isCompiled) {
                throw new AssertionError(said.toString());
            }
        }
        return new JavaClient(classes);
    }

    Map<?, ?> mainJob(String base, UnaryOperator<String> tokens, String campaign, String school) throws Exception {
        URL[] ours = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(ours, JavaClient.class.getClassLoader())) {
            Object job = loader.loadClass("MainJob")
                    .getConstructor(String.class, UnaryOperator.class, String.class, String.class)
                    .newInstance(base, tokens, campaign, school);
            return (Map<?, ?>) ((Callable<?>) job).call();
        }
    }
}
