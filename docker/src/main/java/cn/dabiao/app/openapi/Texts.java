package cn.dabiao.app.openapi;

import java.util.ResourceBundle;

/** The contract's descriptions, from {@code openapi/descriptions.properties}. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("openapi/descriptions");

    private Texts() {}

    static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    static String of(String key) {
        return BUNDLE.getString(key);
    }
}
