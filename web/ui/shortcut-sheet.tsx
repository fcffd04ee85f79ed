import { Kbd, Modal } from '@mantine/core';
import { useT } from '../data/language.ts';
import { createStore } from '../data/store.ts';
import { useShortcut, useShortcuts } from './shortcut.ts';
import { keyCaps } from './shortcut-keys.ts';
import classes from './shortcut-sheet.module.css';

const isOpenStore = createStore(false);

/** Opens the list of keys from a menu. */
export const openShortcutSheet = () => isOpenStore.set(true);

/** The list of keys that work on this page, opened with `?`. Belongs once into the frame. */
export function ShortcutSheet() {
  const t = useT();
  const isOpen = isOpenStore.use();
  useShortcut('?', openShortcutSheet, t('shell.keys.sheet'));
  return (
    <Modal
      opened={isOpen}
      onClose={() => isOpenStore.set(false)}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      size="md"
    >
      <KeyList />
    </Modal>
  );
}

function KeyList() {
  const t = useT();
  const shortcuts = useShortcuts().filter(shortcut => shortcut.key !== '');
  const labels = [...new Set(shortcuts.map(shortcut => shortcut.label))];
  return (
    // The list scrolls when it is long: it must be reached by the keyboard.
    <dl className={classes.list} tabIndex={0} aria-label={t('shell.keys.title')}>
      {labels.map(label => (
        <div key={label} className={classes.line}>
          <dt>{label}</dt>
          <dd>
            {[...new Set(shortcuts.filter(each => each.label === label).map(each => each.key))].map(key => (
              <span key={key} className={classes.keys}>
                {keyCaps(key).map(cap => (
                  <Kbd key={cap}>{cap}</Kbd>
                ))}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
