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
export { createReader, type MailReader, type ReaderOptions } from './reader.ts';
