package cn.dabiao.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the language may know. A rule that finds nothing to look at fails: {@code failOnEmptyShould} stays on. */
@AnalyzeClasses(packages = "cn.dabiao", importOptions = ImportOption.DoNotIncludeTests.class)
class KernelArchitectureTest {

    private static final String DOMAIN = "cn.dabiao.domain..";

    /** The clock and chance: what an event may hold, but no rule or fold may ask for. */
    private static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_CHANCE = target("java\\.time\\..*", "now")
            .or(target("java\\.time\\.Clock", "(system.*|tick.*)"))
            .or(target("java\\.lang\\.System", "(currentTimeMillis|nanoTime)"))
            .or(target("java\\.util\\.UUID", "randomUUID"))
            .or(target("java\\.lang\\.Math", "random"))
            .or(target("java\\.util\\.Collections", "shuffle"));

    @ArchTest
    static final ArchRule the_kernel_knows_neither_spring_nor_the_web = noClasses()
            .that().resideInAPackage("cn.dabiao..")
            .should().dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "jakarta.servlet..", "javax.servlet..", "jakarta.ws..", "java.net.http..",
                    "com.sun.net.httpserver.."));

    @ArchTest
    static final ArchRule the_domain_knows_neither_jackson_nor_axon_nor_a_database = noClasses()
            .that().resideInAPackage(DOMAIN)
            .should().dependOnClassesThat(resideInAnyPackage(
                    "tools.jackson..", "com.fasterxml..", "org.axonframework..", "java.sql..", "javax.sql..",
                    "org.postgresql..", "org.flywaydb.."));

    @ArchTest
    static final ArchRule the_domain_knows_itself_the_jdk_and_jspecify_alone = classes()
            .that().resideInAPackage(DOMAIN)
            .should().onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, "java..", "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule the_domain_asks_no_clock_and_no_chance = noClasses()
            .that().resideInAPackage(DOMAIN)
            .should().accessTargetWhere(CLOCK_OR_CHANCE)
            .orShould().dependOnClassesThat().areAssignableTo(Random.class)
            .orShould().dependOnClassesThat().areAssignableTo(RandomGenerator.class);

    @ArchTest
    static final ArchRule the_domain_touches_no_file_network_or_thread = noClasses()
            .that().resideInAPackage(DOMAIN)
            .should().dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                    .or(name(Thread.class.getName())));

    @ArchTest
    static final ArchRule json_does_not_know_the_ledger = noClasses()
            .that().resideInAPackage("cn.dabiao.json..")
            .should().dependOnClassesThat(resideInAPackage("cn.dabiao.ledger.."));

    @ArchTest
    static final ArchRule the_proofs_know_the_jdk_alone = classes()
            .that().resideInAPackage("cn.dabiao.ledger.proof")
            .should().onlyDependOnClassesThat(
                    resideInAnyPackage("cn.dabiao.ledger.proof", "java..", "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule the_bundle_knows_the_proofs_and_json_alone = classes()
            .that().resideInAPackage("cn.dabiao.ledger.bundle")
            .should().onlyDependOnClassesThat(resideInAnyPackage(
                    "cn.dabiao.ledger.bundle", "cn.dabiao.ledger.proof", "tools.jackson..", "java..",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule the_verifier_of_the_store_knows_the_proofs_and_jdbc_alone = classes()
            .that().resideInAPackage("cn.dabiao.ledger.verify")
            .should().onlyDependOnClassesThat(resideInAnyPackage(
                    "cn.dabiao.ledger.verify", "cn.dabiao.ledger.proof", "java..", "javax.sql..", "org.postgresql..",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule proofs_and_bundle_know_no_database_no_spring_no_axon_and_no_clock = noClasses()
            .that().resideInAnyPackage("cn.dabiao.ledger.proof", "cn.dabiao.ledger.bundle")
            .should().dependOnClassesThat(resideInAnyPackage(
                    "java.sql..", "javax.sql..", "java.net..", "org.postgresql..", "org.flywaydb..", "org.axonframework..",
                    "org.springframework.."))
            .orShould().accessTargetWhere(CLOCK_OR_CHANCE);

    @ArchTest
    static void every_package_says_what_lives_there_and_is_null_marked(JavaClasses kernel) {
        Set<String> packages = kernel.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).contains("cn.dabiao.domain.value", "cn.dabiao.json", "cn.dabiao.ledger").hasSizeGreaterThan(10);
        assertThat(packages).allSatisfy(it -> assertThat(Class.forName(it + ".package-info"))
                .matches(info -> info.isAnnotationPresent(NullMarked.class), "is @NullMarked"));
    }

    /** The rules above would be worth nothing if the predicates they are made of saw nothing. */
    @Test
    void a_class_that_asks_the_clock_or_chance_is_seen() {
        JavaClasses sinner = new ClassFileImporter().importClasses(AsksTheClock.class, RollsTheDice.class, MakesAnId.class);

        for (JavaClass each : sinner) {
            assertThat(noClasses().should().accessTargetWhere(CLOCK_OR_CHANCE)
                            .orShould().dependOnClassesThat().areAssignableTo(Random.class)
                            .evaluate(new ClassFileImporter().importClasses(each.reflect())).hasViolation())
                    .as(each.getSimpleName())
                    .isTrue();
        }
    }

    private static DescribedPredicate<JavaAccess<?>> target(String ownerPattern, String namePattern) {
        return JavaAccess.Predicates.target(owner(nameMatching(ownerPattern)))
                .and(JavaAccess.Predicates.target(nameMatching(namePattern)))
                .as("%s.%s", ownerPattern, namePattern);
    }

    static final class AsksTheClock {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static final class RollsTheDice {
        int roll() {
            return new SecureRandom().nextInt();
        }
    }

    static final class MakesAnId {
        UUID id() {
            return UUID.randomUUID();
        }
    }
}
