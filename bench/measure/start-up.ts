import { type Outcome, outcomeOf } from '../outcome.ts';
import { startProgram } from '../product/program.ts';
import { timesOf } from '../sampling.ts';

const starts = 5;
const aimMs = 3_000;

/** Time from the program's start until it is ready, the embedded database stopped beforehand; and until it has stopped. */
export async function measureStartUp(main: string, dataDir: string, tickets: number): Promise<Outcome[]> {
  const ready: number[] = [];
  const stopped: number[] = [];
  for (let start = 0; start < starts; start++) {
    const program = await startProgram(main, dataDir);
    ready.push(program.readyAfterMs);
    stopped.push(await program.stop());
  }
  return [
    outcomeOf({ what: 'start until ready', tickets, unit: 'ms', ...timesOf(ready) }, { below: aimMs }),
    outcomeOf({ what: 'SIGTERM until stopped', tickets, unit: 'ms', ...timesOf(stopped) }, null),
  ];
}
