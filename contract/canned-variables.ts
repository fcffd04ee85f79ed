// Variables of canned replies (LIV-19): {{customer.first_name|Madame, Monsieur}}, with what to write where it is empty.
// All of it works on HTML as the editor writes it: a variable is plain text within one element.

export const variableNames = [
  'customer.name',
  'customer.first_name',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  'agent.first_name',
  'workspace.name',
] as const;
export type VariableName = (typeof variableNames)[number];
export type VariableValues = Partial<Record<VariableName, string>>;

/** Matches one variable: its name, and after a bar what stands in for an empty value. */
export const variablePattern = /\{\{([^{}|<>]*)(?:\|([^{}<>]*))?\}\}/g;

/** The first of the words of a name; titles such as “Mme” are no first names. */
export function firstNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const isTitle = /^(m|mr|mrs|ms|mme|mlle|dr|me|pr)\.?$/i.test(words[0] ?? '');
  return isTitle || name.includes('@') ? '' : (words[0] ?? '');
}

/** Whether a canned reply may hold this variable. */
export function isVariable(name: string): name is VariableName {
  return (variableNames as readonly string[]).includes(name.trim());
}

/**
 * A canned reply with its variables replaced. What has neither a value nor a stand-in stays as it is, so that it is
 * seen; values are escaped, so that a customer's name is never markup.
 */
export function fillVariables(html: string, values: VariableValues): string {
  return html.replace(variablePattern, (whole, name: string, standIn?: string) => {
    if (!isVariable(name)) return whole;
    const value = values[name.trim() as VariableName]?.trim();
    return value ? escapeHtml(value) : (standIn?.trim() ?? whole);
  });
}

/** The variables that are still in a text: nobody should send it before they are filled. Each one once. */
export function unfilledVariables(html: string): string[] {
  return [...new Set([...html.matchAll(variablePattern)].map(match => match[0]))];
}

/** Names in double braces that stand for nothing, and braces that do not close. Each one once. */
export function unknownVariables(html: string): string[] {
  const named = [...html.matchAll(variablePattern)].filter(match => !isVariable(match[1]!));
  const rest = textOfHtml(html.replace(variablePattern, ' '));
  const broken = [...rest.matchAll(/\{\{[^\s}]*|\S*\}\}/g)];
  return [...new Set([...named, ...broken].map(match => match[0]))];
}

/**
 * A good answer as a canned reply (CHP-11): where the customer's name, the ticket's number or the agent's name stand in
 * the text, variables take their place. Tags and their attributes are left alone.
 */
export function withVariables(html: string, values: VariableValues): string {
  const found = replacements(values);
  if (found.length === 0) return html;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${found.map(([text]) => text).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const variable = new Map(found.map(([text, name]) => [text, name]));
  return html
    .split(/(<[^>]*>)/)
    .map(part =>
      part.startsWith('<')
        ? part
        : part.replace(pattern, text => `{{${variable.get(escapePattern(text)) ?? text}}}`),
    )
    .join('');
}

/** What to look for, longest first: “Anne Martin” comes before “Anne”. */
function replacements(values: VariableValues): [string, VariableName][] {
  const inText = ['customer.name', 'customer.first_name', 'agent.name', 'ticket.number'] as const;
  return inText
    .flatMap((name): [string, VariableName][] => {
      const value = values[name]?.trim() ?? '';
      // A number of one or two digits is more often a quantity than the ticket's.
      const isTelling = name === 'ticket.number' ? value.length > 2 : value.length > 1;
      return isTelling ? [[escapePattern(escapeHtml(value)), name]] : [];
    })
    .sort(([a], [b]) => b.length - a.length);
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const textOfHtml = (html: string) => html.replace(/<[^>]*>/g, ' ');
