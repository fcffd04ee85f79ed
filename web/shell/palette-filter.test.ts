import { expect, it } from 'vitest';
import { filterActions } from './palette-filter.ts';

const actions = [
  {
    group: 'Aller à',
    actions: [
      { id: 'inbox', label: 'Boîte de réception' },
      { id: 'mine', label: 'Mes tickets' },
    ],
  },
  { group: 'Paramètres', actions: [{ id: 'mailboxes', label: 'Boîtes aux lettres', keywords: ['mail'] }] },
];

it.each([
  ['boite', ['inbox', 'mailboxes']],
  ['RECEP', ['inbox']],
  ['lettres boite', ['mailboxes']],
  ['mail', ['mailboxes']],
  ['', ['inbox', 'mine', 'mailboxes']],
  ['rien', []],
])('typing "%s" finds %j', (query, ids) => {
  const found = filterActions(query, actions).flatMap(group => ('actions' in group ? group.actions : []));
  expect(found.map(action => action.id)).toEqual(ids);
});
