import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createReader, type MailReader } from './reader.ts';

const HEAD = 'From: Anna <anna@example.org>\r\nSubject: Hello\r\nMessage-ID: <1@example.org>\r\n';
const FACTS = {
  from: { name: 'Anna', address: 'anna@example.org' },
  subject: 'Hello',
  messageId: '<1@example.org>',
};
const SMALL = Buffer.from(`${HEAD}\r\nwords`);
/** Takes one and a half seconds of processor and more: a megabyte of paragraphs never closed. */
const EXPENSIVE = Buffer.from(`${HEAD}Content-Type: text/html\r\n\r\n${'<p>'.repeat(340_000)}`);

/** Process ids of the children that are not yet dead. */
function childIds(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      try {
        const after = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]!.split(' ');
        return (
          after[0] !== 'Z' &&
          Number(after[1]) === process.pid &&
          readFileSync(`/proc/${name}/cmdline`, 'latin1').includes('reader-child')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** A child that has used this much processor (in 1/100 s) has started and is at work on its mail. */
const BUSY_TICKS = 110;

function processorTicks(id: number): number {
  const after = readFileSync(`/proc/${id}/stat`, 'latin1').split(') ')[1]!.split(' ');
  return Number(after[11]) + Number(after[12]);
}

/** For stories of children that die: where others work too, the expensive mail may take longer than a mail should. */
const unhurried = { milliseconds: 20_000 };

let reader: MailReader;
afterEach(() => reader.close());

describe('createReader', () => {
  it('reads mails one after another in one child, and leaves none behind', async () => {
    reader = createReader();
    const results = await Promise.all([SMALL, SMALL, SMALL].map(raw => reader.read(raw)));
    expect(results.map(result => result.mail?.text)).toEqual(['words', 'words', 'words']);
    expect(childIds()).toHaveLength(1);
    await reader.close();
    await expect.poll(childIds).toEqual([]);
    await expect(reader.read(SMALL)).rejects.toThrow('closed');
  });

  it('ends a child that has nothing to do, and starts another when a mail comes', async () => {
    reader = createReader({ idleMilliseconds: 50 });
    await reader.read(SMALL);
    await expect.poll(childIds, { timeout: 5000 }).toEqual([]);
    expect((await reader.read(SMALL)).mail?.text).toBe('words');
  });

  it('reads two mails at once when told so', async () => {
    reader = createReader({ processes: 2 });
    await Promise.all([reader.read(SMALL), reader.read(SMALL)]);
    expect(childIds()).toHaveLength(2);
  });

  it('gives attachments back byte for byte', async () => {
    reader = createReader();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
    const { mail } = await reader.read(
      Buffer.from(
        `${HEAD}Content-Type: application/x-a; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`,
      ),
    );
    expect(Buffer.from(mail!.attachments[0]!.content).equals(bytes)).toBe(true);
  });

  it('S10 P6 kills a mail that takes too long, and reads the one behind it', async () => {
    // A third of what the expensive one takes at the least, and enough for the small one where others work too.
    reader = createReader({ limits: { milliseconds: 500 } });
    const [slow, next] = await Promise.all([reader.read(EXPENSIVE), reader.read(SMALL)]);
    expect(slow).toEqual({ stub: 'too-slow', ...FACTS });
    expect(next.mail?.text).toBe('words');
  });

  it('S10 P6 kills a mail that takes too much memory, and reads the one behind it', async () => {
    reader = createReader({ limits: { memoryBytes: 48 * 1024 * 1024, milliseconds: 20_000 } });
    const huge = Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(45 * 1024 * 1024, 'word\r\n')]);
    const [big, next] = await Promise.all([reader.read(huge), reader.read(SMALL)]);
    expect(big).toEqual({ stub: 'too-big', ...FACTS });
    expect(next.mail?.text).toBe('words');
  });

  it('P6 reads a mail again whose child was killed by others', async () => {
    reader = createReader({ limits: unhurried });
    await reader.read(SMALL);
    const reading = Promise.all([reader.read(EXPENSIVE), reader.read(SMALL)]);
    await new Promise(resolve => setTimeout(resolve, 50));
    for (const id of childIds()) process.kill(id, 'SIGKILL');
    const [again, next] = await reading;
    expect(again.mail?.subject).toBe('Hello');
    expect(next.mail?.text).toBe('words');
  });

  it('P6 gives up a mail under which two children died, and reads the one behind it', async () => {
    reader = createReader({ limits: unhurried });
    const reading = Promise.all([reader.read(EXPENSIVE), reader.read(SMALL)]);
    const killed = new Set<number>();
    const timer = setInterval(() => {
      for (const id of childIds()) {
        if (killed.size >= 2 || killed.has(id) || processorTicks(id) < BUSY_TICKS) continue;
        killed.add(id);
        process.kill(id, 'SIGKILL');
      }
    }, 20);
    const [dead, next] = await reading;
    clearInterval(timer);
    expect(dead).toEqual({ stub: 'crashed', ...FACTS });
    expect(next.mail?.text).toBe('words');
  });

  it('P6 takes a new child when the idle one has died', async () => {
    reader = createReader();
    await reader.read(SMALL);
    for (const id of childIds()) process.kill(id, 'SIGKILL');
    await expect.poll(childIds).toEqual([]);
    expect((await reader.read(SMALL)).mail?.text).toBe('words');
  });

  it('S10 does not even send a message over 50 MB to the child', async () => {
    reader = createReader({ limits: { messageBytes: 100 } });
    expect(await reader.read(Buffer.from(`${HEAD}\r\n${'a'.repeat(100)}`))).toEqual({
      stub: 'message-too-big',
      ...FACTS,
    });
  });
});
