// Who writes to the sample company. Every address ends in .example, which nobody can own (RFC 2606).
import type { Language } from '../../contract/fields.ts';

export interface Customer {
  name: string;
  email: string;
  language: Language;
  phone?: string;
}

const french = (name: string, email: string, phone?: string): Customer => ({
  name,
  email,
  language: 'fr',
  ...(phone ? { phone } : {}),
});
const english = (name: string, email: string, phone?: string): Customer => ({
  name,
  email,
  language: 'en',
  ...(phone ? { phone } : {}),
});

export const customers = {
  claire: french('Claire Fontaine', 'claire@fontaine.example', '06 39 98 01 12'),
  marc: french('Marc Delattre', 'marc@delattre.example', '06 39 98 01 27'),
  sophie: french('Sophie Nguyen', 'sophie@atelier-nguyen.example'),
  barbier: french('Jean-Luc Barbier', 'jl.barbier@barbier.example'),
  veronique: french('Véronique Aubert', 'v.aubert@mairie-loirans.example', '04 99 00 20 31'),
  rivoire: french('Paul Rivoire', 'p.rivoire@mairie-loirans.example'),
  bernard: french('Bernard Chaussat', 'president@cyclo-loirans.example'),
  odile: french('Odile Perrin', 'tresorerie@cyclo-loirans.example'),
  amelie: french('Amélie Roussel', 'amelie@roussel.example'),
  karim: french('Karim Haddad', 'karim@haddad.example', '06 39 98 02 44'),
  levain: french('Thomas Levain', 'thomas@boulangerie-levain.example', '04 99 00 31 08'),
  lucie: french('Lucie Garnier', 'lucie@garnier.example'),
  etienne: french('Étienne Morvan', 'etienne@morvan.example'),
  yasmine: french('Yasmine Cherif', 'yasmine@cherif.example'),
  gaston: french('Gaston Plessis', 'gaston@plessis.example', '04 99 00 47 52'),
  camille: french('Camille Dubreuil', 'camille@dubreuil.example'),
  ecole: french('Nathalie Simonet', 'direction@ecole-des-tilleuls.example'),
  romain: french('Romain Castel', 'romain@coursiers-loirans.example'),
  helene: french('Hélène Vasseur', 'helene@vasseur.example'),
  pneus: french('Gommes & Jantes', 'commercial@gommes-et-jantes.example'),
  emily: english('Emily Hart', 'emily@hart.example'),
  james: english('James Okafor', 'james@okafor.example', '+44 7700 900 118'),
  priya: english('Priya Raman', 'priya@raman.example'),
  oliver: english('Oliver Bennett', 'oliver@bennett.example'),
  hannah: english('Hannah Lindqvist', 'hannah@fjelltur.example'),
  mike: english('Mike Sullivan', 'mike@sullivan.example'),
  grace: english('Grace Kimura', 'grace@kimura.example'),
  ben: english('Ben Archer', 'ben@archer-cycles.example', '+44 7700 900 273'),
  sarah: english('Sarah Whitmore', 'sarah@whitmore.example'),
  dylan: english('Dylan Price', 'dylan@price.example'),
  fiona: english('Fiona MacLeod', 'fiona@highland-wheels.example'),
  chloe: english('Chloe Adams', 'chloe@adams.example'),
  noah: english('Noah Feldman', 'noah@feldman.example'),
  wendy: english('Wendy Tran', 'wendy@tran.example'),
} as const satisfies Record<string, Customer>;
export type CustomerKey = keyof typeof customers;
