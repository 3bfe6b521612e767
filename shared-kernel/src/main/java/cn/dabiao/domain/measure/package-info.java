/**
 * Measures (督促措施, notice §5.1, RULES.md §4.11): notice letters, interviews with their summons, minutes and commitments,
 * circular criticisms.
 */
@NullMarked
package cn.dabiao.domain.measure;

import org.jspecify.annotations.NullMarked;
