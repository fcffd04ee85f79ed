// What an error of a mail server means for the mail.

export interface Outcome {
  state: 'failed' | 'deferred';
  detail: string;
  /** It says something about the server or about us, and nothing about this mail. */
  isOurs: boolean;
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

/** These say "no" to this mail itself; any other command says something about us or the server, which can be mended. */
const aboutTheMail = ['RCPT TO', 'DATA'];

/**
 * A refusal of the recipient or of the mail (5yz, RFC 5321, 4.2.1) is final. All else waits: a server that is away or
 * busy, a password that was changed (F26), a certificate that ended.
 */
export function outcomeOf(error: unknown): Outcome {
  const { code = '', command = '', responseCode = 0, response, message = '' } = error as SmtpError;
  const detail = (response ?? message ?? String(error)).replace(/\s+/g, ' ').trim();
  const isRefusal = responseCode >= 500 && responseCode !== 503 && aboutTheMail.includes(command);
  const isOurs = !aboutTheMail.includes(command);
  const isTooLarge = command === 'MAIL FROM' && (responseCode === 552 || code === 'EMESSAGE');
  const isNoAddress = code === 'EENVELOPE' && command === 'API';
  if (isRefusal || isTooLarge || isNoAddress) return { state: 'failed', detail, isOurs: false };
  return { state: 'deferred', detail, isOurs };
}

/** When the queue tries a job again after its n-th failure: e^n seconds, at most e^10 (some six hours). */
export function nextTryAt(now: Date, failures: number): Date {
  return new Date(now.getTime() + Math.exp(Math.min(10, failures)) * 1000);
}
