/**
 * What the web server itself answers, and the description of the API it publishes.
 * Errors that never reach a controller leave as problem documents, too.
 */
@NullMarked
package cn.dabiao.app.web;

import org.jspecify.annotations.NullMarked;
