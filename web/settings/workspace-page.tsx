import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Language, languages } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { BrandPreview } from '../people/brand-preview.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { BrandColourInput } from '../ui/brand-colour-input.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** Name, language, colour and time zone of the workspace. */
export function WorkspacePage() {
  const t = useT();
  const desk = useDesk().data;
  usePageTitle(t('settings.workspace.title'));
  return desk ? <WorkspaceForm workspace={desk.workspace} /> : null;
}

const zones = Intl.supportedValuesOf('timeZone');

function WorkspaceForm({ workspace }: { workspace: Desk['workspace'] }) {
  const t = useT();
  const { name, language, brandColour, timeZone } = workspace;
  const form = useForm({
    initialValues: { name, language, brandColour, timeZone },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (body: typeof form.values) => call(routes.workspaces.edit, { body }),
    onDone: (_saved, values) => {
      form.resetDirty(values);
      showDone(t, t('settings.saved'));
    },
    onError: errors.show,
    invalidates: ['session'],
  });
  return (
    <Section text={t('settings.workspace.text')}>
      <form className={classes.form} onSubmit={form.onSubmit(values => save.mutate(values))} noValidate>
        {errors.summary}
        <TextInput label={t('setup.workspace.name')} maxLength={120} {...form.getInputProps('name')} />
        <Select
          label={t('settings.workspace.language')}
          description={t('settings.workspace.language.hint')}
          data={languages.map(each => ({ value: each, label: t(`language.${each}`) }))}
          allowDeselect={false}
          {...form.getInputProps('language')}
          onChange={value => form.setFieldValue('language', (value ?? language) as Language)}
        />
        <BrandColourInput {...form.getInputProps('brandColour')} />
        <BrandPreview name={form.values.name} brandColour={form.values.brandColour} />
        <Select
          label={t('settings.workspace.time-zone')}
          searchable
          allowDeselect={false}
          data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
          nothingFoundMessage={t('shell.nothing-found')}
          limit={80}
          {...form.getInputProps('timeZone')}
        />
        <div>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
