/**
 * Contract tests in main sources, so that anyone can run them: {@link org.iotconnector.tck.ProviderContract} for a
 * platform's provider, {@link org.iotconnector.tck.SessionContract} for the session against any broker, and
 * {@link org.iotconnector.tck.ScriptedTransport}, which plays the network. A test class extends a contract, says how to
 * reach its platform or broker, and inherits every test.
 */
@NullMarked
package org.iotconnector.tck;

import org.jspecify.annotations.NullMarked;
