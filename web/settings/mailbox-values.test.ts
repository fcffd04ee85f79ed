import { describe, expect, it } from 'vitest';
import { mailboxInput } from '../../contract/routes/mail.ts';
import { presetOf, presets, withPreset } from './mailbox-presets.ts';
import { bodyOf, emptyMailbox, type Mailbox, valuesOf } from './mailbox-values.ts';

const typed = { ...emptyMailbox('fr'), name: 'Support', address: 'aide@exemple.fr' };

const kept: Mailbox = {
  id: '0198a7a0-0000-7000-8000-000000000001',
  name: 'Support',
  address: 'aide@exemple.fr',
  imap: {
    host: 'imap.exemple.fr',
    port: 143,
    security: 'starttls',
    user: 'aide',
    folder: 'INBOX',
    hasPassword: true,
  },
  smtp: null,
  folderId: null,
  teamId: null,
  language: 'fr',
  acknowledges: false,
  usesPlusAddress: true,
  isEnabled: true,
  resultsBy: 'mx.exemple.fr',
  state: 'ok',
  lastFetchedAt: null,
  problem: null,
  sendProblem: null,
};

describe('the form of a mailbox', () => {
  it.each(presets)('is taken by the API with the preset %s once a server is named', preset => {
    const values = withPreset(typed, preset);
    if (preset === 'other')
      Object.assign(values, { imap: { ...values.imap, host: 'a' }, smtp: { ...values.smtp, host: 'b' } });
    expect(mailboxInput.safeParse(bodyOf(values)).success).toBe(true);
  });

  it('keeps a password by leaving it out', () => {
    const body = bodyOf(valuesOf(kept));
    expect(body.imap).toEqual({
      host: 'imap.exemple.fr',
      port: 143,
      security: 'starttls',
      user: 'aide',
      folder: 'INBOX',
    });
    expect(body.smtp).toBeNull();
    expect(body.acknowledges).toBe(false);
  });

  it('S8 believes a mail server about senders only where it is asked to, and mail is fetched from it', () => {
    expect(bodyOf(valuesOf(kept)).resultsBy).toBe('mx.exemple.fr');
    expect(bodyOf({ ...valuesOf(kept), believesServer: false }).resultsBy).toBeNull();
    expect(bodyOf({ ...valuesOf(kept), fetches: false }).resultsBy).toBeNull();
    expect(bodyOf(withPreset(typed, 'microsoft')).resultsBy).toBe('');
    expect(bodyOf(withPreset(typed, 'gmail')).resultsBy).toBe('mx.google.com');
  });

  it('sends a new password', () => {
    const values = valuesOf(kept);
    expect(bodyOf({ ...values, imap: { ...values.imap, password: 'neuf' } }).imap).toMatchObject({
      password: 'neuf',
    });
  });

  it('signs in with the address unless a user was typed', () => {
    expect(withPreset(typed, 'gmail').smtp.user).toBe('aide@exemple.fr');
    expect(withPreset({ ...typed, imap: { ...typed.imap, user: 'moi' } }, 'gmail').imap.user).toBe('moi');
  });

  it.each(presets)('knows the preset %s again', preset => {
    expect(presetOf(withPreset(typed, preset))).toBe(preset);
  });
});
