// Running another program: quietly, for its outcome, or shown as it goes.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. Gives `{ok, output, end}`: whether it ended with 0, what it wrote (only when not shown), and
 * its end in words. Options: `env` in addition to this process's, `isShown`, `limitSeconds` after which it is ended with
 * every process of its group.
 */
export function run(command, args, { cwd, env, isShown = false, limitSeconds } = {}) {
  return new Promise(done => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    let end;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        output += text;
      });
    }
    const limit = limitSeconds && setTimeout(onLimit, limitSeconds * 1000);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, onSignal);
    child.on('error', error => finish(false, error.message));
    child.on('close', (code, signal) =>
      finish(code === 0, end ?? (signal ? `ended by ${signal}` : `exit code ${code}`)),
    );

    function onLimit() {
      end = `ended after its limit of ${Math.round(limitSeconds)} s`;
      endGroup('SIGTERM');
      setTimeout(() => endGroup('SIGKILL'), 5_000).unref();
    }
    function onSignal(signal) {
      endGroup(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    }
    // The child leads a group of its own, so that its helpers end with it.
    function endGroup(signal) {
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
    function finish(ok, words) {
      clearTimeout(limit);
      for (const signal of signals) process.off(signal, onSignal);
      done({ ok, output, end: words });
    }
  });
}
