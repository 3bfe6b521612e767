/**
 * The distribution's command line beside the server: whoever doubts the ledger verifies it, with no server at all.
 */
@NullMarked
package cn.dabiao.app.cli;

import org.jspecify.annotations.NullMarked;
