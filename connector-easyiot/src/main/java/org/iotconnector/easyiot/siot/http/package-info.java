/** The HTTP interface of a SIoT server, for programs that look at what it has stored or manage it. */
@NullMarked
package org.iotconnector.easyiot.siot.http;

import org.jspecify.annotations.NullMarked;
