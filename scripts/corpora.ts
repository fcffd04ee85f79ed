// Runs the product's own mail reading over a file of cases and writes one JSON answer a line to standard output.
// Use: corpora --cases FILE --root DIR [--kind reply,parse,...]   FILE: one JSON case a line; DIR: what `path` is relative to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createReader,
  htmlToText,
  parseMail,
  type ReadMail,
  readForward,
  sanitise,
  splitReply,
} from '../server/channels/mail/reading/index.ts';

type Case = { id: string; kind: string; input_format: string; path: string };
type Answer = Record<string, unknown>;

const reader = createReader();

/** The words of a case: bare text, bare HTML, or a whole mail. */
function words(format: string, raw: Buffer): { text: string; html: string | null; mail: ReadMail | null } {
  if (format === 'html')
    return { text: htmlToText(raw.toString('utf8')), html: raw.toString('utf8'), mail: null };
  if (format !== 'rfc822') return { text: raw.toString('utf8'), html: null, mail: null };
  const mail = parseMail(raw).mail ?? null;
  return { text: mail?.text ?? '', html: mail?.html ?? null, mail };
}

function answerReply({ format, raw }: { format: string; raw: Buffer }): Answer {
  const { text, html, mail } = words(format, raw);
  const reply = mail ?? splitReply({ text, html });
  return { reply_text: reply.newText, signature: reply.signature };
}

function answerForward({ format, raw }: { format: string; raw: Buffer }): Answer {
  const { text, html, mail } = words(format, raw);
  const found = mail ? mail.forwarded : readForward({ lines: splitReply({ text, html }).lines, subject: '' });
  return found
    ? { forward: true, ...found, original_sender: found.fromAddress, effective_sender: found.fromAddress }
    : { forward: null };
}

function answerParse({ raw }: { raw: Buffer }): Answer {
  const { mail, stub } = parseMail(raw);
  if (!mail) return { stub };
  const attachments = mail.attachments.map(file => ({
    name: file.name,
    type: file.type,
    size: file.size,
    sha256: file.sha256,
    inline: file.isInline,
    content_id: file.contentId,
  }));
  const people = [mail.from, mail.effectiveSender, ...mail.to, ...mail.cc].map(one => one.address);
  const { from, to, cc, subject, text, html } = mail;
  const parsed = { from, to, cc, subject, text, html, message_id: mail.messageId, attachments };
  return { ...parsed, effective_sender: mail.effectiveSender.address, participants: [...new Set(people)] };
}

function answerMachine({ raw }: { raw: Buffer }): Answer {
  const { mail, stub } = parseMail(raw);
  if (!mail) return { stub, ack_sent: false };
  const { autoReply, bounce, hard, recipients, report, reason } = mail.machine;
  const isMachine = autoReply || bounce || report !== null;
  return { auto_reply: isMachine, bounce, hard, recipients, report, reason, ack_sent: mail.mayAcknowledge };
}

async function answerAlive({ raw }: { raw: Buffer }): Promise<Answer> {
  const start = performance.now();
  const { mail, stub } = await reader.read(raw);
  return { accepted: mail !== undefined, reason: stub ?? null, ms: Math.round(performance.now() - start) };
}

const ANSWERS: Record<string, (input: { format: string; raw: Buffer }) => Answer | Promise<Answer>> = {
  reply: answerReply,
  signature: answerReply,
  reply_unwrap: input => ({ ...answerForward(input), ...answerReply(input) }),
  forward: answerForward,
  parse: answerParse,
  autoreply: answerMachine,
  bounce: answerMachine,
  sanitize: ({ raw }) => ({ html: sanitise(raw.toString('utf8')) ?? '' }),
  no_crash: answerAlive,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, root: { type: 'string' }, kind: { type: 'string' } },
  });
  if (!values.cases || !values.root) throw new Error('use: corpora --cases FILE --root DIR [--kind a,b]');
  const kinds = values.kind?.split(',');
  for (const line of readFileSync(values.cases, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, kind, input_format: format, path } = JSON.parse(line) as Case;
    const answer = ANSWERS[kind];
    if (!answer || (kinds && !kinds.includes(kind))) continue;
    const result = await answer({ format, raw: readFileSync(join(values.root, path)) });
    process.stdout.write(`${JSON.stringify({ id, ...result })}\n`);
  }
  await reader.close();
}

await main();
