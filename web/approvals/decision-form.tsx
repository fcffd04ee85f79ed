import { Alert, Button, Select, Textarea } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useKeptText } from '../data/kept-text.ts';
import { useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import classes from '../ui/tab-page.module.css';
import { type Approval, useApprovalChange } from './approval-queries.ts';

interface Props {
  approval: Approval;
  number: string;
}

/** Accepting or rejecting, with a comment; or handing the decision to somebody else (ZOH-04). */
export function DecisionForm({ approval, number }: Props) {
  const t = useT();
  const [comment, setComment, forget] = useKeptText(`approval.${approval.id}`, '');
  const [isMissing, setIsMissing] = useState(false);
  const [isHandingOn, setIsHandingOn] = useState(false);
  // The version that was on the screen when this form appeared: a changed request is refused, and read again.
  const [version, setVersion] = useState(approval.version);
  const decide = useApprovalChange(
    number,
    (decision: 'accepted' | 'rejected') =>
      call(routes.approvals.decide, { params: { id: approval.id }, body: { decision, comment, version } }),
    { done: forget, error: () => setVersion(approval.version) },
  );
  const isChanged = approval.version !== version;
  return (
    <section className={classes.card} aria-label={t('approval.decide')}>
      <h3 className={classes.title}>{t('approval.decide')}</h3>
      {isChanged && (
        <Alert color="yellow" role="alert">
          {t('errors.approval-changed')}
        </Alert>
      )}
      {decide.isError && !isChanged && (
        <Alert color="red" role="alert">
          {errorText(t, decide.error)}
        </Alert>
      )}
      <Textarea
        label={t('approval.comment')}
        description={t('approval.comment.hint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={comment}
        error={isMissing && !comment.trim() && t('errors.comment-needed')}
        onChange={event => setComment(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button variant="subtle" onClick={() => setIsHandingOn(true)}>
          {t('approval.delegate')}
        </Button>
        <div className={classes.buttons}>
          <Button
            variant="default"
            leftSection={<IconX size={16} aria-hidden />}
            disabled={decide.isPending}
            onClick={() => {
              setIsMissing(!comment.trim());
              if (comment.trim()) decide.mutate('rejected');
            }}
          >
            {t('approval.reject')}
          </Button>
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={decide.isPending}
            onClick={() => decide.mutate('accepted')}
          >
            {t('approval.accept')}
          </Button>
        </div>
      </div>
      <Delegation
        approval={approval}
        number={number}
        isOpen={isHandingOn}
        onClose={() => setIsHandingOn(false)}
      />
    </section>
  );
}

function Delegation({ approval, number, isOpen, onClose }: Props & { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const desk = useDesk().data;
  const [agentId, setAgentId] = useState<string | null>(null);
  const delegate = useApprovalChange(
    number,
    (id: string) => call(routes.approvals.delegate, { params: { id: approval.id }, body: { agentId: id } }),
    { done: onClose },
  );
  const asked = [approval.askedBy, ...approval.steps.map(step => step.approverId)];
  const agents = desk?.agents.filter(agent => !agent.isDisabled && !asked.includes(agent.id)) ?? [];
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('approval.delegate.title')}
      submitLabel={t('approval.delegate')}
      isBusy={delegate.isPending}
      onSubmit={event => {
        event.preventDefault();
        if (agentId) delegate.mutate(agentId);
      }}
      onClose={onClose}
    >
      <Select
        label={t('approval.delegate.to')}
        searchable
        data={agents.map(agent => ({ value: agent.id, label: `${agent.name} (${agent.email})` }))}
        nothingFoundMessage={t('shell.nothing-found')}
        value={agentId}
        error={delegate.isError && errorText(t, delegate.error)}
        onChange={setAgentId}
      />
    </FormDialog>
  );
}
