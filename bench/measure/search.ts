// Full-text search through the list endpoint, typed without accents, and everything the page of results shows, with and
// without operators. Floor: the documents' index, or the newest tickets, asked by the owner.
import { type KnownWord, knownWords, withoutAccents } from '../build/known-words.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Agent, Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';
import { rowColumns } from './row-sql.ts';

const aimMs = 50;
const most = 50;

/** Planned for its word at each call, and kept from walking through the newest documents in search of a rare one. */
const bare = `with found as materialized (
    select ticket_id, last_message_at from ticket_documents where workspace_id = $1
      and document @@ (websearch_to_tsquery('guichet_fr', $3) || websearch_to_tsquery('guichet_en', $3)))
  select ${rowColumns} from tickets t
  join (select ticket_id from found order by last_message_at desc, ticket_id desc limit ${most}) newest on newest.ticket_id = t.id
  where t.workspace_id = $1 order by last_message_at desc, id desc`;

/** Measures words in 1 % and in 0.01 % of the tickets, in both languages. @throws when a search finds what it should not */
export async function measureSearch(desk: Desk): Promise<Outcome[]> {
  const agent = await desk.connect();
  const outcomes: Outcome[] = [];
  for (const language of ['fr', 'en'] as const) {
    for (const oneIn of [100, 10_000]) {
      const words = knownWords.filter(known => known.language === language && known.oneIn === oneIn);
      for (const known of words) await check(agent, known, desk.tickets);
      const typed = words.map(known => withoutAccents(known.word));
      const times = await compare(
        round => find(agent, typed[round % typed.length]!),
        round =>
          desk.sql.query({
            text: bare,
            values: [desk.workspaceId, desk.agentId, typed[round % typed.length]],
          }),
        { rounds: 100, warmUp: 10 },
      );
      const what = `search ${language}, word in ${100 / oneIn} %`;
      outcomes.push(outcomeOf({ what, tickets: desk.tickets, unit: 'ms', ...times }, { below: aimMs }));
    }
  }
  for (const [name, operators, isWithWord] of asked)
    outcomes.push(await measurePage(desk, agent, name, operators, isWithWord));
  agent.close();
  return outcomes;
}

/** What is asked of the page of results: the operators, and whether a word in 1 % of the tickets stands before them. */
const asked: [string, string, boolean][] = [
  ['words alone', '', true],
  ['status', 'status:pending', true],
  ['tag', 'tag:"tags 3"', true],
  ['folder and agent', 'in:"folders 2" assignee:"Agent 7"', true],
  ['after', 'after:1y', true],
  ['without a word', '-tag:"tags 3" status:new', true],
  ['status alone', 'status:open', false],
  ['tag alone', 'tag:"tags 3"', false],
  ['agent and status alone', 'assignee:"Agent 7" status:resolved', false],
];

const newest = `select ${rowColumns} from tickets t where t.workspace_id = $1 and $2::uuid is not null
  order by last_message_at desc, id desc limit ${most}`;

async function measurePage(desk: Desk, agent: Agent, name: string, operators: string, isWithWord: boolean) {
  const words = knownWords.filter(known => known.oneIn === 100).map(known => withoutAccents(known.word));
  const wordOf = (round: number) => (isWithWord ? words[round % words.length]! : '');
  const times = await compare(
    round => agent.ask({ path: `/search?q=${encodeURIComponent(`${wordOf(round)} ${operators}`.trim())}` }),
    round =>
      isWithWord
        ? desk.sql.query({ text: bare, values: [desk.workspaceId, desk.agentId, wordOf(round)] })
        : desk.sql.query({ text: newest, values: [desk.workspaceId, desk.agentId] }),
    { rounds: 60, warmUp: 10 },
  );
  const what = `search page, ${name}`;
  return outcomeOf({ what, tickets: desk.tickets, unit: 'ms', ...times }, { below: aimMs });
}

const find = (agent: Agent, word: string) =>
  agent.ask({ path: `/tickets?view=all&q=${encodeURIComponent(word)}` });

/** Every ticket that a page shows must hold the word, and the page must be as long as the tickets are many. */
async function check(agent: Agent, { word, oneIn, rest }: KnownWord, tickets: number): Promise<void> {
  const holding = Math.floor((tickets - rest) / oneIn) + (tickets >= rest ? 1 : 0);
  for (const typed of [word, withoutAccents(word)]) {
    const found = JSON.parse((await find(agent, typed)).body).tickets as { number: number }[];
    const isRight = found.every(({ number }) => number % oneIn === rest);
    if (!isRight || found.length !== Math.min(most, holding))
      throw new Error(`search for ${typed}: ${found.length} tickets found, ${holding} hold it`);
  }
}
