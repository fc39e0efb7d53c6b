package org.iotconnector.easyiot;

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
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iotconnector.easyiot");

    private static final Set<String> ADDRESSES = Set.of("URI", "URISyntaxException", "URLEncoder");

    /** All of java.net but what only reads and writes addresses. */
    private static final DescribedPredicate<JavaClass> SOCKETS = DescribedPredicate.describe(
            "in java.net and no address",
            type -> type.getPackageName().equals("java.net") && !ADDRESSES.contains(type.getSimpleName()));

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
                        "org.iotconnector.easyiot..",
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
                        "javax.crypto..")
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
                .resideInAnyPackage(
                        "org.iotconnector.easyiot",
                        "org.iotconnector.easyiot.siot",
                        "org.iotconnector.easyiot.siot.http")
                .should()
                .notHaveRawReturnType(internal)
                .check(MODULE);
    }

    /** A provider is pure functions and data. */
    @Test
    void module_never_readsAClockOrStartsAThreadOrOpensASocket() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat(SOCKETS)
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
