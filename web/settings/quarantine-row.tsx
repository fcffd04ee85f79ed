import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { AboutSender } from '../arrivals/about-sender.tsx';
import { addressOf } from '../data/address.ts';
import { call } from '../data/call.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { showDone, showProblem } from '../ui/toast.ts';
import classes from './quarantine.module.css';
import { type MailAside, mailAsideQuery, quarantineKey } from './quarantine-query.ts';
import settings from './settings.module.css';

/** One mail that was set aside: why, from whom, what it says, and the way out. */
export function QuarantineRow({ mail }: { mail: MailAside }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const subject = mail.subject || t('quarantine.no-subject');
  const from = mail.from.name || mail.from.address || t('quarantine.no-sender');
  const release = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.quarantine.release, { params: { id: mail.id } }),
    onSuccess: () => showDone(t, t('quarantine.released')),
    onError: error => showProblem(t, error),
    // The list alone: the mail itself is gone, and asking for it again could only fail.
    onSettled: () => client.invalidateQueries({ queryKey: quarantineKey(slug), exact: true }),
  });
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const number = mail.ticketNumber === null ? null : String(mail.ticketNumber);
  return (
    <li className={`${settings.row} ${classes.row}`}>
      <button
        type="button"
        className={classes.open}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t('quarantine.look', { subject })}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Chevron size={18} stroke={1.75} aria-hidden />
        <span className={settings.rowMain}>
          <span className={settings.rowTitle}>{subject}</span>
          <span className={settings.rowText}>
            {from} · {format.dateTime(mail.receivedAt)}
            {mail.mailbox && ` · ${t('quarantine.to', { mailbox: mail.mailbox.name })}`}
          </span>
          <span className={settings.rowText}>
            {t(`quarantine.reason.${mail.reason}`, { number: number ?? '' })}
          </span>
        </span>
      </button>
      {mail.reason === 'stub' && number ? (
        <Button
          variant="default"
          renderRoot={props => <Link to="/w/$slug/tickets/$number" params={{ slug, number }} {...props} />}
        >
          {t('tickets.hint.see', { number })}
        </Button>
      ) : (
        <Button
          variant="default"
          aria-label={t('quarantine.release-one', { subject })}
          loading={release.isPending}
          onClick={() => release.mutate()}
        >
          {t('quarantine.release')}
        </Button>
      )}
      {isOpen && (
        <div id={id} className={classes.inside}>
          <Inside mail={mail} />
        </div>
      )}
    </li>
  );
}

function Inside({ mail }: { mail: MailAside }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(mailAsideQuery(slug, mail.id));
  if (query.isPending) return <ListSkeleton rows={2} height={32} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { arrival } = query.data;
  return (
    <>
      <p className={classes.text}>{arrival?.text?.trim() || t('quarantine.empty-mail')}</p>
      {arrival && <AboutSender proof={arrival.proof} heading="h2" />}
      <a
        className={classes.download}
        href={addressOf(routes.quarantine.source, { params: { id: mail.id } })}
        download
      >
        <IconDownload size={16} aria-hidden />
        {t('why.source')}
      </a>
    </>
  );
}
