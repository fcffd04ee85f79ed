import { Button } from '@mantine/core';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useAgent, useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from '../ui/tab-page.module.css';
import { showDone, showProblem } from '../ui/toast.ts';
import { type Approval, useApprovalChange } from './approval-queries.ts';
import { DecisionForm } from './decision-form.tsx';
import { StatePill } from './state-pill.tsx';

interface Props {
  approval: Approval;
  number: string;
  onEdit: () => void;
}

/** One request for approval: what is asked, who is asked and what they said; my decision where it is my turn. */
export function ApprovalCard({ approval, number, onEdit }: Props) {
  const t = useT();
  const format = useFormat();
  const me = useDesk().data?.me.id;
  const asker = useAgent(approval.askedBy);
  const isWaiting = approval.state === 'waiting';
  const isMyTurn = approval.steps.some(step => step.isTheirTurn && step.approverId === me);
  const facts = { name: asker?.name ?? t('tickets.nameless'), date: format.dateTime(approval.askedAt) };
  return (
    <article className={classes.card} aria-label={approval.subject}>
      <div className={classes.head}>
        <h2 className={classes.title}>{approval.subject}</h2>
        <StatePill state={approval.state} />
      </div>
      <p className={classes.words}>{approval.question}</p>
      {approval.shared && <p className={`${classes.words} ${classes.soft}`}>{approval.shared}</p>}
      <p className={classes.soft}>
        {t('approval.by', facts)}
        {isWaiting && ` · ${t('approval.until', { date: format.date(approval.expiresAt) })}`}
        {approval.steps.length > 1 && ` · ${t(`approval.mode.${approval.mode}`)}`}
      </p>
      <ul className={classes.rows}>
        {approval.steps.map(step => (
          <Step key={step.approverId} step={step} isWaiting={isWaiting} />
        ))}
      </ul>
      {isMyTurn && <DecisionForm approval={approval} number={number} />}
      {isWaiting && approval.askedBy === me && (
        <OwnActions approval={approval} number={number} onEdit={onEdit} />
      )}
    </article>
  );
}

function Step({ step, isWaiting }: { step: Approval['steps'][number]; isWaiting: boolean }) {
  const t = useT();
  const format = useFormat();
  const agent = useAgent(step.approverId);
  const before = useAgent(step.delegatedBy);
  const name = agent?.name ?? t('tickets.nameless');
  const waiting = step.isTheirTurn ? 'waiting' : isWaiting ? 'later' : 'open';
  const state = t(`approval.step.${step.decision ?? waiting}`, {
    date: step.decidedAt ? format.dateTime(step.decidedAt) : '',
  });
  return (
    <li className={classes.row}>
      <PersonAvatar name={name} size={24} />
      <div className={classes.main}>
        <span>
          <strong>{name}</strong> · {state}
          {step.delegatedBy &&
            ` · ${t('approval.step.delegated', { name: before?.name ?? t('tickets.nameless') })}`}
        </span>
        {step.comment && <span style={{ whiteSpace: 'pre-wrap' }}>{step.comment}</span>}
      </div>
    </li>
  );
}

/** What who asked can still do: change it, tell everybody once more, take it back. */
function OwnActions({ approval, number, onEdit }: Props) {
  const t = useT();
  const [isLeaving, setIsLeaving] = useState(false);
  const params = { id: approval.id };
  const remind = useApprovalChange(number, () => call(routes.approvals.remind, { params }), {
    done: () => showDone(t, t('approval.reminded')),
    error: error => showProblem(t, error),
  });
  const withdraw = useApprovalChange(number, () => call(routes.approvals.withdraw, { params }), {
    done: () => setIsLeaving(false),
  });
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={onEdit}>
        {t('approval.edit')}
      </Button>
      <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate(undefined)}>
        {t('approval.remind')}
      </Button>
      <Button variant="default" onClick={() => setIsLeaving(true)}>
        {t('approval.withdraw')}
      </Button>
      <ConfirmDialog
        isOpen={isLeaving}
        title={t('approval.withdraw.title')}
        text={t('approval.withdraw.text', { subject: approval.subject })}
        confirmLabel={t('approval.withdraw')}
        isBusy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate(undefined)}
        onClose={() => setIsLeaving(false)}
      />
    </div>
  );
}
