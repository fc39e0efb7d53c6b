package org.iotconnector.outbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iotconnector.outbox");

    @Test
    void module_always_isThere() {
        assertThat(MODULE).hasSizeGreaterThan(5);
    }

    @Test
    void module_dependsOnlyOn_coresApiAndTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.iotconnector.outbox..",
                        "org.iotconnector.core.outbox",
                        "org.jspecify.annotations",
                        "org.slf4j",
                        "java.io",
                        "java.lang..",
                        "java.nio..",
                        "java.time..",
                        "java.util..",
                        "java.sql..",
                        "org.sqlite..")
                .check(MODULE);
    }

    @Test
    void sqlite_always_stayInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.iotconnector.outbox.internal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "java.sql..")
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
