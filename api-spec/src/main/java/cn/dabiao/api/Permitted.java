package cn.dabiao.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.dabiao.domain.people.Role;

/**
 * The roles that may call an operation (RULES.md §6). Every operation has one; it is enforced before the operation runs
 * and printed in the published contract. Whose data it is, is decided further in.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permitted {

    Role[] value();
}
