import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { putOver } from './put-over.ts';

/** A query that is shown, whose answers come when the test says so. */
function shown() {
  const client = new QueryClient();
  const queryKey = ['messages'];
  const answers: ((value: string[]) => void)[] = [];
  const queryFn = () => new Promise<string[]>(resolve => answers.push(resolve));
  new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
  const settled = () => new Promise(resolve => setTimeout(resolve, 5));
  const answer = async (at: number, value: string[]) => {
    answers[at]!(value);
    await settled();
  };
  return { client, queryKey, answers, answer, settled, data: () => client.getQueryData(queryKey) };
}

it('LUM-34 what was just sent stays on the screen when an older answer comes after it', async () => {
  const { client, queryKey, answer, answers, settled, data } = shown();
  await answer(0, ['first']);
  void client.invalidateQueries({ queryKey });
  await settled();
  expect(answers).toHaveLength(2);
  putOver<string[]>(client, queryKey, (known = []) => [...known, 'sent']);
  await answer(1, ['first']);
  expect(data()).toEqual(['first', 'sent']);
  await answer(2, ['first', 'sent', 'newer']);
  expect(data()).toEqual(['first', 'sent', 'newer']);
});

it('asks nothing when nothing is under way', async () => {
  const { client, queryKey, answer, answers, settled, data } = shown();
  await answer(0, ['first']);
  putOver<string[]>(client, queryKey, (known = []) => [...known, 'sent']);
  await settled();
  expect([data(), answers.length]).toEqual([['first', 'sent'], 1]);
});
