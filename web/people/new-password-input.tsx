import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { password } from '../../contract/fields.ts';
import { type Translate, useT } from '../data/language.ts';
import { usePasswordToggle } from './password-toggle.ts';

/** What is wrong with a new password, in words; null when it will do (12 to 200 characters). */
export function passwordProblem(t: Translate, value: string): string | null {
  return password.safeParse(value).success ? null : t('signin.password.rule');
}

/** A password that is being chosen: says the rule before it is broken. */
export function NewPasswordInput(props: PasswordInputProps) {
  const t = useT();
  return (
    <PasswordInput
      label={t('signin.password')}
      description={props.error ? undefined : t('signin.password.rule')}
      autoComplete="new-password"
      visibilityToggleButtonProps={usePasswordToggle()}
      {...props}
    />
  );
}
