package cn.dabiao.app.clients;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import com.caoccao.javet.exceptions.JavetException;

import tools.jackson.databind.JsonNode;

/** The generated TypeScript client with what is done with it, compiled and run by {@link Node}. */
final class TypeScriptClient implements AutoCloseable {

    private static final Path GENERATED = Path.of("target", "generated-clients").toAbsolutePath();
    private static final String COMPILER = "META-INF/resources/webjars/typescript/";

    private final Node node;
    private final Path compiled;

    private TypeScriptClient(Node node, Path compiled) {
        this.node = node;
        this.compiled = compiled;
    }

    /** @param folder where the compiler and what it writes may lie */
    static TypeScriptClient compiled(Path mainJob, Path folder) throws IOException, JavetException {
        Path source = GENERATED.resolve(mainJob.getFileName());
        Files.copy(mainJob, source, StandardCopyOption.REPLACE_EXISTING);
        Path compiler = unpackedCompiler(Files.createDirectory(folder.resolve("compiler")));
        Path compiled = folder.resolve("compiled");
        Node node = new Node(folder);
        node.run(
                """
                const ts = required(%s);
                const program = ts.createProgram([%s], {
                    strict: true, noEmitOnError: true,
                    target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
                    module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10,
                    types: [], outDir: %s,
                });
                const emitted = program.emit();
                globalThis.faults = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics].map((it) =>
                    `${it.file ? it.file.fileName : ''}: ${ts.flattenDiagnosticMessageText(it.messageText, ' ')}`);"""
                        .formatted(Node.text(compiler), Node.text(source), Node.text(compiled)));
        JsonNode faults = node.evaluate("faults");
        if (!faults.isEmpty()) {
            node.close();
            throw new AssertionError(faults.toString());
        }
        return new TypeScriptClient(node, compiled.resolve("main-job.js"));
    }

    JsonNode mainJob(String base, String campaign, String school) throws JavetException {
        return node.settle("required(%s).mainJob(%s, %s, %s)"
                .formatted(Node.text(compiled), Node.text(base), Node.text(campaign), Node.text(school)));
    }

    @Override
    public void close() throws JavetException {
        node.close();
    }

    /** The compiler reads the declarations of the language itself from beside it. */
    private static Path unpackedCompiler(Path folder) throws IOException {
        URL webjar = Objects.requireNonNull(TypeScriptClient.class.getClassLoader().getResource(COMPILER));
        JarURLConnection connection = (JarURLConnection) webjar.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> wanted = jar.stream()
                    .filter(entry -> entry.getName().endsWith("/lib/typescript.js")
                            || entry.getName().matches(".*/lib/lib\\.[^/]*d\\.ts"))
                    .toList();
            for (JarEntry entry : wanted) {
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, folder.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1)));
                }
            }
        }
        return folder.resolve("typescript.js");
    }
}
