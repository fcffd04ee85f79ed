// Machines that answer mail, and what sets them off.
import type { Hand, Mail } from './post-office.ts';

/** The mailboxes of two workspaces. */
export const one = 'help@one.example';
export const two = 'support@two.example';
/** Answers every mail with a new one that no header marks, and that names no mail it answers. */
export const robot = 'robot@away.example';
/** The same, but its answers name what they answer, so that they join the ticket. */
export const threadRobot = 'keeps.thread@away.example';
/** A list as it should be: it marks what it passes on, and leaves the writer's address. */
export const politeList = 'members@list.example';
/** One that passes on under its own name and throws away every header that a machine could be known by. */
export const rudeList = 'circle@list.example';

export const newcomer = (number: number) => `newcomer${number}@people.example`;
export const isNewcomer = (address: string) => /^newcomer\d+@/.test(address);

const members = [one, two, robot];
let written = 0;

/** A mail without any header that it need not have. */
export function letter(
  from: string,
  to: string,
  subject: string,
  fields: Record<string, string> = {},
  path = from,
): Mail {
  const messageId = `<${++written}.${Date.now()}@${from.split('@')[1]}>`;
  const head = { From: `<${from}>`, To: `<${to}>`, Subject: subject, 'Message-ID': messageId, ...fields };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  const raw = [
    ...lines,
    'Date: Sun, 22 Nov 2026 10:00:00 +0000',
    '',
    `Mail ${written}: please see to it.`,
    '',
  ].join('\r\n');
  return { from: path, to, subject, messageId, isAutomatic: false, raw };
}

const answerAnew: Hand = ({ from, to }) => [letter(to, from, 'I am at the sea')];

const answerInThread: Hand = ({ from, to, subject, messageId }) => [
  letter(to, from, `Re: ${subject}`, { 'In-Reply-To': messageId, References: messageId }),
];

/** An agent who is away: the mail server of the desk vouches for their address, as it does for people in the house. */
export const answerProved: Hand = mail =>
  answerInThread(mail).map(answer => ({
    ...answer,
    raw: `Authentication-Results: mx.example; dmarc=pass header.from=${mail.to.split('@')[1]}\r\n${answer.raw}`,
  }));

const passOnPolitely: Hand = mail =>
  others(mail).map(to => ({
    ...{ ...mail, to, from: `members-bounces@list.example`, isAutomatic: false },
    raw: `List-Id: <members.list.example>\r\nPrecedence: list\r\n${mail.raw}`,
  }));

const passOnRudely: Hand = mail =>
  others(mail).map(to => ({
    ...{ ...mail, to, from: rudeList, isAutomatic: false },
    raw: `From: <${rudeList}>\r\n${without(mail.raw, /^(?:from|reply-to|sender|auto-submitted|precedence|list-.*|x-.*)$/i)}`,
  }));

const others = ({ from }: Mail) => members.filter(member => member !== from);

/** What the machines do with their mail. */
export const machines = new Map<string, Hand>([
  [robot, answerAnew],
  [threadRobot, answerInThread],
  [politeList, passOnPolitely],
  [rudeList, passOnRudely],
]);

/**
 * Sets everything off once more: each machine writes to the desk by itself, somebody writes to it in the name of its other
 * mailbox, and both lists get a mail. Also a newcomer writes, who is owed one acknowledgement.
 */
export function round(number: number): Mail[] {
  return [
    letter(newcomer(number), one, `Question ${number}`),
    ...[one, two].flatMap(desk => [
      letter(robot, desk, `Robot ${number}`),
      letter(threadRobot, desk, `Thread ${number}`),
    ]),
    letter(two, one, `In the name of the other ${number}`),
    letter(one, two, `In the name of the other ${number}`),
    letter('somebody@people.example', one, `Answer to the other ${number}`, { 'Reply-To': `<${two}>` }),
    letter('somebody@people.example', politeList, `To all members ${number}`),
    letter('somebody@people.example', rudeList, `To the circle ${number}`),
  ];
}

/** A raw mail without the header fields whose names match. */
function without(raw: string, names: RegExp): string {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  return fields.filter(field => !names.test(field.split(':')[0]!)).join('\r\n') + raw.slice(end);
}
