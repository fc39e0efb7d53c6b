/**
 * What the platform tells an application by itself: HTTP push of both generations, and the messages of its Pulsar
 * subscription. Pure functions for whatever web server or Pulsar client the application has.
 */
@NullMarked
package org.iotconnector.onenet.api.push;

import org.jspecify.annotations.NullMarked;
