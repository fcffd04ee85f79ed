import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { type Choice, Picker } from './picker.tsx';

interface Props {
  name: string;
  choices: Choice[];
  selected: string[];
  onChange: (selected: string[]) => void;
}

/** One filter of the list on a button that opens the choices; what is chosen stands below, on the chips. */
export function FilterPicker({ name, choices, selected, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Picker
      label={name}
      choices={choices}
      selected={selected}
      isMultiple
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onPick={value =>
        onChange(selected.includes(value) ? selected.filter(one => one !== value) : [...selected, value])
      }
      target={toggle => (
        <Button
          variant={selected.length > 0 ? 'light' : 'default'}
          size="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={toggle}
        >
          {selected.length > 0 ? `${name} (${selected.length})` : name}
        </Button>
      )}
    />
  );
}
