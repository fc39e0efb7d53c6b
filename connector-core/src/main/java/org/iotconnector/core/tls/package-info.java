/**
 * Whom a TLS connection trusts, as whom it shows itself, and what went wrong when it failed. Certificates and keys are
 * read from PEM, PKCS#12 or JKS files; host names are checked unless one plainly named setting turns that off.
 */
@NullMarked
package org.iotconnector.core.tls;

import org.jspecify.annotations.NullMarked;
