// Single keys can be switched off (WCAG 2.2, 2.1.4): speech input would set them off by accident.
import { createStore } from '../data/store.ts';

const place = 'guichet.single-keys';

function read(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

const isOn = createStore(read());

/** Whether single keys do something on this device; on until switched off. */
export const areSingleKeysOn = isOn.get;
/** The setting, re-rendering when it changes. */
export const useSingleKeys = isOn.use;

/** Switches single keys on or off on this device. */
export function setSingleKeys(next: boolean): void {
  isOn.set(next);
  try {
    localStorage.setItem(place, next ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing has the keys on again at the next visit.
  }
}
