import { Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { languages } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import classes from './mailbox.module.css';
import type { MailboxValues } from './mailbox-values.ts';

/** What happens with the mail of a mailbox: folder, team, language, acknowledgement. */
export function MailboxHandling({
  form,
  isExisting,
}: {
  form: UseFormReturnType<MailboxValues>;
  isExisting: boolean;
}) {
  const t = useT();
  const desk = useDesk().data;
  const asOptions = (list: { id: string; name: string }[] = []) =>
    list.map(each => ({ value: each.id, label: each.name }));
  return (
    <details className={classes.more} open={isExisting}>
      <summary className={classes.summary}>{t('settings.mailbox.more')}</summary>
      <div className={classes.moreFields}>
        <Select
          label={t('settings.mailbox.to-folder')}
          placeholder={desk?.folders.find(folder => folder.isDefault)?.name}
          clearable
          data={asOptions(desk?.folders)}
          {...form.getInputProps('folderId')}
        />
        {(desk?.teams.length ?? 0) > 0 && (
          <Select
            label={t('settings.mailbox.to-team')}
            placeholder={t('settings.mailbox.no-team')}
            clearable
            data={asOptions(desk?.teams)}
            {...form.getInputProps('teamId')}
          />
        )}
        <Select
          label={t('settings.mailbox.language')}
          description={t('settings.mailbox.language.hint')}
          allowDeselect={false}
          data={languages.map(each => ({ value: each, label: t(`language.${each}`) }))}
          {...form.getInputProps('language')}
        />
        <Switch
          label={t('settings.mailbox.acknowledges')}
          description={t('settings.mailbox.acknowledges.hint')}
          {...form.getInputProps('acknowledges', { type: 'checkbox' })}
        />
        <Switch
          label={t('settings.mailbox.plus')}
          description={t('settings.mailbox.plus.hint')}
          {...form.getInputProps('usesPlusAddress', { type: 'checkbox' })}
        />
        {form.values.fetches && (
          <Switch
            label={t('settings.mailbox.believes')}
            description={t('settings.mailbox.believes.hint')}
            {...form.getInputProps('believesServer', { type: 'checkbox' })}
          />
        )}
        {form.values.fetches && form.values.believesServer && (
          <TextInput
            label={t('settings.mailbox.results-by')}
            description={t('settings.mailbox.results-by.hint')}
            spellCheck={false}
            autoCapitalize="none"
            {...form.getInputProps('resultsBy')}
          />
        )}
        {isExisting && (
          <Switch
            label={t('settings.mailbox.enabled')}
            description={t('settings.mailbox.enabled.hint')}
            {...form.getInputProps('isEnabled', { type: 'checkbox' })}
          />
        )}
      </div>
    </details>
  );
}
