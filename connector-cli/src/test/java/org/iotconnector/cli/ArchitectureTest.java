package org.iotconnector.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iotconnector.cli");

    @Test
    void commands_nameNoProvider() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.iotconnector.aliyun..")
                .check(classes);
    }

    @Test
    void commands_keepOutOfOtherModulesInternals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.iotconnector.core.internal..", "org.iotconnector.simulator.internal..")
                .check(classes);
    }

    @Test
    void credentials_doNotKnowTheSimulator() {
        noClasses()
                .that()
                .resideInAnyPackage("..cli.internal.credentials..", "..cli.internal.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.iotconnector.simulator..")
                .check(classes);
    }
}
