package cn.dabiao.json;

import java.lang.reflect.RecordComponent;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * A record's component is required in JSON unless it is {@link Nullable}: what the compiler checks in Java, Jackson
 * checks at the door. No record of ours can be read with a null where its type promises a value.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return component(member)
                .map(component -> JsonSetter.Value.construct(
                        isNullable(component) ? Nulls.DEFAULT : Nulls.FAIL,
                        // A list that may be absent still holds no nulls.
                        Nulls.FAIL))
                .orElse(JsonSetter.Value.empty());
    }

    private static boolean isRequired(Annotated member) {
        return component(member).filter(component -> !isNullable(component)).isPresent();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The component of a record of ours that a constructor's parameter stands for. */
    private static Optional<RecordComponent> component(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) {
            return Optional.empty();
        }
        Class<?> owner = parameter.getDeclaringClass();
        RecordComponent[] components = owner.getRecordComponents();
        boolean ours = owner.getName().startsWith("cn.dabiao.")
                && components != null
                && parameter.getIndex() < components.length
                && components[parameter.getIndex()].getType() == parameter.getRawType();
        return ours ? Optional.of(components[parameter.getIndex()]) : Optional.empty();
    }
}
