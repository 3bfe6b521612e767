/**
 * Registering and updating schools from a file: CSV or an Excel workbook, read row by row, judged by the rules of a single
 * registration, and written through the same commands.
 */
@NullMarked
package cn.dabiao.command.school.importing;

import org.jspecify.annotations.NullMarked;
