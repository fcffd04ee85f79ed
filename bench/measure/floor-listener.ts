// The floor of the mail intake, a program of its own: takes mail by LMTP and only commits it as it came.
// Use: floor-listener.ts DATABASE-URL; says its port.
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 16 });
await pool.query(`create schema if not exists bench;
  create table if not exists bench.raw_mails (id bigint generated always as identity primary key, sender text, recipient text,
    received_at timestamptz not null default now(), raw bytea not null);
  truncate bench.raw_mails`);

const server = new SMTPServer({
  lmtp: true,
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, session, callback) => {
    const chunks: Buffer[] = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      const values = [mailFrom ? mailFrom.address : '', rcptTo[0]!.address, Buffer.concat(chunks)];
      pool
        .query({
          name: 'keep',
          text: 'insert into bench.raw_mails (sender, recipient, raw) values ($1, $2, $3)',
          values,
        })
        .then(
          () => callback(null, 'OK'),
          error => callback(error),
        );
    });
  },
});
server.listen(0, '127.0.0.1', () => console.log((server.server.address() as AddressInfo).port));
process.once('SIGTERM', () => process.exit(0));
