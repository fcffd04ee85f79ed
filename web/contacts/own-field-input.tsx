import { NativeSelect, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { Desk } from '../data/desk.ts';

type Props = GetInputPropsReturnType & { field: Desk['contactFields'][number] };

/** The input of one of the workspace's own fields, as its kind wants it. */
export function OwnFieldInput({ field, ...input }: Props) {
  if (field.kind === 'choice')
    return (
      <NativeSelect
        label={field.name}
        // A choice that is no longer offered is shown until another is made.
        data={[...new Set(['', ...field.choices, String(input.value ?? '')])]}
        {...input}
      />
    );
  return (
    <TextInput
      label={field.name}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      maxLength={field.kind === 'text' ? 1000 : undefined}
      {...input}
    />
  );
}
