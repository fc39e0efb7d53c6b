/**
 * Delivery of notices to servers over HTTP: signatures, encryption, verification of the server, retries. OneNET Studio, "HTTP push"
 * and OneNET, "Third-party platform", both read 2026-11. Decisions are made on the loop thread; waiting for servers is not.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet.push;

import org.jspecify.annotations.NullMarked;
