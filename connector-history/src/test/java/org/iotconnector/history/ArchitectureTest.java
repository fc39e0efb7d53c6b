package org.iotconnector.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iotconnector.history");

    @Test
    void module_always_isThere() {
        assertThat(MODULE).hasSizeGreaterThan(10);
    }

    @Test
    void module_dependsOnlyOn_coresApiAndTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.iotconnector.history..",
                        "org.iotconnector.core",
                        "org.iotconnector.core.http",
                        "org.iotconnector.core.session",
                        "org.iotconnector.core.settings",
                        "org.iotconnector.core.spi",
                        "org.iotconnector.core.thing",
                        "org.iotconnector.core.tls",
                        "org.jspecify.annotations",
                        "org.slf4j",
                        "java.io",
                        "java.lang..",
                        "java.math",
                        "java.net",
                        "java.nio..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "java.sql..",
                        "org.sqlite..",
                        "org.knowm.xchart..")
                .check(MODULE);
    }

    @Test
    void api_neverShows_internalTypes() {
        DescribedPredicate<JavaClass> internal = DescribedPredicate.describe(
                "internal", type -> type.getPackageName().contains(".internal"));

        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.iotconnector.history")
                .should()
                .notHaveRawReturnType(internal)
                .check(MODULE);
    }

    @Test
    void sqliteAndXChart_always_stayInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.iotconnector.history.internal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "org.knowm.xchart..", "java.sql..")
                .check(MODULE);
    }

    @Test
    void module_never_holdsMutableStaticState() {
        noFields()
                .that()
                .areStatic()
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(MODULE);
    }
}
