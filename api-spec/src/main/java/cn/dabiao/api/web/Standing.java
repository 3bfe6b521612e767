package cn.dabiao.api.web;

import java.util.Optional;

import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;

/** Says who is not served any more, although their token is still good. */
@FunctionalInterface
public interface Standing {

    /** Why nobody of this identity is served; empty for whoever is. */
    Optional<Refusal> against(Actor actor);
}
