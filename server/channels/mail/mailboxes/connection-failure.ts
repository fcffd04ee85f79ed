// What a mail server's refusal means, as a code of the catalogue (mailbox.finding.<code>, mailbox.problem.<code>).
import type { Problem } from './tables.ts';

interface Told {
  message?: string;
  code?: string;
  responseText?: string;
  response?: unknown;
  reason?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  tlsFailed?: boolean;
  serverResponseCode?: string;
  responseCode?: number;
  command?: string;
}

const byCode: Record<string, string> = {
  'server-not-allowed': 'server-not-allowed',
  'no-password': 'no-password',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  EDNS: 'unknown-host',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EACCES: 'unreachable',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  ETHROTTLE: 'throttled',
  EAUTH: 'wrong-password',
  ENOAUTH: 'wrong-password',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-unexpected',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-unexpected',
  EPROTO: 'tls-unexpected',
};

const certificate =
  /certificate|self.signed|CERT_|ERR_TLS_CERT|unable to (?:verify|get)|altnames|DEPTH_ZERO|UNABLE_TO/i;
const notTls = /wrong version number|packet length too long|unknown protocol/i;
const tlsWanted =
  /(?:cleartext|plain ?text).{0,60}(?:disallow|not (?:allowed|permitted)|disabled)|privacyrequired|must issue a? ?starttls|(?:encryption|starttls|tls|ssl) (?:is )?required|logindisabled/i;
const noStartTls =
  /(?:starttls|upgrade).{0,60}(?:not (?:supported|available|offered)|unsupported|failed)|does not support starttls/i;

/** Names what went wrong between the desk and a mail server, with the server's own words. Takes whatever was thrown. */
export function failureOf(thrown: unknown): Problem {
  const told = (thrown instanceof Error ? thrown : new Error(String(thrown))) as Told;
  const said = typeof told.response === 'string' ? told.response : '';
  const detail = (told.responseText || said || told.reason || told.message || '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
  return {
    code: codeOf(told, `${told.code ?? ''} ${told.serverResponseCode ?? ''} ${told.message} ${detail}`),
    detail,
  };
}

function codeOf(told: Told, words: string): string {
  if (told.mailboxMissing || told.serverResponseCode === 'NONEXISTENT') return 'folder-missing';
  if (tlsWanted.test(words)) return 'tls-expected';
  if (told.authenticationFailed || /AUTHENTICATIONFAILED/.test(words)) return 'wrong-password';
  if (notTls.test(words)) return 'tls-unexpected';
  if (certificate.test(words)) return 'certificate';
  if (told.code === 'ETLS' || noStartTls.test(words)) return 'starttls-missing';
  const known = byCode[told.code ?? ''];
  if (known) return known;
  if (/ECONNREFUSED/.test(words)) return 'refused';
  if (/ENOTFOUND|EAI_AGAIN/.test(words)) return 'unknown-host';
  if (/timed? ?out/i.test(words)) return 'timeout';
  return /ECONNRESET|EConnectionClosed|ClosedAfterConnect|NoConnection|EPIPE|BYE/.test(words)
    ? 'closed'
    : 'other';
}
