import { type People, presenceStates } from '../../../contract/live.ts';
import type { Here } from './presence-rows.ts';

/** Who has what open: topic -> people. */
export type View = ReadonlyMap<string, People>;

/** One person once per topic, however many tabs they have: with what outweighs the rest. */
export function viewOf(rows: readonly Here[]): View {
  const view = new Map<string, People>();
  for (const { topic, memberId, state } of rows) {
    const people = view.get(topic) ?? {};
    const known = people[memberId];
    if (!known || presenceStates.indexOf(state) > presenceStates.indexOf(known)) people[memberId] = state;
    view.set(topic, people);
  }
  return view;
}

/** The part of a view that somebody may know of. */
export function within(view: View, topics: ReadonlySet<string>): View {
  return new Map([...view].filter(([topic]) => topics.has(topic)));
}

/** What must be told to whom was told `before`: topics whose people differ, {} where nobody is left. Null for nothing. */
export function differences(before: View, now: View): Record<string, People> | null {
  const news: Record<string, People> = {};
  for (const [topic, people] of now) if (!isSame(before.get(topic), people)) news[topic] = people;
  for (const topic of before.keys()) if (!now.has(topic)) news[topic] = {};
  return Object.keys(news).length > 0 ? news : null;
}

function isSame(one: People | undefined, other: People): boolean {
  if (!one) return false;
  const members = Object.keys(one);
  return members.length === Object.keys(other).length && members.every(id => one[id] === other[id]);
}
