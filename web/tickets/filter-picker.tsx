import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { type Choice, Picker } from './picker.tsx';

interface Props {
  name: string;
  choices: Choice[];
  selected: string[];
  onChange: (selected: string[]) => void;
}

/** One filter of the list: its name, or what is chosen, on a button that opens the choices. */
export function FilterPicker({ name, choices, selected, onChange }: Props) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const chosen = choices.filter(choice => selected.includes(choice.value));
  const first = chosen[0]?.label;
  const more = selected.length > 1 ? ` +${selected.length - 1}` : '';
  const text = first ? t('tickets.filter.chosen', { name, value: first }) + more : name;
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
          {text}
        </Button>
      )}
    />
  );
}
