/**
 * The key that signs the ledger, kept beside the database and not in it, and the signer that holds it.
 */
@NullMarked
package cn.dabiao.app.ledger;

import org.jspecify.annotations.NullMarked;
