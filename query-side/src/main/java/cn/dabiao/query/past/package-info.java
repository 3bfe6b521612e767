/**
 * Time travel: which moment a caller asks for, and where in the ledger that is.
 * What was at that moment is folded from the ledger itself by the slice that answers.
 */
@NullMarked
package cn.dabiao.query.past;

import org.jspecify.annotations.NullMarked;
