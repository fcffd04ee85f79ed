// `npm test`: from a fresh clone to one line of counts. Every part runs, whatever became of the ones before.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBrowserAndDovecot } from './setup/debian-packages.mjs';
import { installPackages } from './setup/install.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { CHECK_LANES, leaveOut, runLanes, runVitest, SERVER_TESTS, STORIES } from './setup/parts.mjs';
import { lastLine, sum } from './setup/tally.mjs';

// A hanging part is ended so that the counts still come within a quarter of an hour.
const LIMIT_SECONDS = 14.5 * 60;

requireNodeVersion();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
// A shell set up for production must not have the tests run in production's mode.
delete process.env.NODE_ENV;
const secondsLeft = () => Math.max(1, LIMIT_SECONDS - performance.now() / 1000);

const counts = [];
try {
  await installPackages(root);
} catch (error) {
  console.log(error.message);
  finish([{ passed: 0, failed: 1, leftOut: 0 }]);
}
const cannotRunStories = await prepareBrowserAndDovecot();
if (cannotRunStories) console.log(`The browser stories will be left out: ${cannotRunStories}`);

counts.push(...(await runLanes(CHECK_LANES, root, secondsLeft)));
const isBuilt = counts.find(({ name }) => name === 'build').failed === 0;
counts.push(await runVitest(SERVER_TESTS, root, secondsLeft));
const reason = isBuilt ? cannotRunStories : 'the build failed';
counts.push(reason ? await leaveOut(STORIES, root, reason) : await runVitest(STORIES, root, secondsLeft));
finish(counts);

function finish(all) {
  const total = sum(all);
  console.log(`\n${Math.round(performance.now() / 1000)} s`);
  console.log(lastLine(total));
  process.exit(total.failed > 0 ? 1 : 0);
}
