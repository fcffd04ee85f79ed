import { Button, Menu } from '@mantine/core';
import { IconForms, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ContactFieldDialog } from './contact-field-dialog.tsx';
import { RowMenu } from './row-menu.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';

type ContactField = Desk['contactFields'][number];

/** The workspace's own fields on its contacts (LIV-06). */
export function ContactFieldsPage() {
  const t = useT();
  const fields = useDesk().data?.contactFields ?? [];
  const [edited, setEdited] = useState<ContactField | 'new' | null>(null);
  const [doomed, setDoomed] = useState<ContactField | null>(null);
  usePageTitle(t('settings.contact-fields.title'));
  const remove = useDeskChange({
    send: (field: ContactField) => call(routes.contacts.removeField, { params: { id: field.id } }),
    onDone: () => setDoomed(null),
    onError: () => undefined,
    invalidates: ['contact'],
  });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('settings.contact-fields.add')}
    </Button>
  );
  return (
    <Section text={t('settings.contact-fields.text')} action={fields.length > 0 && add}>
      {fields.length === 0 ? (
        <EmptyState
          icon={IconForms}
          title={t('settings.contact-fields.none')}
          text={t('settings.contact-fields.none-text')}
          action={add}
        />
      ) : (
        <ul className={classes.rows}>
          {fields.map(field => (
            <li key={field.id} className={classes.row}>
              <span className={classes.rowMain}>
                <span>{field.name}</span>
                <span className={classes.rowText}>
                  {[t(`settings.contact-fields.kind.${field.kind}`), field.choices.join(', ')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <RowMenu label={t('settings.row.actions', { name: field.name })}>
                <Menu.Item
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEdited(field)}
                >
                  {t('settings.edit')}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => {
                    remove.reset();
                    setDoomed(field);
                  }}
                >
                  {t('settings.delete')}
                </Menu.Item>
              </RowMenu>
            </li>
          ))}
        </ul>
      )}
      <ContactFieldDialog
        key={edited === 'new' ? 'new' : edited?.id}
        field={edited}
        onClose={() => setEdited(null)}
      />
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('settings.contact-fields.delete', { name: doomed?.name ?? '' })}
        text={t('settings.contact-fields.delete-text')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      />
    </Section>
  );
}
