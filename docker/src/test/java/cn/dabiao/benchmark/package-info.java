/**
 * How fast commands become events, beside what the same machine can do at all: run by {@code mvn -Pbenchmark}, and no
 * part of the tests.
 */
@NullMarked
package cn.dabiao.benchmark;

import org.jspecify.annotations.NullMarked;
