/** The session's behaviour on a scripted network and a virtual clock. */
@NullMarked
package org.iotconnector.tck.session;

import org.jspecify.annotations.NullMarked;
