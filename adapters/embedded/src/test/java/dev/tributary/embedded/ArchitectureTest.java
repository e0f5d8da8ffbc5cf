package dev.tributary.embedded;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses PLATFORM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tributary");

  private static final List<String> FEATURES = List.of("ingest", "nl2sql", "alerts", "sentinel");

  private static final Pattern BANNED_NAME =
      Pattern.compile(".*(Utils?|Helpers?|Manager|Impl|Common|Misc|Service)");

  @Test
  void theApiDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.tributary.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "dev.tributary.api..")
        .check(PLATFORM);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching("dev.tributary.(**)").should().beFreeOfCycles().check(PLATFORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "nl2sql", "alerts", "sentinel"})
  void featuresDoNotKnowEachOther(String feature) {
    noClasses()
        .that()
        .resideInAPackage("dev.tributary." + feature + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            FEATURES.stream()
                .filter(other -> !other.equals(feature))
                .map(other -> "dev.tributary." + other + "..")
                .toArray(String[]::new))
        .allowEmptyShould(true)
        .check(PLATFORM);
  }

  @Test
  void theKernelKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("dev.tributary.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            FEATURES.stream()
                .map(feature -> "dev.tributary." + feature + "..")
                .toArray(String[]::new))
        .check(PLATFORM);
  }

  @Test
  void connectorsKnowOnlyTheApi() {
    noClasses()
        .that()
        .resideInAPackage("dev.tributary.connector..")
        .should()
        .dependOnClassesThat(
            describe(
                "belong to another room",
                type ->
                    type.getPackageName().startsWith("dev.tributary.")
                        && !type.getPackageName().startsWith("dev.tributary.api")
                        && !type.getPackageName().startsWith("dev.tributary.connector")))
        .check(PLATFORM);
  }

  @Test
  void modelsKnowOnlyTheApi() {
    noClasses()
        .that()
        .resideInAPackage("dev.tributary.langchain4j..")
        .should()
        .dependOnClassesThat(
            describe(
                "belong to another room",
                type ->
                    type.getPackageName().startsWith("dev.tributary.")
                        && !type.getPackageName().startsWith("dev.tributary.api")
                        && !type.getPackageName().startsWith("dev.tributary.langchain4j")))
        .check(PLATFORM);
  }

  @Test
  void internalPackagesStayInTheirModule() {
    classes()
        .that()
        .resideInAPackage("dev.tributary..")
        .should(
            new ArchCondition<JavaClass>("use internal packages of their own module only") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isForeignInternal(type, dependency.getTargetClass()))
                    .forEach(dependency ->
                        events.add(
                            SimpleConditionEvent.violated(type, dependency.getDescription())));
              }
            })
        .check(PLATFORM);
  }

  @Test
  void exportedSignaturesNameNoThirdPartyType() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(exported())
        .should(
            new ArchCondition<JavaMethod>("mention only the JDK, the platform and Micrometer") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                        method.getRawParameterTypes().stream(),
                        Stream.of(method.getRawReturnType()))
                    .map(JavaClass::getBaseComponentType)
                    .filter(type -> !isOurs(type))
                    .forEach(type ->
                        events.add(
                            SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
              }
            })
        .check(PLATFORM);
  }

  @Test
  void namesSayWhatATypeIs() {
    classes()
        .that()
        .resideInAPackage("dev.tributary..")
        .should(
            new ArchCondition<JavaClass>("not end in a word that says nothing") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (BANNED_NAME.matcher(type.getSimpleName()).matches()) {
                  events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
              }
            })
        .check(PLATFORM);
  }

  private static DescribedPredicate<JavaClass> exported() {
    return describe(
        "are exported",
        type -> type.isTopLevelClass() && !type.getPackageName().contains(".internal"));
  }

  private static boolean isOurs(JavaClass type) {
    String name = type.getPackageName();
    return type.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("javax.sql")
        || name.startsWith("dev.tributary.")
        || name.startsWith("io.micrometer.core");
  }

  private static boolean isForeignInternal(JavaClass from, JavaClass to) {
    String target = to.getPackageName();
    int internal = target.indexOf(".internal");
    return target.startsWith("dev.tributary.")
        && internal >= 0
        && !from.getPackageName().startsWith(target.substring(0, internal));
  }
}
