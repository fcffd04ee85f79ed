import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** One rule of axe that the page breaks, with the elements that break it and how to mend them. */
export type AxeFinding = { rule: string; impact: string; help: string; elements: string[] };

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks at a page (or the part under the selector `within`) with axe, by WCAG 2.2 A and AA and axe's best practices.
 * An empty list is the aim: `expect(await axe(page)).toEqual([])` prints the findings readably.
 */
export async function axe(page: Page, within?: string): Promise<AxeFinding[]> {
  // What stands in a frame without scripts is a customer's, and axe waits for ever for it to answer.
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(STANDARDS)
    .exclude('iframe');
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    elements: nodes.map(
      node => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
    ),
  }));
}
