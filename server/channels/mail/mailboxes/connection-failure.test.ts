import { expect, it } from 'vitest';
import { failureOf } from './connection-failure.ts';

const told = (facts: object, message = 'Command failed') => Object.assign(new Error(message), facts);

it.each<[string, unknown]>([
  ['wrong-password', told({ authenticationFailed: true, responseText: 'Invalid credentials (Failure)' })],
  ['wrong-password', told({ code: 'EAUTH', response: '535 5.7.8 Error: authentication failed' })],
  ['tls-expected', told({ authenticationFailed: true, serverResponseCode: 'PRIVACYREQUIRED' })],
  ['tls-expected', told({ authenticationFailed: true, responseText: 'Plaintext authentication disallowed' })],
  ['tls-expected', told({ code: 'EENVELOPE', response: '530 Must issue a STARTTLS command first' })],
  ['folder-missing', told({ mailboxMissing: true, responseText: 'Mailbox does not exist' })],
  ['folder-missing', told({ serverResponseCode: 'NONEXISTENT', responseText: 'Unknown Mailbox: Nowhere' })],
  ['unknown-host', told({ code: 'ENOTFOUND' }, 'getaddrinfo ENOTFOUND imap.example')],
  ['refused', told({ code: 'ECONNREFUSED' }, 'connect ECONNREFUSED 127.0.0.1:993')],
  ['refused', told({ code: 'ESOCKET' }, 'connect ECONNREFUSED 127.0.0.1:465')],
  ['timeout', told({ code: 'ETIMEDOUT' }, 'timed out')],
  ['timeout', told({ code: 'CONNECT_TIMEOUT' }, 'Failed to establish connection')],
  ['certificate', told({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'self-signed certificate')],
  ['certificate', told({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'Hostname does not match')],
  ['tls-unexpected', told({ code: 'ESOCKET' }, 'ssl3_get_record:wrong version number')],
  ['throttled', told({ code: 'ETHROTTLE' })],
  ['closed', told({ code: 'EConnectionClosed' }, 'Unexpected close')],
  ['other', told({ responseText: 'The server is tired' })],
  ['other', 'no error at all'],
])('is named %s', (code, thrown) => {
  expect(failureOf(thrown).code).toBe(code);
});

it('tells the server’s own words, in one line and not endlessly', () => {
  expect(failureOf(told({ responseText: ' Invalid\r\n  credentials ' })).detail).toBe('Invalid credentials');
  expect(failureOf(told({}, 'x'.repeat(5_000))).detail).toHaveLength(300);
});
