/** The contract as those meet it who have their clients generated. */
@NullMarked
package cn.dabiao.app.clients;

import org.jspecify.annotations.NullMarked;
