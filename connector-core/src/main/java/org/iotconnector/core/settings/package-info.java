/**
 * Settings, each declared once: a {@link org.iotconnector.core.settings.Setting} feeds reading, checking, the command
 * line's help and the manual. {@link org.iotconnector.core.settings.Settings} is the checked result, and
 * {@link org.iotconnector.core.settings.Secret} the type that never prints what it holds.
 */
@NullMarked
package org.iotconnector.core.settings;

import org.jspecify.annotations.NullMarked;
