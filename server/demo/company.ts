// The sample company: a bicycle shop with a workshop and a counter.
import type { Language } from '../../contract/fields.ts';
import type { Role } from '../../contract/rights.ts';

export const company = {
  name: 'Vélo & Cie',
  slug: 'velo-cie',
  language: 'fr',
  brandColour: '#0f766e',
} as const;

export const mailbox = { name: 'Vélo & Cie', address: 'bonjour@velo.example' } as const;

interface DemoAgent {
  name: string;
  email: string;
  role: Role;
  language: Language;
}

export const agents = {
  lea: {
    name: 'Léa Moreau',
    email: 'lea@velo.example',
    role: 'administrator',
    language: 'fr',
  },
  hugo: {
    name: 'Hugo Martin',
    email: 'hugo@velo.example',
    role: 'agent',
    language: 'fr',
  },
  nadia: {
    name: 'Nadia Kowalski',
    email: 'nadia@velo.example',
    role: 'agent',
    language: 'fr',
  },
  ines: {
    name: 'Inès Benali',
    email: 'ines@velo.example',
    role: 'agent',
    language: 'fr',
  },
  tom: {
    name: 'Tom Whitaker',
    email: 'tom@velo.example',
    role: 'agent',
    language: 'en',
  },
} as const satisfies Record<string, DemoAgent>;
export type AgentKey = keyof typeof agents;
export const agentKeys = Object.keys(agents) as AgentKey[];

export const teams = {
  atelier: { name: 'Atelier', members: ['lea', 'hugo', 'nadia'] },
  boutique: { name: 'Boutique', members: ['lea', 'ines', 'tom'] },
} as const satisfies Record<string, { name: string; members: readonly AgentKey[] }>;
export type TeamKey = keyof typeof teams;
export const teamKeys = Object.keys(teams) as TeamKey[];

export const folders = {
  repairs: 'Réparations',
  orders: 'Commandes et livraisons',
  warranty: 'Garanties et retours',
  fleets: 'Flottes et associations',
} as const;
export type FolderKey = keyof typeof folders;
export const folderKeys = Object.keys(folders) as FolderKey[];

export const tags = {
  warranty: { name: 'Garantie', colour: '#b45309' },
  delivery: { name: 'Livraison', colour: '#1d4ed8' },
  ebike: { name: 'Vélo électrique', colour: '#047857' },
  invoice: { name: 'Facture', colour: '#6d28d9' },
  appointment: { name: 'Rendez-vous', colour: '#0e7490' },
  size: { name: 'Taille et réglage', colour: '#a21caf' },
  returns: { name: 'Retour', colour: '#be123c' },
  pro: { name: 'Professionnel', colour: '#374151' },
  theft: { name: 'Vol', colour: '#991b1b' },
  praise: { name: 'Merci', colour: '#ca8a04' },
  english: { name: 'English', colour: '#4338ca' },
} as const;
export type TagKey = keyof typeof tags;
export const tagKeys = Object.keys(tags) as TagKey[];
