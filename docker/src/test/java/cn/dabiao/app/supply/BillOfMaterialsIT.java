package cn.dabiao.app.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists in the very jar that is handed out say what is in it. Without a network there is no bill, for it is not made. */
@DisabledIfSystemProperty(named = "dabiao.network", matches = "offline-true", disabledReason = "cyclonedx-maven-plugin runs online only")
class BillOfMaterialsIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** Boot's own tool for unpacking the jar, which the repackaging adds: no dependency of ours. */
    private static final String TOOLS = LIBRARIES + "spring-boot-jarmode-tools-";

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(Path.of("target", "dabiao.jar").toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void every_library_in_the_jar_is_on_the_bill_with_its_hash_and_nothing_else_is() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Format")).isEqualTo("CycloneDX");
        Map<String, String> listed = new HashMap<>();
        bill().get("components").forEach(component -> listed.put(sha256(component), component.get("name").asString()));

        SortedMap<String, String> libraries = libraries();
        assertThat(libraries).hasSizeGreaterThan(150);
        assertThat(libraries).allSatisfy((library, hash) -> assertThat(listed).as(library).containsKey(hash));
        listed.keySet().removeAll(libraries.values());
        assertThat(listed.values()).as("Boot leaves out what holds no class").allMatch(name -> name.startsWith("spring-boot-starter"));
    }

    @Test
    void every_component_of_others_names_its_licence() throws IOException {
        assertThat(bill().get("components").valueStream())
                .filteredOn(component -> !component.get("group").asString().equals("cn.dabiao"))
                .allSatisfy(component -> assertThat(component.path("licenses").size())
                        .as(component.get("purl").asString())
                        .isPositive());
    }

    @Test
    void the_list_of_licences_and_the_texts_that_the_libraries_do_not_bring_are_in_it() throws IOException {
        assertThat(text("META-INF/licences/EPL-2.0.txt")).contains("Eclipse Public License - v 2.0");
        assertThat(text("META-INF/licences/PostgreSQL.txt")).contains("PostgreSQL Global Development Group");
        assertThat(text("META-INF/THIRD-PARTY.txt"))
                .contains("(EPL-2.0) (LGPL-2.1) Logback Classic Module", "(BSD-2-Clause) PostgreSQL JDBC Driver")
                .doesNotContain("Unknown license", "cn.dabiao");
    }

    private static JsonNode bill() throws IOException {
        return JsonMapper.shared().readTree(text("META-INF/sbom/application.cdx.json"));
    }

    private static String sha256(JsonNode component) {
        return component.get("hashes").valueStream()
                .filter(hash -> hash.get("alg").asString().equals("SHA-256"))
                .map(hash -> hash.get("content").asString())
                .findFirst()
                .orElseThrow();
    }

    private static SortedMap<String, String> libraries() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (JarEntry entry : jar.stream().toList()) {
            String name = entry.getName();
            if (name.startsWith(LIBRARIES) && name.endsWith(".jar") && !name.startsWith(TOOLS)) {
                hashes.put(name, hash(entry));
            }
        }
        return hashes;
    }

    private static String hash(JarEntry entry) throws IOException {
        try (InputStream bytes = jar.getInputStream(entry)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String entry) throws IOException {
        try (InputStream bytes = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
