import { useT } from '../data/language.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { UnassignQuestion } from './use-filing.ts';

interface Props {
  question: UnassignQuestion | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a change that takes the ticket from its assignee. */
export function UnassignDialog({ question, onConfirm, onClose }: Props) {
  const t = useT();
  const values = { agent: question?.agent ?? '', name: question?.place ?? '' };
  return (
    <ConfirmDialog
      isOpen={question !== null}
      title={t('panel.unassign.title', values)}
      text={t(`panel.unassign.${question?.reason ?? 'team'}`, values)}
      confirmLabel={t('panel.unassign.confirm')}
      isBusy={false}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
