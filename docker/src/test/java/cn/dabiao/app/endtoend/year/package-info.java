/**
 * A county's whole year over HTTP, chapter by chapter, and a ranking counted from nothing but the stored events. Nothing
 * here uses the product's own domain: what the API says is checked against what anybody could work out.
 */
@NullMarked
package cn.dabiao.app.endtoend.year;

import org.jspecify.annotations.NullMarked;
