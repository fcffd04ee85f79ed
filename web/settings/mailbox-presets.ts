import type { MailboxValues } from './mailbox-values.ts';

export const presets = ['gmail', 'microsoft', 'other', 'lmtp'] as const;
export type Preset = (typeof presets)[number];

const servers = {
  gmail: {
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    resultsBy: 'mx.google.com',
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    // It writes no name, and always on top.
    resultsBy: '',
  },
} as const;

const unknown = { imap: { host: '' }, smtp: { host: '' }, resultsBy: null };

/** Which preset a mailbox looks like. */
export function presetOf(values: Pick<MailboxValues, 'fetches' | 'imap'>): Preset {
  if (!values.fetches) return 'lmtp';
  if (values.imap.host === servers.gmail.imap.host) return 'gmail';
  return values.imap.host === servers.microsoft.imap.host ? 'microsoft' : 'other';
}

/** The form with a preset's servers filled in; what the person typed stays. */
export function withPreset(values: MailboxValues, preset: Preset): MailboxValues {
  if (preset === 'lmtp') return { ...values, fetches: false, sends: false };
  const known = preset === 'other' ? unknown : servers[preset];
  const fill = { user: values.imap.user || values.address };
  return {
    ...values,
    fetches: true,
    sends: true,
    believesServer: known.resultsBy !== null,
    resultsBy: known.resultsBy ?? '',
    imap: { ...values.imap, ...fill, ...known.imap },
    smtp: { ...values.smtp, ...fill, ...known.smtp },
  };
}
