/**
 * The OAuth 2 issuer with demo identities that is active when no external issuer is configured.
 * For trying out only: every secret equals its client id.
 */
@NullMarked
package cn.dabiao.app.identity;

import org.jspecify.annotations.NullMarked;
