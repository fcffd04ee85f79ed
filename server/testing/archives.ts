// Archives of mail for tests.

/** What a test says of a mail of an archive; the rest is as it mostly is. */
export interface ArchivedMail {
  id: string;
  from: string;
  to?: string;
  subject?: string;
  day: number;
  answers?: string;
  headers?: string[];
  body?: string;
}

/** A mail of March 2020. */
export function mailOf({
  id,
  from,
  to = 'support@velo.example',
  subject = 'Le frein',
  day,
  answers,
  headers = [],
  body = 'Bonjour.',
}: ArchivedMail): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@old.example>`,
    `Date: ${String(day).padStart(2, '0')} Mar 2020 10:00:00 +0000`,
    ...(answers ? [`In-Reply-To: <${answers}@old.example>`] : []),
    ...headers,
    '',
    body,
    '',
  ].join('\n');
}

/** Mails as an mbox. */
export const mboxOf = (mails: string[]): string =>
  mails.map(mail => `From x@y.example Mon Mar  2 10:15:00 2020\n${mail}\n`).join('');
