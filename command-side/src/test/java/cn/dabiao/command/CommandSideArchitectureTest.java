package cn.dabiao.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.web.bind.annotation.RestController;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.dabiao.command", importOptions = ImportOption.DoNotIncludeTests.class)
class CommandSideArchitectureTest {

    @ArchTest
    static final ArchRule who_decides_does_not_know_who_shows = noClasses()
            .that()
            .resideInAPackage("cn.dabiao.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.dabiao.query..", "cn.dabiao.app..");

    @ArchTest
    static final ArchRule controllers_implement_the_contract = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .implement(DescribedPredicate.<JavaClass>and(
                    JavaClass.Predicates.INTERFACES, resideInAPackage("cn.dabiao.api..")));

    @ArchTest
    static final ArchRule only_the_given_clock_tells_the_time = noClasses()
            .that()
            .resideInAPackage("cn.dabiao.command..")
            .should()
            .callMethodWhere(DescribedPredicate.describe("java.time.*.now()", call -> call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().startsWith("java.time")))
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule aggregates_have_no_clock_and_no_chance = noClasses()
            .that()
            .areAnnotatedWith(AggregateRoot.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule aggregates_know_neither_spring_nor_the_web_nor_a_database = noClasses()
            .that()
            .areAnnotatedWith(AggregateRoot.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "cn.dabiao.api..", "java.sql..", "javax.sql..", "java.io..", "java.net.."));
}
