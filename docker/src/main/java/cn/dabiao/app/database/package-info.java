/**
 * The two accounts of the database: its owner migrates and is gone again; the one that the application runs under can
 * append to the ledger and change nothing in it.
 */
@NullMarked
package cn.dabiao.app.database;

import org.jspecify.annotations.NullMarked;
