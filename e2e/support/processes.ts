import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

/** How a process ended. */
export type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** Waits until a child process has ended, for at most `ms` milliseconds; undefined when it is still alive then. */
export function endOf(child: ChildProcess, ms: number): Promise<Ending | undefined> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise(resolve => {
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      clearTimeout(timer);
      resolve({ code, signal });
    };
    const timer = setTimeout(() => {
      child.off('exit', onExit);
      resolve(undefined);
    }, ms);
    child.once('exit', onExit);
  });
}

/** Sends `signal` to the child should this process end first; the function returned calls that off. */
export function killAtExit(child: ChildProcess, signal: NodeJS.Signals): () => void {
  const onExit = () => child.kill(signal);
  process.once('exit', onExit);
  return () => process.off('exit', onExit);
}

/** Whether something on loopback accepts a connection on this port right now. */
export function canConnect(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
