package cn.dabiao.app.identity;

import java.util.Optional;

/** What holds as long as nothing implements {@link RegisteredPeople}. */
enum NobodyRegistered implements RegisteredPeople {
    INSTANCE;

    @Override
    public Optional<String> bureauOfSchool(String schoolCode) {
        return Optional.empty();
    }

    @Override
    public Optional<String> bureauOfInspector(String inspectorId) {
        return Optional.empty();
    }
}
