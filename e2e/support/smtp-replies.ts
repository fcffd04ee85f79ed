import type { Socket } from 'node:net';

/** One reply of an SMTP or LMTP server; the texts of a multi-line reply are joined by line feeds. */
export type Reply = { code: number; text: string };

export type Replies = {
  /** The next whole reply, or undefined once the connection has ended. */
  next(): Promise<Reply | undefined>;
  /** Why the connection ended. */
  reason(): string;
};

/** Reads whole replies (RFC 5321, 4.2) off a socket. A line that is no reply counts as a reply with code 0. */
export function readReplies(socket: Socket): Replies {
  const ready: Reply[] = [];
  const waiting: Array<(reply: Reply | undefined) => void> = [];
  let reason = 'closed by the server';
  let isOver = false;
  let rest = '';
  let texts: string[] = [];

  socket.on('data', chunk => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, code, mark, text] = /^(\d{3})([ -]?)(.*?)\r?$/.exec(line) ?? [];
      texts.push(text ?? line);
      if (mark === '-') continue;
      const reply = { code: Number(code ?? 0), text: texts.join('\n') };
      texts = [];
      const waiter = waiting.shift();
      if (waiter) waiter(reply);
      else ready.push(reply);
    }
  });
  socket.on('error', error => {
    reason = error.message;
  });
  socket.on('close', () => {
    isOver = true;
    for (const waiter of waiting.splice(0)) waiter(undefined);
  });

  return {
    next() {
      const reply = ready.shift();
      if (reply || isOver) return Promise.resolve(reply);
      return new Promise(resolve => waiting.push(resolve));
    },
    reason: () => reason,
  };
}
