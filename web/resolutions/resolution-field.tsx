import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { maxResolution } from '../../contract/routes/resolutions.ts';
import { useT } from '../data/language.ts';

/** The text box of a resolution; also for the dialog that sends and solves in one step. */
export function ResolutionField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}) {
  const t = useT();
  return (
    <Textarea
      label={t('resolution.field')}
      description={t('resolution.hint')}
      autosize
      minRows={5}
      maxRows={20}
      maxLength={maxResolution}
      value={value}
      error={error}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}
