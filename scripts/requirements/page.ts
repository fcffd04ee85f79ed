import type { Section } from './catalogue.ts';
import { idsIn } from './ids.ts';
import type { TestName } from './test-names.ts';

/** Which files prove an id. */
export type Proofs = Map<string, Set<string>>;

/** Gathers the ids that tests name; `unknown` are those that the catalogue does not have. */
export function gatherProofs(
  names: TestName[],
  sections: Section[],
): { proofs: Proofs; unknown: TestName[] } {
  const known = new Set(sections.flatMap(section => Object.keys(section.lines)));
  const proofs: Proofs = new Map();
  const unknown: TestName[] = [];
  for (const test of names) {
    for (const id of idsIn(test.name)) {
      if (known.has(id)) proofs.set(id, (proofs.get(id) ?? new Set()).add(test.file));
      else unknown.push({ ...test, name: id });
    }
  }
  return { proofs, unknown };
}

/** The whole of docs/requirements.md. */
export function requirementsPage(sections: Section[], proofs: Proofs): string {
  const ids = sections.flatMap(section => Object.keys(section.lines));
  const proved = ids.filter(id => proofs.has(id)).length;
  return `# Requirements

Every requirement in one line, with the tests that name its id. Written by \`scripts/requirements.ts\` from
\`scripts/requirements/catalogue.ts\` and the names of the tests; do not edit by hand. \`open\` means that no test
names it yet; a test that does may prove the line in part.

${proved} of ${ids.length} are named by a test.
${sections.map(section => sectionText(section, proofs)).join('')}`;
}

function sectionText({ heading, lines }: Section, proofs: Proofs): string {
  const rows = Object.entries(lines).map(
    ([id, what]) => `| ${id} | ${what} | ${proofText(proofs.get(id))} |`,
  );
  return `
## ${heading}

| Id | What | Tests |
|---|---|---|
${rows.join('\n')}
`;
}

function proofText(files: Set<string> | undefined): string {
  if (!files) return 'open';
  return [...files]
    .sort()
    .map(file => `[${file}](../${file})`)
    .join(', ');
}
