import type { Log } from '../log/index.ts';

/** Runs work again and again with a pause between; a failure is logged and does not end the loop. */
export function every(pauseMs: number, work: () => Promise<void>, log: Log) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    running = work()
      .catch(error => log.warn({ err: error }, 'live updates paused'))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pauseMs);
      });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
