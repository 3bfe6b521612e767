package cn.dabiao.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.web.bind.annotation.RestController;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "cn.dabiao.query", importOptions = DoNotIncludeTests.class)
class QueryArchitectureTest {

    private static final DescribedPredicate<JavaClass> CONTRACT = DescribedPredicate.describe(
            "an interface of the contract",
            type -> type.isInterface()
                    && (type.getSimpleName().endsWith("Reads") || type.getSimpleName().endsWith("Administration"))
                    && type.getPackageName().startsWith("cn.dabiao.api"));

    @ArchTest
    static final ArchRule the_query_side_does_not_know_the_command_side =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("cn.dabiao.command..", "cn.dabiao.app..");

    @ArchTest
    static final ArchRule there_is_no_object_relational_mapper = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..");

    /** Outside a transaction a stream that nobody closes keeps its connection for good. */
    @ArchTest
    static final ArchRule rows_are_read_as_lists = noClasses().should().callMethod(MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule controllers_implement_the_contract_and_are_nobody_elses_business = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .implement(CONTRACT)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule projections_name_their_group = ArchRuleDefinition.methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(ProcessingGroup.class);

    @ArchTest
    static final ArchRule what_all_slices_share_knows_none_of_them = noClasses()
            .that()
            .resideInAnyPackage(
                    "cn.dabiao.query.projecting..",
                    "cn.dabiao.query.reading..",
                    "cn.dabiao.query.exporting..",
                    "cn.dabiao.query.rebuilding..",
                    "cn.dabiao.query.operating..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.dabiao.query.register..",
                    "cn.dabiao.query.assessment..",
                    "cn.dabiao.query.evidence..",
                    "cn.dabiao.query.explanation..",
                    "cn.dabiao.query.ranking..",
                    "cn.dabiao.query.outcome..",
                    "cn.dabiao.query.overdue..",
                    "cn.dabiao.query.workload..",
                    "cn.dabiao.query.statistics..",
                    "cn.dabiao.query.history..",
                    "cn.dabiao.query.feed..",
                    "cn.dabiao.query.webhook..");
}
