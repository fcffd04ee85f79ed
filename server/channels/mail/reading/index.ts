// The single steps, for scripts/corpora.ts, which measures each of them.
export { readForward } from './forward.ts';
export { htmlToText } from './html-text.ts';
export { defaultLimits, type ReadLimits } from './limits.ts';
export type {
  ForwardedMail,
  MachineVerdict,
  Mailbox,
  MailHeaders,
  MailReport,
  Notice,
  ReadAttachment,
  ReadMail,
  ReadResult,
  StubFacts,
  StubReason,
} from './mail.ts';
export { parseMail } from './parse.ts';
export { createReader, type MailReader, type ReaderOptions } from './reader.ts';
export { splitReply } from './reply-text.ts';
export { sanitise } from './sanitise.ts';
