/** How the application API is asked: tokens, envelopes, codes. Free to change; no other module imports it. */
@NullMarked
package org.iotconnector.onenet.internal.api;

import org.jspecify.annotations.NullMarked;
