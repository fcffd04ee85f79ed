// Single keys can be switched off (WCAG 2.2, 2.1.4): speech input would set them off by accident.
import { useSyncExternalStore } from 'react';

const place = 'guichet.single-keys';
const listeners = new Set<() => void>();

/** Whether single keys do something on this device; on until switched off. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single keys on or off on this device. */
export function setSingleKeys(isOn: boolean): void {
  try {
    localStorage.setItem(place, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
  for (const listener of listeners) listener();
}

/** The setting, re-rendering when it changes. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(listener => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, areSingleKeysOn);
}
