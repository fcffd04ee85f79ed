// The mails that Guichet sends, and which of their texts a workspace may write itself. What an agent or a customer wrote is
// no such text.

export interface MailTemplate {
  /** Who reads it. */
  audience: 'customers' | 'agents' | 'everybody';
  /** Keys of the catalogue, in the order in which they are read; those with a count in each of their forms. */
  texts: readonly string[];
  /** What may stand in any of them in braces. */
  variables: readonly string[];
}

const notice = (kind: string, more: readonly string[] = []) => ({
  audience: 'agents' as const,
  texts: [`mail.${kind}.subject`, `mail.${kind}.body`, ...more],
  variables: ['number', 'subject', 'name', 'actor'],
});
const errand = (kind: string, variables: readonly string[]) => ({
  audience: 'agents' as const,
  texts: [`mail.${kind}.subject`, `mail.${kind}.body`, `mail.${kind}.open`],
  variables: ['title', 'number', ...variables],
});

const alarm = (kind: string) => ({
  audience: 'agents' as const,
  texts: [`mail.${kind}.subject`, `mail.${kind}.body`],
  variables: ['name', 'address', 'workspace'],
});

export const mailTemplates = {
  // Nothing that the sender chose may stand in it, so that nobody can have us send their words to a third person (S1).
  acknowledgement: {
    audience: 'customers',
    texts: [
      'mail.acknowledgement.subject',
      'mail.acknowledgement.body',
      'mail.acknowledgement.hours_one',
      'mail.acknowledgement.hours_other',
      'mail.acknowledgement.days_one',
      'mail.acknowledgement.days_other',
      'mail.acknowledgement.next',
      'mail.acknowledgement.team',
      'mail.acknowledgement.automatic',
    ],
    variables: ['number', 'workspace'],
  },
  reply: {
    audience: 'customers',
    texts: ['mail.from', 'mail.quote.wrote', 'mail.quote.earlier'],
    variables: ['number', 'workspace'],
  },
  resolution: {
    audience: 'customers',
    texts: ['mail.resolution.body', 'mail.resolution.next'],
    variables: ['number', 'workspace', 'name'],
  },
  assignment: notice('assignment', ['mail.assignment.by']),
  'customer-replied': notice('customer-replied'),
  mention: notice('mention', ['mail.mention.why']),
  'side-answered': notice('side-answered', ['mail.side-answered.why']),
  escalation: notice('escalation', ['mail.escalation.by']),
  'reply-held': notice('reply-held', ['mail.reply-held.why']),
  undelivered: {
    ...notice('undelivered', ['mail.undelivered.why']),
    variables: ['number', 'subject', 'name', 'recipient'],
  },
  'agent-mail-refused': {
    ...notice('agent-mail-refused', ['mail.agent-mail-refused.why']),
    variables: ['number', 'subject', 'reason'],
  },
  'activity-reminder': errand('activity-reminder', ['due']),
  'approval-asked': errand('approval-asked', ['actor', 'due']),
  'approval-settled': errand('approval-settled', ['actor', 'outcome']),
  'mailbox-failing': alarm('mailbox-failing'),
  'mailbox-working': alarm('mailbox-working'),
  invitation: {
    audience: 'agents',
    texts: ['subject', 'subject.by', 'body', 'body.by', 'open', 'life', 'ignore'].map(
      each => `mail.invitation.${each}`,
    ),
    variables: ['workspace', 'inviter'],
  },
  reset: {
    audience: 'agents',
    texts: ['subject', 'body', 'open', 'life', 'ignore'].map(each => `mail.reset.${each}`),
    variables: ['workspace'],
  },
  common: {
    audience: 'everybody',
    texts: [
      'mail.hello',
      'mail.hello.name',
      'mail.footer',
      'mail.notice.from',
      'mail.notice.open',
      'mail.notice.why',
      'mail.notice.no-answer',
    ],
    variables: [],
  },
} as const satisfies Record<string, MailTemplate>;

export type MailTemplateKind = keyof typeof mailTemplates;
export const mailTemplateKinds = Object.keys(mailTemplates) as [MailTemplateKind, ...MailTemplateKind[]];

/** Longest text of a workspace's own, in characters. */
export const longestMailText = 2_000;

const braced = /\{(\w+)\}/g;

/** What may stand in braces in a text: what its mail knows, and what the standard text uses. */
export function variablesOf(kind: MailTemplateKind, standard: string): string[] {
  const used = [...standard.matchAll(braced)].map(match => match[1]!);
  return [...new Set([...used, ...mailTemplates[kind].variables])];
}

/** Braces in a text that stand for nothing in its mail, or do not close. Each one once. */
export function unknownIn(text: string, variables: readonly string[]): string[] {
  const named = [...text.matchAll(braced)].filter(match => !variables.includes(match[1]!));
  const broken = text.replace(braced, ' ').match(/\{[^\s{}]*\}?|\}/g) ?? [];
  return [...new Set([...named.map(match => match[0]), ...broken])];
}

/** Whether a text stands in one line: a subject, a name, a button. */
export function isOneLine(key: string): boolean {
  return /\.(?:subject|subject\.by|open|from)$/.test(key) || key === 'mail.from';
}
