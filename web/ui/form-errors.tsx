import { Alert } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ApiError, fieldsOf } from '../data/api-error.ts';
import { useT } from '../data/language.ts';
import { errorText, fieldErrorText } from './error-text.ts';

/** Refusals that belong to a field although the server names none. */
const fieldOfCode: Record<string, string> = {
  'name-taken': 'name',
  'address-taken': 'address',
};

/**
 * Puts a refusal where it belongs: each named field gets its words and the first one the focus; what belongs to
 * no field of the form stands in `summary`, to be placed at the top of the form.
 */
export function useFormErrors<V extends object>(
  form: UseFormReturnType<V>,
): { show: (error: unknown) => void; clear: () => void; summary: ReactNode } {
  const t = useT();
  const [general, setGeneral] = useState('');

  function show(error: unknown): void {
    // Signing in again is asked above the page.
    if (error instanceof ApiError && error.code === 'signed-out') {
      setGeneral('');
      return;
    }
    const known: Record<string, string> = {};
    for (const [path, code] of Object.entries(fieldsOf(error))) {
      const name = path.replace(/^body\./, '');
      const top = name.split('.')[0] ?? '';
      if (top in form.getValues()) known[name] = fieldErrorText(t, code);
    }
    const field = error instanceof ApiError ? fieldOfCode[error.code] : undefined;
    if (field && field in form.getValues()) known[field] = errorText(t, error);
    form.setErrors(known);
    const first = Object.keys(known)[0];
    if (first) form.getInputNode(first)?.focus();
    setGeneral(first ? '' : errorText(t, error));
  }

  const summary = general && (
    <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />} role="alert">
      {general}
    </Alert>
  );
  return { show, clear: () => setGeneral(''), summary };
}
