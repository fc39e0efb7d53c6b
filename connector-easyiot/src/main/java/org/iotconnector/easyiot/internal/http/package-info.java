/** How the HTTP interfaces of Easy IoT and SIoT are asked and read. Free to change: no other module imports it. */
@NullMarked
package org.iotconnector.easyiot.internal.http;

import org.jspecify.annotations.NullMarked;
