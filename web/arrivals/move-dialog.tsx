import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { ApiError, call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { errorText } from '../ui/error-text.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useMove } from './use-move.tsx';

interface Props {
  messageId: string;
  /** The ticket that it is in. */
  number: string;
  /** The sender's address, who may be allowed to write into the other ticket. */
  sender: string | null;
  /** Whether something would be left of this ticket. */
  canBeAlone: boolean;
  /** The number of the ticket that it most likely belongs to. */
  proposed?: string;
  onClose: () => void;
}

const digits = (text: string) => text.replace(/^\s*#?\s*|\s+$/g, '');

/** "This belongs elsewhere": asks for the ticket that a message is to be moved to, or makes it one of its own. */
export function MoveDialog({ messageId, number, sender, canBeAlone, proposed = '', onClose }: Props) {
  const t = useT();
  const [where, setWhere] = useState<'ticket' | 'own'>('ticket');
  const [typed, setTyped] = useState(proposed);
  const [joins, setJoins] = useState(false);
  const [problem, setProblem] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const move = useMove(onClose);
  const to = digits(typed);
  const found = useTicketNamed(where === 'ticket' ? to : '');
  const isUnknown = found.error instanceof ApiError && found.error.status === 404;
  const wrong = problem || (isUnknown && to !== '' ? t('move.number.unknown') : '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const refusal = where === 'own' ? '' : refusalOf();
    setProblem(refusal);
    if (refusal) input.current?.focus();
    else move.mutate({ messageId, to: where === 'own' ? null : to, joins: where === 'ticket' && joins });
  }

  function refusalOf(): string {
    if (!/^\d{1,15}$/.test(to)) return t('move.number.needed');
    return to === number ? t('move.number.same') : '';
  }

  return (
    <FormDialog
      isOpen
      title={t('move.title')}
      submitLabel={t('move.do')}
      isBusy={move.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('move.text')}</p>
      <Radio.Group
        label={t('move.where')}
        value={where}
        onChange={value => setWhere(value as 'ticket' | 'own')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="ticket" label={t('move.where.ticket')} />
          <Radio
            value="own"
            label={t('move.where.own')}
            description={canBeAlone ? undefined : t('move.where.own.hint')}
            disabled={!canBeAlone}
          />
        </Stack>
      </Radio.Group>
      {where === 'ticket' && (
        <TextInput
          ref={input}
          data-autofocus
          label={t('move.number')}
          inputMode="numeric"
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value);
            setProblem('');
          }}
          description={
            found.data && to !== number
              ? t('move.found', {
                  subject: found.data.subject,
                  requester: found.data.requester.name || (found.data.requester.email ?? ''),
                })
              : undefined
          }
          error={wrong || undefined}
        />
      )}
      {where === 'ticket' && sender && (
        <Checkbox
          checked={joins}
          onChange={event => setJoins(event.currentTarget.checked)}
          label={t('move.joins', { address: sender })}
          description={t('move.joins.hint')}
        />
      )}
      {move.isError && (
        <p role="alert" style={{ margin: 0, color: 'var(--mantine-color-error)' }}>
          {errorText(t, move.error)}
        </p>
      )}
    </FormDialog>
  );
}

/** The ticket that a number which is being typed stands for. */
function useTicketNamed(typed: string) {
  const slug = useWorkspaceSlug();
  const [number] = useDebouncedValue(typed, 250);
  return useQuery({
    queryKey: [...ticketKey(slug, number), 'named'],
    queryFn: ({ signal }) => call(routes.tickets.get, { params: { ticket: number } }, { signal }),
    enabled: /^\d{1,15}$/.test(number),
    retry: false,
  });
}
