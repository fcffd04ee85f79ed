// What the sample company answers every week.
import { addCannedReply, type CannedContent } from '../features/answers/index.ts';
import type { Secrets } from '../platform/crypto/index.ts';
import type { Ctx } from '../platform/db/index.ts';
import type { AgentKey } from './company.ts';

type Sample = CannedContent & { by: AgentKey };

const samples: Sample[] = [
  {
    by: 'lea',
    name: 'Délai de réparation',
    shortcut: 'delai',
    folder: 'Atelier',
    language: 'fr',
    isShared: true,
    html: '<p>Bonjour {{customer.first_name|Madame, Monsieur}},</p><p>L’atelier compte en ce moment <strong>trois jours ouvrés</strong> pour une révision et cinq pour une pièce à commander. Vous recevrez un message dès que votre vélo sera prêt (demande n°\u00a0{{ticket.number}}).</p><p>Bien à vous,<br>{{agent.first_name}}</p>',
  },
  {
    by: 'hugo',
    name: 'Prise de rendez-vous',
    shortcut: 'rdv',
    folder: 'Atelier',
    language: 'fr',
    isShared: true,
    html: '<p>Bonjour {{customer.first_name|Madame, Monsieur}},</p><p>Quels jours vous conviendraient\u202f? L’atelier reçoit\u00a0:</p><ul><li><p>du mardi au vendredi, de 9\u00a0h à 18\u00a0h\u202f;</p></li><li><p>le samedi, de 9\u00a0h à 12\u00a0h.</p></li></ul>',
  },
  {
    by: 'ines',
    name: 'Retour sous garantie',
    shortcut: 'garantie',
    folder: 'Boutique/Retours',
    language: 'fr',
    isShared: true,
    html: '<p>Bonjour {{customer.first_name|Madame, Monsieur}},</p><p>Votre achat est garanti deux ans. Pour le retour, il nous faut\u00a0:</p><ol><li><p>la facture ou son numéro\u202f;</p></li><li><p>une photo de la pièce\u202f;</p></li><li><p>votre numéro de demande\u00a0: {{ticket.number}}.</p></li></ol>',
  },
  {
    by: 'tom',
    name: 'Warranty return',
    shortcut: 'warranty',
    folder: 'Boutique/Retours',
    language: 'en',
    isShared: true,
    html: '<p>Hello {{customer.first_name|there}},</p><p>Your purchase has a two-year warranty. Please send us a photo of the part and your receipt, and quote request {{ticket.number}}.</p><p>Best wishes,<br>{{agent.first_name}}</p>',
  },
  {
    by: 'lea',
    name: 'Remerciement après un avis',
    shortcut: 'merci',
    folder: '',
    language: 'fr',
    isShared: true,
    html: '<p>Un grand merci pour votre message, {{customer.name}}\u202f! Toute l’équipe de {{workspace.name}} est ravie de vous savoir satisfait.</p>',
  },
  {
    by: 'lea',
    name: 'Relance du fournisseur',
    shortcut: 'relance',
    folder: '',
    language: 'fr',
    isShared: false,
    html: '<p>Bonjour,</p><p>Avez-vous des nouvelles de notre commande pour «\u00a0{{ticket.subject}}\u00a0»\u202f?</p><p>{{agent.name}}, {{workspace.name}}</p>',
  },
];

/** Keeps the canned replies of the sample company, each by its author. */
export async function keepCanned(
  ctx: Ctx,
  secrets: Secrets,
  agentIds: Record<AgentKey, string>,
): Promise<void> {
  for (const { by, ...content } of samples) {
    const author = { ...ctx, actor: { type: 'agent', id: agentIds[by], via: 'import' } as const };
    await addCannedReply(author, secrets, content);
  }
}
