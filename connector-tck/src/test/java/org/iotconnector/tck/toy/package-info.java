/** A platform of a few lines with its provider, without a network: the contract is tested on them. */
@NullMarked
package org.iotconnector.tck.toy;

import org.jspecify.annotations.NullMarked;
