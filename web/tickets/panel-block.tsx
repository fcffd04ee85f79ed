import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './ticket-panel.module.css';

interface Props {
  /** Remembers in this browser whether the block is folded. */
  name: string;
  title: string;
  /** Shown while something inside asks for attention, folded or not. */
  isForced?: boolean;
  children: ReactNode;
}

/** One block of the panel that folds. */
export function PanelBlock({ name, title, isForced = false, children }: Props) {
  const id = useId();
  const place = `guichet.panel.${name}`;
  const [isOpen, setIsOpen] = useState(() => readFolded(place) !== 'folded');
  const isShown = isOpen || isForced;
  return (
    <section className={classes.block}>
      <h2 className={classes.heading}>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => {
            setIsOpen(!isOpen);
            keepFolded(place, isOpen ? 'folded' : 'open');
          }}
        >
          {title}
          <IconChevronDown size={16} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </h2>
      <div id={id} hidden={!isShown} className={classes.inside}>
        {isShown && children}
      </div>
    </section>
  );
}

function readFolded(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function keepFolded(place: string, state: string): void {
  try {
    localStorage.setItem(place, state);
  } catch {
    // A browser that keeps nothing opens every block.
  }
}
