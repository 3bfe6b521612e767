package cn.dabiao.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tag of what names persons: its version, and of how many of them the names are gone, as in {@code 24.e2}; the
 * version alone while nobody is erased. An erasure is an event of somebody else's stream and moves no version here, and yet who
 * kept the names must not be told that they are still what would be shown. A write rests on the version alone.
 */
public final class ShownTag {

    private static final Pattern WITH_ERASED = Pattern.compile("(\\d+)\\.e\\d+");

    private ShownTag() {}

    /** @param erased how many of those that are named, 0 or more */
    public static String of(String version, int erased) {
        return erased == 0 ? version : version + ".e" + erased;
    }

    /** The version in a tag; of any other tag the tag. */
    public static String version(String tag) {
        Matcher shown = WITH_ERASED.matcher(tag);
        return shown.matches() ? shown.group(1) : tag;
    }
}
