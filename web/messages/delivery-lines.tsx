import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconAlertTriangle,
  IconArchive,
  IconArrowForward,
  IconCheck,
  IconClock,
  IconHourglass,
  IconMailX,
  IconRefresh,
  IconSend,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useFormat, useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './delivery-lines.module.css';
import { ElsewhereDialog } from './elsewhere-dialog.tsx';
import type { Delivery } from './messages-query.ts';

const icons = {
  queued: IconClock,
  sending: IconSend,
  accepted: IconCheck,
  kept: IconArchive,
  deferred: IconHourglass,
  failed: IconAlertTriangle,
  delayed: IconHourglass,
  bounced: IconMailX,
} as const;

/**
 * What became of a mail on its way out, one line for each recipient; a failed one can be tried again. Under a
 * customer's message (`isOurs` false) the mail is its acknowledgement.
 */
export function DeliveryLines({ deliveries, isOurs }: { deliveries: Delivery[]; isOurs: boolean }) {
  const t = useT();
  if (deliveries.length === 0) return null;
  return (
    <ul className={classes.lines} aria-label={t('tickets.delivery')}>
      {deliveries.map(delivery => (
        <li key={delivery.id} className={classes.line} data-state={delivery.state}>
          <DeliveryLine delivery={delivery} isOurs={isOurs} />
        </li>
      ))}
    </ul>
  );
}

function DeliveryLine({ delivery, isOurs }: { delivery: Delivery; isOurs: boolean }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const retry = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: () => call(routes.messages.retryDelivery, { params: { id: delivery.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['ticket'] }),
    onError: error => notifications.show({ color: 'red', message: errorText(t, error) }),
  });
  const Icon = icons[delivery.state];
  const isStuck = ['failed', 'deferred', 'bounced'].includes(delivery.state);
  const isLost = delivery.state === 'failed' || delivery.state === 'bounced';
  const isReported = delivery.state === 'bounced' || delivery.state === 'delayed';
  const next = delivery.nextTryAt
    ? t('tickets.delivery.next', { time: format.dateTime(delivery.nextTryAt) })
    : '';
  return (
    <>
      <Icon size={14} stroke={2} aria-hidden className={classes.icon} />
      <span title={format.dateTime(delivery.at)}>
        {!isOurs && `${t('tickets.delivery.acknowledgement')} `}
        {t(`tickets.delivery.${delivery.state}`, { recipient: delivery.recipient })}
        {delivery.state === 'deferred' && next && ` ${next}`}
        {delivery.state === 'bounced' && ` ${t(`tickets.delivery.bounced.${meaningOf(delivery)}`)}`}
        {(isStuck || isReported) && delivery.detail && (
          <span className={classes.detail}>{delivery.detail}</span>
        )}
      </span>
      {(isStuck || delivery.reportUrl) && (
        <span className={classes.actions}>
          {delivery.reportUrl && (
            <a className={classes.report} href={delivery.reportUrl} download>
              {t('tickets.delivery.report')}
            </a>
          )}
          {isStuck && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              loading={retry.isPending}
              onClick={() => retry.mutate()}
            >
              {t('tickets.delivery.retry')}
            </Button>
          )}
          {isOurs && isLost && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconArrowForward size={14} aria-hidden />}
              onClick={() => setIsAsking(true)}
            >
              {t('tickets.delivery.elsewhere')}
            </Button>
          )}
        </span>
      )}
      {isAsking && <ElsewhereDialog delivery={delivery} onClose={() => setIsAsking(false)} />}
    </>
  );
}

/** What a bounce means for whoever wants to reach them. */
function meaningOf({ isDead }: Delivery): 'dead' | 'later' | 'refused' {
  if (isDead === null) return 'refused';
  return isDead ? 'dead' : 'later';
}
