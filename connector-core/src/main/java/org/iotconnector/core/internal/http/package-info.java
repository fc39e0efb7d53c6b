/** The OkHttp adapter; the only package that knows OkHttp. Free to change; no other module imports it. */
@NullMarked
package org.iotconnector.core.internal.http;

import org.jspecify.annotations.NullMarked;
