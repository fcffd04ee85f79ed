import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import axeCore from 'axe-core';
import type { Page } from 'playwright-core';

/** One rule of axe that the page breaks, with the elements that break it and how to mend them. */
export type AxeFinding = { rule: string; impact: string; help: string; elements: string[] };

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: STANDARDS },
};

/**
 * Looks at a page (or the part under the selector `within`) with axe, by WCAG 2.2 A and AA and axe's best practices.
 * An empty list is the aim: `expect(await axe(page)).toEqual([])` prints the findings readably.
 */
export async function axe(page: Page, within?: string): Promise<AxeFinding[]> {
  // A page that was looked at before has it already: it is half a megabyte of script.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(look, {
    // What stands in a frame without scripts is a customer's, and axe waits for ever for it to answer.
    context: { ...(within && { include: [within] }), exclude: ['iframe'] },
    options: OPTIONS,
  });
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    elements: nodes.map(
      node => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
    ),
  }));
}

async function look({ context, options }: { context: ElementContext; options: RunOptions }) {
  const { axe: here } = window as unknown as {
    axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  };
  const { violations } = await here.run(context, options);
  return { violations };
}
