package org.iotconnector.core;

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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the lines that the packages draw. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.iotconnector.core");

    @Test
    void hiveMqAndNetty_areKnownToTheirAdapterOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..core.internal.hivemq..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hivemq..", "io.netty..", "io.reactivex..", "org.reactivestreams..")
                .check(CLASSES);
    }

    @Test
    void okHttp_isKnownToItsAdapterOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..core.internal.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "kotlin..")
                .check(CLASSES);
    }

    @Test
    void publicSignatures_holdNoTypeOfALibraryAndNothingInternal() {
        DescribedPredicate<JavaClass> foreign = DescribedPredicate.describe(
                "types of libraries or internal packages",
                type -> type.getPackageName().startsWith("tools.jackson")
                        || type.getPackageName().startsWith("com.fasterxml")
                        || type.getPackageName().startsWith("com.hivemq")
                        || type.getPackageName().startsWith("io.netty")
                        || type.getPackageName().startsWith("okhttp3")
                        || type.getPackageName().startsWith("okio")
                        || type.getPackageName().startsWith("org.bouncycastle")
                        || type.getPackageName().contains(".core.internal"));
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(foreign)
                .andShould()
                .notHaveRawParameterTypes(DescribedPredicate.describe(
                        "with foreign types", types -> types.stream().anyMatch(foreign)))
                .check(CLASSES);
    }

    @Test
    void spi_doesNotKnowTheInside() {
        noClasses()
                .that()
                .resideInAnyPackage("..core.session..", "..core.outbox..", "..core.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..core.internal..")
                .check(CLASSES);
    }

    @Test
    void staticFields_areConstants() {
        noFields().that().areStatic().should().notBeFinal().check(CLASSES);
    }

    @Test
    void library_printsNothingAndSleepsNever() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
        noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
    }

    @Test
    void exceptions_ofTheLibrary_areUnderOneRoot() {
        classes()
                .that()
                .areAssignableTo(RuntimeException.class)
                .and()
                .arePublic()
                .should()
                .beAssignableTo(ConnectorException.class)
                .check(CLASSES);
    }

    @Test
    void packages_eachSayWhatTheyAreFor() {
        Set<String> documented = CLASSES.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(CLASSES.stream()
                        .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .map(JavaClass::getPackageName)
                        .distinct())
                .isSubsetOf(documented);
    }
}
