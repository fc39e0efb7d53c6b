/** The Java code of the manual, compiled and run; a test compares the page with it. */
@NullMarked
package org.iotconnector.history.manual;

import org.jspecify.annotations.NullMarked;
