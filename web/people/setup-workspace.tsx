import { Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { colour, languages } from '../../contract/fields.ts';
import { useLanguage, useT } from '../data/language.ts';
import { setAppearance } from '../shell/appearance.ts';
import { BrandColourInput } from '../ui/brand-colour-input.tsx';
import { BrandPreview } from './brand-preview.tsx';
import type { SetupValues } from './setup-page.tsx';

/** First step: what the workspace is called, its language and its colour, seen at once. */
export function SetupWorkspace({
  values,
  onNext,
}: {
  values: SetupValues;
  onNext: (values: SetupValues) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const form = useForm({
    initialValues: values,
    validate: {
      workspaceName: value => (value.trim() ? null : t('shell.field.required')),
      brandColour: value => (colour.safeParse(value).success ? null : t('shell.field.colour')),
      token: value => (value.trim() ? null : t('setup.token.needed')),
    },
    onValuesChange: ({ brandColour }) => {
      if (colour.safeParse(brandColour).success) setAppearance({ brandColour });
    },
  });
  return (
    <form onSubmit={form.onSubmit(onNext)} noValidate>
      <Stack gap="lg">
        {(!values.token || form.errors.token) && (
          <TextInput
            label={t('setup.token')}
            description={t('setup.token.hint')}
            autoComplete="off"
            {...form.getInputProps('token')}
          />
        )}
        <TextInput
          label={t('setup.workspace.name')}
          description={t('setup.workspace.name.hint')}
          maxLength={120}
          autoComplete="organization"
          {...form.getInputProps('workspaceName')}
        />
        <div>
          <Text component="div" id="setup-language" fw={500} fz={14} mb={4}>
            {t('setup.workspace.language')}
          </Text>
          <SegmentedControl
            aria-labelledby="setup-language"
            value={language}
            onChange={next => setAppearance({ language: languages.find(each => each === next) ?? language })}
            data={languages.map(each => ({ value: each, label: t(`language.${each}`) }))}
          />
        </div>
        <BrandColourInput {...form.getInputProps('brandColour')} />
        <BrandPreview name={form.values.workspaceName} brandColour={form.values.brandColour} />
        <Button type="submit" size="md">
          {t('setup.next')}
        </Button>
      </Stack>
    </form>
  );
}
