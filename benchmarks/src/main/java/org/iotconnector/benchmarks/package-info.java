/**
 * What the hot paths cost, each beside a peer that does the least that anyone could: the bare MAC, the bare JSON library.
 */
@NullMarked
package org.iotconnector.benchmarks;

import org.jspecify.annotations.NullMarked;
