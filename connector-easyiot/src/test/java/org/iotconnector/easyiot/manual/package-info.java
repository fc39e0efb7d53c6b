/** The Java code of the manual, compiled and run; a test compares the pages with it. */
@NullMarked
package org.iotconnector.easyiot.manual;

import org.jspecify.annotations.NullMarked;
