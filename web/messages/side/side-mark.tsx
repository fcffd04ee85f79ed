import { Button } from '@mantine/core';
import { IconArrowBackUp, IconLock } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMay } from '../../data/desk.ts';
import { useT } from '../../data/language.ts';
import { useWorkspaceSlug } from '../../data/workspace.ts';
import classes from '../message.module.css';
import type { Message } from '../messages-query.ts';
import { answerAside } from './side-requests.ts';

/** Says that a message is between the desk and a third party, and lets an agent go on with it. */
export function SideMark({ message }: { message: Message }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const mayWork = useMay('tickets.work');
  const { number = '' } = useParams({ strict: false });
  if (!message.side) return null;
  return (
    <div className={classes.noteMark}>
      <IconLock size={14} stroke={2} aria-hidden />
      <span className={classes.noteWords}>{t('side.mark', { subject: message.side.subject })}</span>
      {mayWork && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          onClick={() => answerAside({ slug, number }, message)}
        >
          {t('side.answer')}
        </Button>
      )}
    </div>
  );
}
