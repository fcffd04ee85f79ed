import type {
  SpotlightActionData,
  SpotlightActionGroupData,
  SpotlightFilterFunction,
} from '@mantine/spotlight';

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isMeant(action: SpotlightActionData, words: string[]): boolean {
  const text = plain([action.label, action.keywords].flat().filter(Boolean).join(' '));
  return words.every(word => text.includes(word));
}

/** The actions whose names hold every word typed, accents and capitals left aside; groups that are empty fall out. */
export const filterActions: SpotlightFilterFunction = (query, actions) => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return (actions as SpotlightActionGroupData[])
    .map(group => ({ ...group, actions: group.actions.filter(action => isMeant(action, words)) }))
    .filter(group => group.actions.length > 0);
};
