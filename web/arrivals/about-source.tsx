import { useAgent } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { AboutSender } from './about-sender.tsx';
import classes from './why.module.css';
import type { Arrival, Source } from './why-query.ts';

/** One way a mail came: the answer first, then what it rests on. */
export function AboutSource({ source, isAlone }: { source: Source; isAlone: boolean }) {
  const t = useT();
  const { arrival } = source;
  return (
    <section className={classes.source} aria-label={source.mailbox?.name ?? t('why.mailbox.gone')}>
      {!isAlone && <h2 className={classes.mailbox}>{source.mailbox?.name ?? t('why.mailbox.gone')}</h2>}
      <p className={classes.verdict}>{arrival ? t(`why.how.${arrival.how}`) : t('why.unknown')}</p>
      {arrival && <Tried claims={arrival.claims} />}
      {arrival && <AboutSender proof={arrival.proof} />}
      <Came source={source} />
      {arrival && <Consequences arrival={arrival} />}
    </section>
  );
}

function Tried({ claims }: { claims: Arrival['claims'] }) {
  const t = useT();
  return (
    <>
      <h3 className={classes.heading}>{t('why.tried')}</h3>
      {claims.length === 0 && <p className={classes.text}>{t('why.tried.none')}</p>}
      {claims.length > 0 && (
        <ul className={classes.claims}>
          {claims.map(({ kind, place, outcome, ticketNumber }) => (
            <li
              key={`${kind} ${place} ${outcome} ${ticketNumber}`}
              data-good={outcome === 'joined' || undefined}
            >
              <span>{t(`why.claim.${kind}`, { place: place ? t(`why.place.${place}`) : '' })}</span>
              <strong>{t(`why.outcome.${outcome}`, { number: ticketNumber ?? '' })}</strong>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Came({ source }: { source: Source }) {
  const t = useT();
  const format = useFormat();
  const releasedBy = useAgent(source.released?.agentId ?? null);
  const { mailbox } = source;
  return (
    <>
      <h3 className={classes.heading}>{t('why.arrived')}</h3>
      <dl className={classes.facts}>
        <dt>{t('why.mailbox')}</dt>
        <dd>
          {mailbox ? `${mailbox.name} (${mailbox.address})` : t('why.mailbox.gone')},{' '}
          {t(`why.door.${source.door}`)}
        </dd>
        <dt>{t('why.envelope')}</dt>
        <dd>
          {source.envelopeFrom || t('why.envelope.null')} → {source.envelopeTo}
        </dd>
        {source.remoteIp && (
          <>
            <dt>{t('why.client')}</dt>
            <dd>{source.remoteIp}</dd>
          </>
        )}
        <dt>{t('why.times')}</dt>
        <dd>
          {format.dateTime(source.receivedAt)}
          {source.processedAt && `, ${format.dateTime(source.processedAt)}`}
        </dd>
        <dt>{t('why.size')}</dt>
        <dd>{format.size(source.size)}</dd>
      </dl>
      {source.released && (
        <p className={classes.text}>
          {t('why.released', {
            agent: releasedBy?.name ?? t('tickets.nameless'),
            time: format.dateTime(source.released.at),
          })}
        </p>
      )}
    </>
  );
}

function Consequences({ arrival }: { arrival: Arrival }) {
  const t = useT();
  const { acknowledgement, cut } = arrival;
  return (
    <>
      {acknowledgement && (
        <>
          <h3 className={classes.heading}>{t('why.answer')}</h3>
          <p className={classes.text}>{t(`why.answer.${acknowledgement}`)}</p>
        </>
      )}
      <h3 className={classes.heading}>{t('why.cut')}</h3>
      {cut.quoted === 0 && !cut.remoteImages && <p className={classes.text}>{t('why.cut.none')}</p>}
      {cut.quoted > 0 && <p className={classes.text}>{t('why.cut.quoted', { count: cut.quoted })}</p>}
      {cut.remoteImages && <p className={classes.text}>{t('why.cut.images')}</p>}
    </>
  );
}
