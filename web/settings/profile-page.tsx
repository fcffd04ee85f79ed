import { Select, Switch } from '@mantine/core';
import { type Language, languages, themes } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useEditProfile } from '../data/profile.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { setSingleKeys, useSingleKeys } from '../ui/shortcut-setting.ts';
import { FormSkeleton } from '../ui/skeletons.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import { SignatureForm } from './signature-form.tsx';
import { UndoSetting } from './undo-setting.tsx';

/** Me in this workspace: name, language, theme, signature, notifications, keys, password. */
export function ProfilePage() {
  const t = useT();
  const me = useDesk().data?.me;
  const edit = useEditProfile();
  const singleKeys = useSingleKeys();
  usePageTitle(t('settings.profile.title'));
  if (!me) return <FormSkeleton />;
  const { notifications } = me;
  return (
    <>
      <Section title={t('settings.profile.me')}>
        <NameForm name={me.name} email={me.email} />
      </Section>
      <Section title={t('settings.profile.screens')} text={t('settings.profile.screens-text')}>
        <div className={classes.form}>
          <Select
            label={t('shell.language')}
            data={languages.map(each => ({ value: each, label: t(`language.${each}`) }))}
            value={me.language}
            allowDeselect={false}
            onChange={language => language && edit.mutate({ language: language as Language })}
          />
          <Select
            label={t('shell.theme')}
            data={themes.map(each => ({ value: each, label: t(`shell.theme.${each}`) }))}
            value={me.theme}
            allowDeselect={false}
            onChange={theme => theme && edit.mutate({ theme: theme as (typeof themes)[number] })}
          />
          <Switch
            label={t('settings.profile.keys')}
            description={t('settings.profile.keys-text')}
            checked={singleKeys}
            onChange={event => setSingleKeys(event.currentTarget.checked)}
          />
          <UndoSetting />
        </div>
      </Section>
      <Section title={t('settings.profile.signature')} text={t('settings.profile.signature-text')}>
        <SignatureForm html={me.signatureHtml} />
      </Section>
      <Section title={t('settings.profile.notifications')} text={t('settings.profile.notifications-text')}>
        <div className={classes.form}>
          <Switch
            label={t('settings.profile.notify.assigned')}
            checked={notifications.assigned}
            onChange={event =>
              edit.mutate({ notifications: { ...notifications, assigned: event.currentTarget.checked } })
            }
          />
          <Switch
            label={t('settings.profile.notify.customer-replied')}
            checked={notifications.customerReplied}
            onChange={event =>
              edit.mutate({
                notifications: { ...notifications, customerReplied: event.currentTarget.checked },
              })
            }
          />
          <Switch
            label={t('settings.profile.notify.mentioned')}
            checked={notifications.mentioned ?? true}
            onChange={event =>
              edit.mutate({ notifications: { ...notifications, mentioned: event.currentTarget.checked } })
            }
          />
        </div>
      </Section>
      <Section title={t('settings.profile.password')} text={t('settings.profile.password-text')}>
        <PasswordForm email={me.email} />
      </Section>
    </>
  );
}
