import { pino } from 'pino';

export type Log = pino.Logger;

/** The structured log: one JSON line an entry on standard error; secrets are never among the fields. */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      // An error of a library may carry its whole connection, keys and statements with it.
      serializers: { err: ({ name, message, code, stack }) => ({ name, message, code, stack }) },
      redact: ['req.headers.cookie', 'req.headers.authorization', 'password', '*.password', '*.token'],
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
