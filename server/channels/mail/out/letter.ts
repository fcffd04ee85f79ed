// What a mail is, before it is put into MIME.

export interface Address {
  name: string;
  address: string;
}

export interface LetterFile {
  name: string;
  type: string;
  size: number;
  storageKey: string;
  /** Set for an image that stands in the text as `cid:`. */
  contentId: string | null;
}

export interface Letter {
  /** With angle brackets, like every Message-ID here. */
  messageId: string;
  from: Address;
  /** Where bounces go. */
  envelopeFrom: string;
  replyTo: string | null;
  /** The one recipient of this mail. */
  to: Address;
  /** Whom the mail names as its recipients, where these are more than the one it goes to. */
  named?: { to: Address[]; cc: Address[] };
  subject: string;
  inReplyTo: string | null;
  references: string[];
  headers: Record<string, string>;
  html: string;
  text: string;
  files: LetterFile[];
}

/** Thrown when no mail can be made of a delivery, now or later: what it tells about is gone, or is not for its recipient. */
export class NoLetter extends Error {}
