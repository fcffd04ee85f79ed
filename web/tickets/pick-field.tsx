import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { type Choice, Picker } from './picker.tsx';
import classes from './ticket-panel.module.css';

interface Props {
  label: string;
  /** What is chosen now, as it is shown. */
  value: ReactNode;
  choices: Choice[];
  selected: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPick: (value: string) => void;
  isDisabled?: boolean;
  /** Shown below the list. */
  footer?: ReactNode;
}

/** A labelled value that opens a list to choose another. */
export function PickField(props: Props) {
  const id = useId();
  return (
    <div className={classes.field}>
      <span id={id} className={classes.label}>
        {props.label}
      </span>
      <Picker
        label={props.label}
        choices={props.choices}
        selected={props.selected === null ? [] : [props.selected]}
        isOpen={props.isOpen}
        onOpenChange={props.onOpenChange}
        onPick={props.onPick}
        width="target"
        footer={props.footer}
        target={toggle => (
          <UnstyledButton
            className={classes.pick}
            aria-labelledby={`${id} ${id}-value`}
            disabled={props.isDisabled}
            onClick={toggle}
          >
            <span id={`${id}-value`} className={classes.picked}>
              {props.value}
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        )}
      />
    </div>
  );
}
