package org.iotconnector.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "org.iotconnector.simulator";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void simulator_anyClass_knowsNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.iotconnector.core..",
                        "org.iotconnector.aliyun..",
                        "org.iotconnector.onenet..",
                        "org.iotconnector.adafruit..",
                        "org.iotconnector.easyiot..",
                        "org.iotconnector.mqtt..",
                        "org.iotconnector.tck..",
                        "org.iotconnector.cli..")
                .check(CLASSES);
    }

    @Test
    void broker_anyClass_knowsNoPlatform() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".internal.broker..", ROOT + ".internal.spi..", ROOT + ".internal.net..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".aliyun..", ROOT + ".internal.aliyun..")
                .check(CLASSES);
    }

    @Test
    void jackson_types_stayInJsonAndConfig() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".internal.json..", ROOT + ".internal.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void junit_types_stayInTheExtension() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..")
                .check(CLASSES);
    }

    @Test
    void api_signatures_showNothingInternalOrForeign() {
        Set<String> leaks = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (isApi(type)) {
                type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(member -> member instanceof JavaCodeUnit unit
                                ? Stream.concat(
                                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                                : Stream.of(((JavaField) member).getRawType()))
                        .filter(used -> isHidden(used.getBaseComponentType().getPackageName()))
                        .forEach(used -> leaks.add(type.getName() + " shows " + used.getName()));
                Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                        .filter(parent -> isHidden(parent.getPackageName()))
                        .forEach(parent -> leaks.add(type.getName() + " extends " + parent.getName()));
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void packages_each_areDescribedAndNullMarked() {
        List<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage ->
                        javaPackage.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(javaPackage -> javaPackage.getName())
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static boolean isApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().startsWith(ROOT + ".internal");
    }

    private static boolean isHidden(String packageName) {
        return packageName.startsWith(ROOT + ".internal")
                || packageName.startsWith("io.netty")
                || packageName.startsWith("tools.jackson")
                || packageName.startsWith("org.bouncycastle");
    }
}
