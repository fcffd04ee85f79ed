// `npm run bench`: builds desks of the sizes asked for, measures each beside its floors, prints a table, writes JSON.
import { dirname, join } from 'node:path';
import { defaultDataDir } from '../server/platform/postgres/index.ts';
import { ensureWorkspace } from './build-workspace.ts';
import { measureBoard } from './measure/board.ts';
import { measureBrowser } from './measure/browser.ts';
import { measureFilters } from './measure/filters.ts';
import { measureIntake } from './measure/intake.ts';
import { measureList } from './measure/list.ts';
import { lines, measureMemory } from './measure/memory.ts';
import { measurePresence } from './measure/presence.ts';
import { measureReply } from './measure/reply.ts';
import { measureScreen } from './measure/screen.ts';
import { measureSearch } from './measure/search.ts';
import { measureStartUp } from './measure/start-up.ts';
import { measureTicket } from './measure/ticket.ts';
import { type Options, readOptions, type Subject } from './options.ts';
import { growthOf, type Outcome } from './outcome.ts';
import { type Desk, openDesk } from './product/desk.ts';
import { watchMemory } from './product/memory.ts';
import { tableOf, writeResults } from './report.ts';

const say = (text: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);
const home = join(defaultDataDir(dirname(import.meta.dirname)), 'bench');

const measures: [Subject, (desk: Desk, dataDir: string) => Promise<Outcome[]>][] = [
  ['list', measureList],
  ['filters', measureFilters],
  ['board', measureBoard],
  ['screen', measureScreen],
  ['ticket', measureTicket],
  ['search', measureSearch],
  ['reply', measureReply],
  ['intake', measureIntake],
  ['browser', measureBrowser],
  ['presence', measurePresence],
];

async function measure(tickets: number, options: Options): Promise<Outcome[]> {
  const dataDir = join(home, `${tickets}`);
  const { only } = options;
  await ensureWorkspace(dataDir, tickets, {
    fresh: options.fresh,
    say: text => say(`building ${tickets}: ${text}`),
  });
  const outcomes: Outcome[] = [];
  if (only.has('start-up')) outcomes.push(...(await measureStartUp(options.program, dataDir, tickets)));
  const asked = measures.filter(([subject]) => only.has(subject));
  if (asked.length === 0 && !only.has('memory')) return outcomes;
  const desk = await openDesk(options.program, dataDir, tickets);
  try {
    if (only.has('memory')) outcomes.push(...(await measureMemory(desk, dataDir)));
    for (const [subject, run] of asked) {
      say(`measuring ${subject} at ${tickets}`);
      const watch = watchMemory(desk.program.pid, dataDir);
      try {
        outcomes.push(...(await run(desk, dataDir)));
      } catch (error) {
        // What the other measurements found is not to be lost.
        say(`${subject} at ${tickets} failed: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
      }
      const peak = watch.stop();
      if (only.has('memory') && subject === 'intake') outcomes.push(...lines(desk, 'mail intake', peak));
    }
  } finally {
    await desk.close();
  }
  return outcomes;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const path = options.json ?? join(home, 'results.json');
  const smallest = Math.min(...options.sizes);
  const outcomes: Outcome[] = [];
  for (const tickets of options.sizes) {
    outcomes.push(...(await measure(tickets, options)));
    if (tickets === Math.max(...options.sizes)) outcomes.push(...growthOf(outcomes, smallest, tickets));
    writeResults(path, outcomes);
  }
  console.log(`\n${tableOf(outcomes)}\n\nWritten to ${path}`);
}

await main();
