import { Menu, UnstyledButton } from '@mantine/core';
import { IconLanguage, IconLock, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import classes from '../answers/canned.module.css';
import type { CannedReply } from '../answers/canned-query.ts';
import { wordsOf } from '../answers/canned-search.ts';
import { useT } from '../data/language.ts';
import { RowMenu } from './row-menu.tsx';

interface Props {
  reply: CannedReply;
  onEdit: () => void;
  onDelete: () => void;
}

/** One canned reply in the list: its name and first words, whose it is, for which language, how often it was used. */
export function CannedRow({ reply, onEdit, onDelete }: Props) {
  const t = useT();
  const { name, shortcut, language, isShared, useCount } = reply;
  const Whose = isShared ? IconUsers : IconLock;
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.main} onClick={onEdit}>
        <span className={classes.name}>
          {name}
          {shortcut && <span className={classes.shortcut}>/{shortcut}</span>}
        </span>
        <span className={classes.words}>{wordsOf(reply.html).slice(0, 200)}</span>
        <span className={classes.facts}>
          <span className={classes.fact}>
            <Whose size={14} aria-hidden />
            {t(isShared ? 'canned.shared' : 'canned.own')}
          </span>
          <span className={classes.fact}>
            <IconLanguage size={14} aria-hidden />
            {language ? t(`language.${language}`) : t('canned.any-language')}
          </span>
          <span>{t('canned.uses', { count: useCount })}</span>
        </span>
      </UnstyledButton>
      <RowMenu label={t('settings.row.actions', { name })}>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('settings.edit')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
          {t('settings.delete')}
        </Menu.Item>
      </RowMenu>
    </li>
  );
}
