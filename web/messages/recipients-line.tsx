import { Button } from '@mantine/core';
import { IconMail, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { AddressField } from './address-field.tsx';
import type { Recipients } from './outgoing-query.ts';
import { everybody } from './recipient-list.ts';
import classes from './sending.module.css';

interface Props {
  value: Recipients;
  requester: { name: string; email: string | null };
  /** In copy of what the customer wrote; nobody gets anything before an agent says so (S6). */
  suggested: string[];
  onChange: (recipients: Recipients) => void;
}

/** Who the reply goes to, spelled out; a press shows To, Cc and Bcc to change them. */
export function RecipientsLine({ value, requester, suggested, onChange }: Props) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const used = everybody(value);
  const open = suggested.filter(address => !used.includes(address));
  const named = (addresses: string[]) =>
    addresses
      .map(one => (one === requester.email && requester.name ? `${requester.name} <${one}>` : one))
      .join(', ');

  /** An address stands in one field only: the one where it was put last. */
  function put(field: keyof Recipients, addresses: string[]): void {
    const others = (kept: string[]) => kept.filter(address => !addresses.includes(address));
    const { to, cc, bcc } = value;
    onChange({ to: others(to), cc: others(cc), bcc: others(bcc), [field]: addresses });
  }

  return (
    <section className={classes.recipients} aria-label={t('sending.recipients')}>
      {isOpen && (
        <div className={classes.fields}>
          <AddressField label={t('sending.to')} value={value.to} onChange={to => put('to', to)} isFirst />
          <AddressField label={t('sending.cc')} value={value.cc} onChange={cc => put('cc', cc)} />
          <AddressField
            label={t('sending.bcc')}
            description={t('sending.bcc.hint')}
            value={value.bcc}
            onChange={bcc => put('bcc', bcc)}
          />
        </div>
      )}
      <div className={classes.line}>
        {!isOpen && (
          <>
            <IconMail size={16} aria-hidden />
            <span>
              {value.to.length > 0
                ? t('sending.recipients.summary', { to: named(value.to) })
                : t('sending.recipients.nobody')}
            </span>
            {value.cc.length > 0 && <span>{t('sending.recipients.cc-is', { cc: named(value.cc) })}</span>}
            {value.bcc.length > 0 && <span>{t('sending.recipients.bcc-is', { bcc: named(value.bcc) })}</span>}
          </>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={isOpen ? undefined : <IconPencil size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'sending.recipients.done' : 'sending.recipients.edit')}
        </Button>
      </div>
      {open.length > 0 && (
        <div className={classes.suggestions}>
          {open.map(address => (
            <span key={address}>
              {t('sending.suggested', { address })}
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('sending.suggested.add', { address })}
                onClick={() => put('cc', [...value.cc, address])}
              >
                {t('sending.suggested.add-short')}
              </Button>
            </span>
          ))}
        </div>
      )}
    </section>
  );
}
