/**
 * The thing model in the toolkit's own words: values, data types, the model that checks them, and the sealed family of
 * messages that every provider translates. Nothing here knows a platform's topics or payloads;
 * the files in which platforms keep thing models have a form each, {@link org.iotconnector.core.thing.ThingModelFormat}.
 */
@NullMarked
package org.iotconnector.core.thing;

import org.jspecify.annotations.NullMarked;
