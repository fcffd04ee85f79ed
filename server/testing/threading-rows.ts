// What may come and what is to become of it (S5 to S9); threading-table.test.ts tries each row.

/** Of ticket A unless said: Anne asked; Bruno was written to by an agent; Carl stands in Anne's Cc only. */
export type Who = 'anne' | 'anne at home' | 'ANNE' | 'bruno' | 'carl' | 'mallory' | 'karim' | 'support';
/** Whose mail of ours the token is from. */
export type Token =
  | 'to anne'
  | 'to bruno'
  | 'of B'
  | 'forged'
  | 'invented'
  | 'foreign'
  | 'notice'
  | 'unsigned';
export type Where =
  | 'to'
  | 'cc'
  | 'envelope'
  | 'delivered-to'
  | 'in-reply-to'
  | 'references'
  | 'subject'
  | 'own-id';

export interface Row {
  who: Who;
  token?: Token;
  where?: Where[];
  proof?: 'pass' | 'fail' | 'unknown';
  /** What became of ticket A before. */
  state?: 'resolved' | 'closed' | 'merged';
  subject?: string;
  more?: string[];
  lands: 'A' | 'B' | 'new' | 'own' | 'quarantined';
  hint?: [code: string, of: 'A' | 'B' | null];
  /** Whether the sender is acknowledged, or why not. */
  told: string | null;
}

const joins = { lands: 'A' as const, told: 'joined' };
const refused = (code = 'claims-reply', of: 'A' | 'B' | null = 'A') => ({
  lands: 'new' as const,
  hint: [code, of] as [string, 'A' | 'B' | null],
  told: 'claim',
});
const plain = { lands: 'new' as const, told: 'sent' };

export const rows: Row[] = [
  // The requester answers, by every way a token travels.
  { who: 'anne', token: 'to anne', where: ['to'], ...joins },
  { who: 'anne', token: 'to anne', where: ['cc'], ...joins },
  { who: 'anne', token: 'to anne', where: ['envelope'], ...joins },
  { who: 'anne', token: 'to anne', where: ['delivered-to'], ...joins },
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], ...joins },
  { who: 'anne', token: 'to anne', where: ['references'], ...joins },
  { who: 'anne', token: 'to anne', where: ['to', 'in-reply-to', 'references'], ...joins },
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], proof: 'pass', ...joins },
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], subject: 'Tout autre chose', ...joins },
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], subject: '', ...joins },
  { who: 'ANNE', token: 'to anne', where: ['in-reply-to'], ...joins },
  { who: 'anne at home', token: 'to anne', where: ['in-reply-to'], ...joins },
  { who: 'anne at home', token: 'to anne', where: ['to'], proof: 'pass', ...joins },
  { who: 'anne', token: 'to bruno', where: ['in-reply-to'], ...joins },
  // A participant whom an agent has accepted.
  { who: 'bruno', token: 'to bruno', where: ['in-reply-to'], ...joins },
  { who: 'bruno', token: 'to bruno', where: ['to'], ...joins },
  { who: 'bruno', token: 'to anne', where: ['in-reply-to'], ...joins },
  { who: 'bruno', token: 'to anne', where: ['references'], proof: 'pass', ...joins },
  // Of two tickets, the envelope and the nearest mail decide.
  { who: 'anne', token: 'of B', where: ['in-reply-to'], lands: 'B', told: 'joined' },
  { who: 'anne', token: 'of B', where: ['to'], lands: 'B', told: 'joined' },
  { who: 'bruno', token: 'of B', where: ['in-reply-to'], ...refused('claims-reply', 'B') },
  // S5 who holds a valid token but has no part in the ticket: a forwarded mail, a colleague in copy.
  { who: 'mallory', token: 'to anne', where: ['in-reply-to'], ...refused() },
  { who: 'mallory', token: 'to anne', where: ['to'], ...refused() },
  { who: 'mallory', token: 'to anne', where: ['envelope'], ...refused() },
  { who: 'mallory', token: 'to anne', where: ['references'], proof: 'pass', ...refused() },
  { who: 'mallory', token: 'to bruno', where: ['in-reply-to'], ...refused() },
  { who: 'carl', token: 'to anne', where: ['in-reply-to'], ...refused() },
  { who: 'carl', token: 'to anne', where: ['to'], proof: 'pass', ...refused() },
  { who: 'carl', where: ['own-id'], ...refused() },
  // S5 a spoofed sender.
  {
    who: 'anne',
    token: 'to anne',
    where: ['in-reply-to'],
    proof: 'fail',
    ...refused('sender-unproved'),
    told: 'sender-unproved',
  },
  {
    who: 'anne',
    token: 'to anne',
    where: ['to'],
    proof: 'fail',
    ...refused('sender-unproved'),
    told: 'sender-unproved',
  },
  {
    who: 'anne',
    token: 'to anne',
    where: ['envelope'],
    proof: 'fail',
    ...refused('sender-unproved'),
    told: 'sender-unproved',
  },
  {
    who: 'bruno',
    token: 'to bruno',
    where: ['in-reply-to'],
    proof: 'fail',
    ...refused('sender-unproved'),
    told: 'sender-unproved',
  },
  { who: 'mallory', token: 'to anne', where: ['to'], proof: 'fail', ...refused(), told: 'sender-unproved' },
  { who: 'anne', proof: 'fail', lands: 'new', told: 'sender-unproved' },
  { who: 'anne', where: ['subject'], proof: 'fail', ...refused(), told: 'sender-unproved' },
  // S5 tokens that are none of ours.
  { who: 'anne', token: 'forged', where: ['in-reply-to'], ...refused() },
  { who: 'anne', token: 'forged', where: ['to'], ...refused() },
  { who: 'anne', token: 'forged', where: ['envelope'], proof: 'pass', ...refused() },
  { who: 'mallory', token: 'forged', where: ['references'], ...refused() },
  { who: 'anne', token: 'invented', where: ['in-reply-to'], ...refused('claims-reply', null) },
  { who: 'anne', token: 'invented', where: ['to'], ...refused('claims-reply', null) },
  { who: 'anne', token: 'unsigned', where: ['in-reply-to'], ...plain },
  { who: 'anne', token: 'unsigned', where: ['to'], ...plain },
  // S18 a token of another workspace tells nothing of it.
  { who: 'anne', token: 'foreign', where: ['in-reply-to'], ...refused('claims-reply', null) },
  { who: 'anne', token: 'foreign', where: ['to'], proof: 'pass', ...refused('claims-reply', null) },
  // A number in the subject, or a Message-ID of the customer: anybody can write that.
  { who: 'anne', where: ['subject'], ...refused() },
  { who: 'anne', where: ['subject'], proof: 'pass', ...refused() },
  { who: 'mallory', where: ['subject'], ...refused() },
  { who: 'carl', where: ['subject'], ...refused() },
  { who: 'anne', subject: 'Re: [#987654] vélo', ...plain },
  { who: 'anne', subject: 'Commande #12', ...plain },
  { who: 'anne', where: ['own-id'], ...refused() },
  { who: 'mallory', where: ['own-id'], ...refused() },
  { who: 'mallory', token: 'to anne', where: ['in-reply-to', 'subject'], ...refused() },
  // S7 what answers a notice to an agent is no word of the customer: the agent's own, or a note that says what is wrong.
  { who: 'karim', token: 'notice', where: ['in-reply-to'], lands: 'A', told: null },
  { who: 'karim', token: 'notice', where: ['to'], proof: 'pass', lands: 'A', told: null },
  { who: 'karim', token: 'notice', where: ['to'], proof: 'fail', lands: 'A', told: null },
  { who: 'mallory', token: 'notice', where: ['in-reply-to'], ...refused() },
  { who: 'anne', token: 'notice', where: ['in-reply-to'], ...refused('agent-reply') },
  { who: 'karim', token: 'to anne', where: ['in-reply-to'], ...refused() },
  // D-01 what became of the ticket meanwhile.
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], state: 'resolved', ...joins },
  { who: 'anne', token: 'to anne', where: ['to'], state: 'resolved', ...joins },
  {
    who: 'anne',
    token: 'to anne',
    where: ['in-reply-to'],
    state: 'closed',
    lands: 'new',
    hint: ['follow-up', 'A'],
    told: 'sent',
  },
  { who: 'mallory', token: 'to anne', where: ['in-reply-to'], state: 'closed', ...refused() },
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], state: 'merged', lands: 'B', told: 'joined' },
  { who: 'mallory', token: 'to anne', where: ['in-reply-to'], state: 'merged', ...refused() },
  // Nothing of the kind.
  { who: 'anne', ...plain },
  { who: 'mallory', proof: 'pass', ...plain },
  { who: 'carl', proof: 'unknown', ...plain },
  // S9 machines are never answered, whatever else.
  { who: 'mallory', more: ['Auto-Submitted: auto-replied'], lands: 'new', told: 'machine' },
  { who: 'anne', token: 'to anne', where: ['in-reply-to'], more: ['Auto-Submitted: auto-replied'], ...joins },
  { who: 'mallory', more: ['Precedence: bulk'], lands: 'new', told: 'machine' },
  { who: 'mallory', more: ['List-Id: <list.example>'], lands: 'new', told: 'machine' },
  { who: 'support', lands: 'new', told: 'own-address' },
  { who: 'mallory', more: ['X-Spam-Flag: YES'], lands: 'quarantined', told: null },
  {
    who: 'anne',
    token: 'to anne',
    where: ['to'],
    more: ['X-Spam-Status: Yes, score=9'],
    lands: 'quarantined',
    told: null,
  },
  { who: 'mallory', more: ['X-Spam-Status: No, score=1'], ...plain },
];

/** A row in one line. */
export function nameOf({ who, token, where, proof, state, subject, more, lands }: Row): string {
  const parts = [
    token && `token ${token}`,
    where?.join('+'),
    proof && `proof ${proof}`,
    state,
    subject,
    more?.join(),
  ];
  return `${who}: ${parts.filter(Boolean).join(', ') || 'nothing'} -> ${lands}`;
}
