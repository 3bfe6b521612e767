package cn.dabiao.app.clients;

import java.nio.file.Path;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Node.js in this very process, so that no machine needs one. */
final class Node implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NodeRuntime runtime;

    /** @param folder where {@code required} looks for modules from */
    Node(Path folder) throws JavetException {
        this.runtime = V8Host.getNodeInstance().createV8Runtime();
        run("globalThis.required = process.getBuiltinModule('node:module').createRequire(%s)"
                .formatted(text(folder.toAbsolutePath().resolve("any.js"))));
    }

    void run(String script) throws JavetException {
        runtime.getExecutor(script).executeVoid();
    }

    /** What an expression is, as JSON. */
    JsonNode evaluate(String expression) throws JavetException {
        return JSON.readTree(runtime.getExecutor("JSON.stringify(" + expression + ")").executeString());
    }

    /** What a promise comes to; a rejected one fails the test. */
    JsonNode settle(String promise) throws JavetException {
        run(
                """
                globalThis.outcome = { failed: 'still waiting' };
                (%s).then(
                    (results) => { outcome = { results }; },
                    async (error) => {
                        const told = error.response ? await error.response.text() : JSON.stringify(error.problem ?? {});
                        outcome = { failed: `${error.stack} ${error.cause ?? ''} ${told}` };
                    });"""
                        .formatted(promise));
        runtime.await();
        JsonNode outcome = evaluate("outcome");
        if (outcome.has("failed")) {
            throw new AssertionError(outcome.get("failed").asString());
        }
        return outcome.path("results");
    }

    /** A text as JavaScript writes it. */
    static String text(Object value) {
        return JSON.writeValueAsString(value.toString());
    }

    @Override
    public void close() throws JavetException {
        runtime.close();
    }
}
